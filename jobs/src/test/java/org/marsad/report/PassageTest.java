package org.marsad.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {
  private static final String TEXT =
      "التقى الوزير سفير اليابان. "
          + "كلام كثير لا شأن له بالأمر. ".repeat(60)
          + "وعاد الوفد إلى طوكيو مساء. ثم انتهى الخبر.";

  private static List<String> marked(Passage passage) {
    return passage.pieces().stream()
        .filter(Passage.Piece::marked)
        .map(Passage.Piece::text)
        .toList();
  }

  private static int[] place(String word) {
    return new int[] {TEXT.indexOf(word), TEXT.indexOf(word) + word.length()};
  }

  @Test
  void twoNamesOfOneSentenceStandInIt() {
    Passage passage = Passage.of("a", TEXT, List.of(place("سفير"), place("الوزير")));
    assertEquals("التقى الوزير سفير اليابان.", passage.text());
    assertEquals(List.of("الوزير", "سفير"), marked(passage));
  }

  @Test
  void namesFarApartStandInTwoPartsAndBothAreMarked() {
    Passage passage = Passage.of("a", TEXT, List.of(place("طوكيو"), place("اليابان")));
    assertEquals("التقى الوزير سفير اليابان. … وعاد الوفد إلى طوكيو مساء.", passage.text());
    assertEquals(List.of("اليابان", "طوكيو"), marked(passage));
    assertEquals(
        passage.text(),
        String.join("", passage.pieces().stream().map(Passage.Piece::text).toList()));
  }

  @Test
  void aNameWithinAnotherIsMarkedOnce() {
    int[] whole = place("سفير اليابان");
    Passage passage = Passage.of("a", TEXT, List.of(whole, place("اليابان")));
    assertEquals(List.of("سفير اليابان"), marked(passage));
  }

  @Test
  void aWordIsFoundBehindItsCliticsButNotWithinAnother() {
    Passage passage =
        Passage.Ask.ofWords("a", List.of("البحر")).cut("قمة", "في البحرين بحثوا. وبالبحر سفن.");
    assertEquals("وبالبحر سفن.", passage.text());
    assertEquals(List.of("وبالبحر"), marked(passage));
    assertEquals(
        List.of("خفض  التصعيد"),
        marked(Passage.Ask.ofWords("a", List.of("خفض التصعيد")).cut("", "مناطق خفض  التصعيد.")));
  }

  @Test
  void aWordWithTheArticleIsNotSoughtWithoutIt() {
    Passage passage =
        Passage.Ask.ofWords("a", List.of("العيد")).cut("", "قال سعيد من لجنة إن العيد غدا.");
    assertEquals(List.of("العيد"), marked(passage));
    assertEquals(
        List.of(), marked(Passage.Ask.ofWords("a", List.of("العيد")).cut("", "قال سعيد من لجنة.")));
    assertEquals(
        List.of("للعيد"),
        marked(Passage.Ask.ofWords("a", List.of("العيد")).cut("", "استعدوا للعيد.")));
  }

  @Test
  void aWordIsFoundBeforeAPronoun() {
    assertEquals(
        List.of("ومدرستهم"),
        marked(Passage.Ask.ofWords("a", List.of("مدرسة")).cut("", "عادوا ومدرستهم مغلقة.")));
    assertEquals(
        List.of("فصائلها"),
        marked(Passage.Ask.ofWords("a", List.of("فصائل")).cut("", "قالت فصائلها إنها باقية.")));
    assertEquals(
        List.of(), marked(Passage.Ask.ofWords("a", List.of("مدرسة")).cut("", "كان مدرسا.")));
    assertEquals(
        List.of("لمصر"),
        marked(Passage.Ask.ofWords("a", List.of("مصر")).cut("", "قال مصري ومصرهم إنه لمصر.")));
  }

  @Test
  void aWordThatIsNowhereLeavesNoText() {
    Passage passage = Passage.Ask.ofWords("a", List.of("طوكيو")).cut("قمة", "نص.");
    assertTrue(passage.marks().isEmpty());
    assertFalse(passage.text().contains("نص"));
  }
}

package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.marsad.term.MadeTexts.noun;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {
  private static final SourceSignatures.Known SIGNATURES =
      new SourceSignatures.Known(Map.of("مدى", Set.of("مدى")));

  /** The phrases in a source's article with these terms in a row. */
  private static Map<String, Integer> found(String source, MadeTexts.Word... words) {
    PhraseFinder finder = new PhraseFinder(SIGNATURES);
    finder.add("وكالة مدى");
    finder.add("مجلس أمن");
    finder.add("مجلس أمن دولة");
    finder.add("خبر وكالة مدى");
    finder.add("موجة حر");
    finder.add("مشاعر مقدس");
    finder.add("خارجية أميركي");
    finder.add("دفاع أميركي");
    finder.add("قوة أميركي");
    finder.add("حرب أميركي");
    finder.add("وزارة دفاع أميركي");
    finder.add("وزارة دفاع");
    Map<String, Integer> found = new TreeMap<>();
    finder
        .count(new MadeTexts.Made("a", "a", source, List.of(words)).text())
        .forEach((phrase, n) -> found.put(phrase.term(), n));
    return found;
  }

  @Test
  void aPhraseWithinALongerOneCountsToo() {
    assertEquals(
        Map.of("مجلس أمن", 2, "مجلس أمن دولة", 1),
        found(
            "أفق",
            noun("مجلس"),
            noun("أمن"),
            noun("دولة"),
            noun("خبر"),
            noun("مجلس"),
            noun("أمن")));
  }

  @Test
  void aSourcesSignatureIsNoPartOfAPhraseInItsOwnArticles() {
    MadeTexts.Word[] words = {noun("خبر"), noun("وكالة"), noun("مدى")};
    assertEquals(Map.of("وكالة مدى", 1, "خبر وكالة مدى", 1), found("أفق", words));
    assertEquals(Map.of(), found("مدى", words));
  }

  @Test
  void anAdjectiveOfTheOtherGenderBelongsToAWordBefore() {
    MadeTexts.Word ministry = noun("وزارة");
    MadeTexts.Word affairs = new MadeTexts.Word("خارجية", "الخارجية", "NOUN");
    MadeTexts.Word defence = new MadeTexts.Word("دفاع", "الدفاع", "NOUN");
    MadeTexts.Word forces = new MadeTexts.Word("قوة", "القوات", "NOUN");
    MadeTexts.Word war = new MadeTexts.Word("حرب", "الحرب", "NOUN");
    MadeTexts.Word he = new MadeTexts.Word("أميركي", "الأميركي", "ADJ");
    MadeTexts.Word she = new MadeTexts.Word("أميركي", "الأميركية", "ADJ");
    assertEquals(
        Map.of("دفاع أميركي", 1, "قوة أميركي", 1, "حرب أميركي", 1),
        found("أفق", defence, he, defence, she, forces, she, war, she, affairs, he));
    assertEquals(
        Map.of("وزارة دفاع", 1, "وزارة دفاع أميركي", 1), found("أفق", ministry, defence, she));
    assertEquals(Map.of("خارجية أميركي", 1), found("أفق", affairs, she));
    MadeTexts.Word wave = noun("موجة");
    MadeTexts.Word hot = new MadeTexts.Word("حر", "الحر", "ADJ");
    MadeTexts.Word sites = new MadeTexts.Word("مشاعر", "المشاعر", "NOUN");
    MadeTexts.Word holy = new MadeTexts.Word("مقدس", "المقدسة", "ADJ");
    assertEquals(Map.of("موجة حر", 1, "مشاعر مقدس", 1), found("أفق", wave, hot, sites, holy));
  }

  @Test
  void aPhraseBeginsWithANoun() {
    MadeTexts.Word adjective = new MadeTexts.Word("مجلس", "مجلس", "ADJ");
    assertEquals(Map.of(), found("أفق", adjective, noun("أمن"), noun("دولة")));
  }
}

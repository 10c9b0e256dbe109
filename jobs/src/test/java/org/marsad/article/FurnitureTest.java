package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.RuleFile;
import org.marsad.arabic.Token;

class FurnitureTest {
  private static final Furniture FURNITURE = Furniture.read(LexiconFiles.bundled());

  /** In the table of examples: nothing. */
  private static final String NOTHING = "‖";

  @TestFactory
  Stream<DynamicTest> everyRowLeavesWhatItsExampleSays() {
    return RuleFile.read(LexiconFiles.bundled(), Furniture.FILE).stream()
        .map(
            row -> {
              String[] example = row.required("example").split(" -> ");
              String left = example[1].equals(NOTHING) ? "" : example[1];
              return DynamicTest.dynamicTest(
                  row.where() + " " + example[0], () -> assertEquals(left, left(example[0])));
            });
  }

  @Test
  void newsThatBeginsAlikeStays() {
    for (String news :
        List.of(
            "سمات الشخصية القيادية ثلاث.",
            "ورد رابط الخبر في الرسالة.",
            "وقال إن من يرغب فليتابع: شاهد أيضا الرجل يعبر الجسر.",
            "شاهد أيضا الرئيس العرض العسكري.",
            "آخر تحديث لوزارة الصحة يكشف عن خمسين إصابة جديدة. وقال الوزير إن الوضع جيد.",
            "قد يهمك أن تعرف أن الوزير استقال أمس. وقال إنه سيغادر.",
            "كل الحقوق محفوظة للعمال بموجب القانون الجديد، قال وزير العمل.",
            "حمل تطبيق القانون الجديد مخاطر كبيرة.",
            "أخبار متعلقة بالحرب على غزة تصدرت الصحف.",
            "للمزيد من التفاصيل حول القرار، قال الوزير إن اللجنة اجتمعت.",
            "مقالات ذات صلة بالموضوع نشرتها الصحف.",
            "تابعنا على مدى أيام معاناة الأهالي.",
            "سمات " + "القيادة والإدارة ".repeat(40))) {
      assertNull(FURNITURE.in(tokens(news)), news);
    }
  }

  @Test
  void whatFollowsFurnitureStays() {
    assertEquals("وصل الوفد.", left("اقرأ أيضا: جسر الموصل.\nوصل الوفد."));
    assertEquals("وصل الوفد إلى جدة.", left("اقرأ أيضاً: افتتاح جسر الموصل. وصل الوفد إلى جدة."));
    assertEquals("وصل الوفد.", left("نسخ الرابط شارك الخبر وصل الوفد."));
    assertEquals("وصل الوفد.", left("وصل الوفد.\nالوسوم\nالرياض\nزيارة"));
  }

  @Test
  void aTextOfNothingElseTakesNoLonger() {
    String buttons = "شارك الخبر. ".repeat(100_000);
    assertTimeout(Duration.ofSeconds(20), () -> left(buttons));
  }

  @Test
  void whatARowCoversIsOneOfFour() {
    byte[] rows =
        "words\tcovers\texample\nاقرأ\tpage\tاقرأ -> اقرأ\n".getBytes(StandardCharsets.UTF_8);
    LexiconFiles files = LexiconFiles.bundled().replace(Furniture.FILE, rows);
    LexiconException e = assertThrows(LexiconException.class, () -> Furniture.read(files));
    assertTrue(e.getMessage().contains("words, sentence, tail or end"), e.getMessage());
  }

  private static List<Token> tokens(String text) {
    return ArabicAnalyzer.bundled().analyze(text);
  }

  private static String left(String text) {
    List<Token> tokens = tokens(text);
    boolean[] found = FURNITURE.in(tokens);
    return IntStream.range(0, tokens.size())
        .filter(i -> found == null || !found[i])
        .mapToObj(
            i ->
                (i > 0 && tokens.get(i).start() > tokens.get(i - 1).end() ? " " : "")
                    + tokens.get(i).surface())
        .collect(Collectors.joining())
        .strip();
  }
}

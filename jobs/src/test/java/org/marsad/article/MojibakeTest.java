package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.marsad.article.Reading.BODY;
import static org.marsad.article.Reading.TITLE;
import static org.marsad.article.Reading.article;
import static org.marsad.article.Reading.read;
import static org.marsad.article.Reading.reasons;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  /** As browsers decode: bytes that windows-1252 leaves open pass through. */
  private static String misread(String text, String written, String read) {
    StringBuilder wrong = new StringBuilder();
    for (byte b : text.getBytes(Charset.forName(written))) {
      String c = new String(new byte[] {b}, Charset.forName(read));
      wrong.append(c.equals("\uFFFD") ? (char) (b & 0xFF) : c.charAt(0));
    }
    return wrong.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, windows-1252",
    "UTF-8, ISO-8859-1",
    "UTF-8, windows-1256",
    "windows-1256, windows-1252",
    "windows-1256, ISO-8859-1"
  })
  void textDecodedWronglyOnceIsRepairedWithItsHeadline(String written, String read) {
    String text = misread(TITLE, written, read) + "\n" + misread(BODY, written, read);
    Article a = article("a.txt", text);
    assertEquals(BODY, a.body());
    assertEquals(TITLE, a.title());
    String undone = read.equals("ISO-8859-1") ? "windows-1252" : read;
    assertEquals("UTF-8 (" + written + " read as " + undone + ")", a.charset());
  }

  @Test
  void everyFieldOfARecordIsRepairedAlike() {
    String wrong = misread("صحيفة الغد", "UTF-8", "windows-1252");
    Article a =
        article(java.util.Map.of("source", wrong, "text", misread(BODY, "UTF-8", "windows-1252")));
    assertEquals("صحيفة الغد", a.source());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ظل ضابط الشرطة يطارد ظلال الظن في ظهيرة قائظة، وضغط طويلا على طرف الطاولة.",
        "التقى الوزير نظيره الفرنسي Jean-Yves Le Drian في قصر الإليزيه (Élysée) أمس.",
        "نشرت صحيفة «El País» ومجلة «Süddeutsche» مقالا عن الشرق الأوسط في عددها الأخير.",
        "ط ظ"
      })
  void soundTextIsUntouched(String text) {
    Mojibake.Outcome seen = Mojibake.examine(text);
    // Four letters alone tell nothing either way.
    if (text.length() > 3) {
      assertEquals(Mojibake.Verdict.FINE, seen.verdict());
    }
    assertEquals(text, seen.text());
  }

  @Test
  void bodyOfBlanksAloneIsEmptyAndNoMojibake() {
    String blanks = "{\"text\": \"\u00A0 \u00A0\\n \u00A0\"}";
    assertEquals(List.of(RejectReason.EMPTY_BODY), reasons(read("a.jsonl", blanks)));
  }

  @Test
  void textThatLostLettersIsRejected() {
    String lost = BODY.replace("ا", "\uFFFD");
    assertEquals(List.of(RejectReason.MOJIBAKE), reasons(read("a.txt", lost)));
    String twice = misread(misread(BODY, "UTF-8", "windows-1252"), "UTF-8", "windows-1252");
    assertEquals(List.of(RejectReason.MOJIBAKE), reasons(read("a.txt", twice)));
  }
}

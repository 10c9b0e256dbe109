package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marsad.article.Reading.BODY;
import static org.marsad.article.Reading.TITLE;
import static org.marsad.article.Reading.article;
import static org.marsad.article.Reading.articles;
import static org.marsad.article.Reading.joined;
import static org.marsad.article.Reading.json;
import static org.marsad.article.Reading.read;
import static org.marsad.article.Reading.reasons;
import static org.marsad.article.Reading.utf8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
  @ParameterizedTest
  @CsvSource({
    "UTF-8, false",
    "UTF-8, true",
    "UTF-16LE, true",
    "UTF-16LE, false",
    "UTF-16BE, true",
    "UTF-16BE, false",
    "windows-1256, false",
    "ISO-8859-6, false"
  })
  void everyEncodingIsReadInEveryFormatAndNamed(String name, boolean mark) {
    Charset charset = Charset.forName(name);
    String begin = mark ? "\uFEFF" : "";
    String url = "http://www.example.com/news/politics/2017/09/14/";
    List<Article> read =
        List.of(
            article("a.txt", (begin + TITLE + "\n" + BODY).getBytes(charset)),
            article("a.jsonl", (begin + json(TITLE, BODY) + "\n").getBytes(charset)),
            article("a.json", (begin + "[" + json(TITLE, BODY) + "]").getBytes(charset)),
            article(
                "a.csv",
                (begin + "url,title,text\n" + url + "," + TITLE + "," + BODY).getBytes(charset)));
    for (Article a : read) {
      assertEquals(TITLE, a.title());
      assertEquals(BODY, a.body());
      assertEquals(name, a.charset());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"قتل ثلاثة في دمشق", "وزير الخارجية يزور بيروت", "مقتل شخصين", "إقالة المدرب"})
  void fewWordsAreEnoughToTellSingleByteEncodings(String text) {
    for (String name : List.of("windows-1256", "ISO-8859-6")) {
      Encodings.Decoded decoded =
          Encodings.decode(text.getBytes(Charset.forName(name))).orElseThrow();
      assertEquals(text, decoded.text());
    }
  }

  @Test
  void addressesAndLatinFieldsDoNotHideSingleByteArabic() {
    String line =
        json(TITLE, "مقتل شخصين في عدن")
            .replace("{", "{\"url\": \"" + "http://example.com/a/b/c".repeat(20) + "\", ");
    assertEquals(
        "windows-1256", article("a.jsonl", line.getBytes(Encodings.WINDOWS_1256)).charset());
  }

  @Property(tries = 60)
  void utf8IsRecognisedWhereverTheSampleEnds(@ForAll @IntRange(max = 40) int before) {
    String text = "x".repeat(before) + "السلامعليكمورحمةالله ".repeat(4000);
    assertEquals("UTF-8", article("a.txt", text).charset());
  }

  @Test
  void strayByteCostsOneCharacterAndNotTheFile() {
    byte[] text = joined(utf8(TITLE + "\n" + BODY.repeat(5)), new byte[] {(byte) 0xC3}, utf8(BODY));
    Article a = article("a.txt", text);
    assertEquals("UTF-8", a.charset());
    assertEquals(BODY.repeat(5) + "\uFFFD" + BODY, a.body());
  }

  @Test
  void jsonLinesOfSeveralEncodingsAreReadEachInItsOwn() {
    byte[] file =
        joined(
            (json(TITLE, BODY) + "\n").getBytes(Encodings.WINDOWS_1256),
            utf8(json(TITLE + " ١", BODY) + "\n"),
            (json(TITLE + " ب", BODY) + "\n").getBytes(Encodings.WINDOWS_1256));
    List<Article> read = articles(read("a.jsonl", file));
    assertEquals(
        List.of("windows-1256", "UTF-8", "windows-1256"),
        read.stream().map(Article::charset).toList());
    assertTrue(read.stream().allMatch(a -> a.body().equals(BODY)));
  }

  @Property(tries = 30)
  void randomBytesAreUndecodable(@ForAll long seed) {
    byte[] noise = new byte[3000];
    new Random(seed).nextBytes(noise);
    noise[0] = 'x';
    assertEquals(List.of(RejectReason.UNDECODABLE), reasons(read("a.txt", noise)));
  }

  @Test
  void frenchInLatin1IsNoArabic() {
    String french = "Le président a été élu.\nIl a obtenu la majorité des voix à Paris.\n";
    assertEquals(
        List.of(RejectReason.NOT_ARABIC),
        reasons(read("a.txt", french.getBytes(StandardCharsets.ISO_8859_1))));
  }

  @Test
  void nulBytesAreDroppedFromText() {
    assertEquals(BODY, article("a.txt", TITLE + "\n" + BODY.replace(" ", " \0")).body());
    assertEquals(BODY, article("a.jsonl", json(TITLE, BODY.replace(" ", " \\u0000"))).body());
    assertEquals(BODY, article("a.csv", "text\n\0" + BODY + "\n").body());
  }
}

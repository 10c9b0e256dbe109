package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marsad.article.Reading.BODY;
import static org.marsad.article.Reading.HINTS;
import static org.marsad.article.Reading.TITLE;
import static org.marsad.article.Reading.article;
import static org.marsad.article.Reading.json;
import static org.marsad.article.Reading.read;
import static org.marsad.article.Reading.reasons;
import static org.marsad.article.Reading.utf8;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {
  private static final String URL = "http://example.com/2017/09/14/a";

  private static Article mapped(String map, Map<String, String> fields) {
    String[] pair = map.split("=");
    FieldNames names = FieldNames.mapping(Map.of(pair[0], pair[1]));
    return article(read("a.jsonl", utf8(json(fields)), names, HINTS));
  }

  private static void assertDay(String day, DateOrigin origin, FileHints hints, String own) {
    String line = json(Map.of("text", BODY, "url", URL, "date", own));
    Article a = article(read("a.jsonl", utf8(line), FieldNames.known(), hints));
    assertEquals(LocalDate.parse(day), a.publishedOn());
    assertEquals(origin.code(), a.dateOrigin());
  }

  private static FileHints hints(DateOrigin origin) {
    return new FileHints("", "", LocalDate.of(2017, 9, 1), origin);
  }

  @Test
  void noDayIsTakenThatIsFarAhead() {
    FileHints guess = hints(DateOrigin.FILE_TIME);
    assertDay("2017-09-14", DateOrigin.URL, guess, "14/9/2071");
    FileHints ahead = new FileHints("", "", LocalDate.of(2099, 1, 1), DateOrigin.OPTION);
    String line = json(Map.of("text", BODY, "date", "14/9/2071"));
    var outcomes = read("a.jsonl", utf8(line), FieldNames.known(), ahead);
    assertEquals(RejectReason.FUTURE_DATE, outcomes.get(0).reject().reason());
    assertEquals(null, outcomes.get(0).reject().publishedOn(), "else no window would have it");
  }

  @Test
  void datesComeFromTheMostTrustedOrigin() {
    for (DateOrigin origin :
        List.of(DateOrigin.SIDECAR, DateOrigin.OPTION, DateOrigin.PATH, DateOrigin.FILE_TIME)) {
      assertDay("2017-09-02", DateOrigin.RECORD, hints(origin), "2/9/2017");
    }
    for (DateOrigin origin : List.of(DateOrigin.SIDECAR, DateOrigin.OPTION, DateOrigin.PATH)) {
      assertDay("2017-09-01", origin, hints(origin), "");
      assertDay("2017-09-01", origin, hints(origin), "31/02/2017");
    }
    assertDay("2017-09-14", DateOrigin.URL, hints(DateOrigin.FILE_TIME), "");
    String undated = json(Map.of("text", BODY));
    Article a = article("a.jsonl", undated);
    assertEquals(DateOrigin.FILE_TIME.code(), a.dateOrigin());
    assertEquals(HINTS.date(), a.publishedOn());
  }

  @ParameterizedTest
  @CsvSource({
    "title, headline",
    "title, العنوان",
    "source, src",
    "source, newspaper",
    "url, link",
    "author, byline",
    "category, cat",
    "category, Section"
  })
  void commonFieldNamesAreKnown(String target, String field) {
    Article a = article(Map.of("text", BODY, field, "قيمة"));
    String value =
        switch (target) {
          case "title" -> a.title();
          case "source" -> a.source();
          case "url" -> a.url();
          case "author" -> a.author();
          default -> a.category();
        };
    assertEquals("قيمة", value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "body", "content", "Article", " fullText ", "النص"})
  void commonNamesOfTheBodyAreKnown(String field) {
    assertEquals(BODY, article(Map.of(field, BODY)).body());
  }

  @Test
  void mapNamesForeignFieldsAndWinsOverKnownOnes() {
    Map<String, String> fields = Map.of("text", "غير ذلك", "Matn", BODY);
    assertEquals(BODY, mapped("body=Matn", fields).body());
    assertEquals(BODY, mapped("body=matn", fields).body());
  }

  @Test
  void mapToAFieldThatIsNotThereIsSaidWithTheFieldsThatAre() {
    FieldNames names = FieldNames.mapping(Map.of("body", "nosuch"));
    Reject json = read("a.jsonl", utf8(json(TITLE, BODY)), names, HINTS).get(0).reject();
    assertEquals(RejectReason.EMPTY_BODY, json.reason());
    assertEquals("no field for the body among title, text", json.detail());
    Reject csv = read("a.csv", utf8("title,text\nا,ب\n"), names, HINTS).get(0).reject();
    assertEquals(RejectReason.MISSING_COLUMN, csv.reason());
  }

  @Test
  void mapWithAnUnknownTargetIsRefusedWithTheTargetsThereAre() {
    var e =
        Assertions.assertThrows(
            IllegalArgumentException.class, () -> FieldNames.mapping(Map.of("txet", "a")));
    assertTrue(e.getMessage().contains("body"), e.getMessage());
    Assertions.assertThrows(
        IllegalArgumentException.class, () -> FieldNames.mapping(Map.of("body", " ")));
  }

  @Test
  void sourceIsTheRecordsOwnThenTheFilesThenTheHost() {
    FileHints file = new FileHints("الغد", "", HINTS.date(), HINTS.dateOrigin());
    String line = json(Map.of("text", BODY, "url", "https://www.example.com:80/a"));
    assertEquals("example.com", article("a.jsonl", line).source());
    assertEquals("الغد", article(read("a.jsonl", utf8(line), FieldNames.known(), file)).source());
    assertEquals("سانا", article(Map.of("text", BODY, "source", "سانا")).source());
    assertEquals("unknown", article(Map.of("text", BODY)).source());
  }

  @Test
  void htmlBodiesBecomeTextWithALineForEachBlock() {
    String html =
        "<div class=\"x\"><p>قال&nbsp;<b>الوزير</b> &quot;نعم&quot;</p><p>ثم&#8230; عاد<br/>أمس</p>"
            + "<script type=\"a\">var a = '<p>';</script><!-- <p>لا</p> --></div>";
    String text = "قال\u00A0الوزير \"نعم\"\nثم… عاد\nأمس";
    assertEquals(text, article(Map.of("text", html)).body());
    String escaped = html.replace("<", "&lt;").replace(">", "&gt;");
    assertEquals(text, article(Map.of("text", escaped)).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "السعر < 5 دولارات و > 3 في السوق",
        "كتب <أحمد> في الصحيفة: 5<6",
        "شركة A&B وشركة AT&T; قالت",
        "<<خبر عاجل>> من دمشق"
      })
  void textThatIsNoHtmlIsUntouched(String text) {
    assertEquals(text, article(Map.of("text", text)).body());
  }

  @Test
  void titlesKeepTagsAsTextAndUnescapeEntities() {
    String title = "<script>alert(1)</script> &quot;خبر&quot;";
    assertEquals(
        "<script>alert(1)</script> \"خبر\"", article(Map.of("text", BODY, "title", title)).title());
  }

  @Test
  void invisibleSignsStayInTheText() {
    String body = "قال \u202Bالوزير\u202C في \u200Eدمشق\u200F مي\u200Cخواهم أ\u200Dب.";
    Article a = article(Map.of("text", body, "title", "خبر\u2067 عاجل\u2069"));
    assertEquals(body, a.body());
    assertEquals("خبر\u2067 عاجل\u2069", a.title());
  }

  @Test
  void longRunsOfBlanksAreReadInNoTime() {
    String blanks = " ".repeat(2_000_000);
    assertTimeout(
        Duration.ofSeconds(5), () -> assertEquals(BODY, article("a.txt", blanks + BODY).body()));
    String signs = "& < <!-- ".repeat(200_000) + "-->";
    assertTimeout(Duration.ofSeconds(5), () -> article("a.txt", BODY.repeat(2) + blanks + signs));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "رئیس جمهور ایران دیروز گفت که پیشرفت‌های خوبی در گفتگوها پدید آمده و چند کشور پذیرفتند",
        "The minister met the president in Damascus.",
        "وزیر اعظم نے کہا ہے کہ ملک میں ٹیکس کا نظام بہتر بنایا جائے گا اور لوگوں کو ڈر نہیں"
      })
  void otherLanguagesAreNotArabic(String text) {
    assertEquals(List.of(RejectReason.NOT_ARABIC), reasons(read("a.txt", text)));
  }

  @Test
  void arabicWithForeignLettersInNamesIsArabic() {
    assertTrue(
        article("a.txt", BODY + " وحضر ڤيتالي وپوتين والچلبي وگورباتشوف اللقاء.").words() > 0);
  }

  @Test
  void everyReasonOfTheClosedListOccurs() {
    Set<RejectReason> seen = EnumSet.noneOf(RejectReason.class);
    String large = "س".repeat(2_600_000);
    byte[] noise = new byte[2000];
    new java.util.Random(1).nextBytes(noise);
    seen.addAll(reasons(read("a.jsonl", json(TITLE, " ") + "\n{\n" + json(TITLE, large) + "\n")));
    seen.addAll(reasons(read("b.txt", "no Arabic at all")));
    seen.addAll(reasons(read("c.csv", "title,date\nا,ب\n")));
    seen.addAll(reasons(read("d.csv", "text\n\"" + "x\"\"\n".repeat(3_500_000))));
    seen.addAll(reasons(read("e.txt", noise)));
    seen.addAll(reasons(read("f.txt", BODY.replace('ا', '\uFFFD'))));
    seen.addAll(reasons(read("g.gz", "")));
    seen.addAll(reasons(read("h.parquet.gz", "PAR1")));
    seen.addAll(reasons(read("i.rss", "<rss>")));
    seen.addAll(reasons(read("j.warc", WebFormatsTest.response("1", "HTTP/1.1 404 No", noise))));
    // These come of more than a record: BadInputTest, StorageStreamTest and above.
    Set<RejectReason> elsewhere =
        EnumSet.of(
            RejectReason.REPEATED,
            RejectReason.STORAGE,
            RejectReason.BAD_SIDECAR,
            RejectReason.FUTURE_DATE);
    seen.addAll(elsewhere);
    assertEquals(EnumSet.allOf(RejectReason.class), seen);
  }

  @Test
  void bodyAboveFiveMegabytesIsTooLarge() {
    String letters = "سلام ".repeat(600_000);
    assertEquals(
        List.of(RejectReason.TOO_LARGE), reasons(read("a.jsonl", json(TITLE, letters) + "\n")));
    assertEquals(List.of(RejectReason.TOO_LARGE), reasons(read("a.csv", "text\n" + letters)));
    assertEquals(List.of(RejectReason.TOO_LARGE), reasons(read("a.txt", letters.repeat(2))));
    assertEquals(
        List.of(RejectReason.TOO_LARGE),
        reasons(read("a.json", "[" + json(TITLE, letters.repeat(4)) + "]")));
  }

  @Test
  void nothingThatATerminalObeysStaysInACell() {
    Article article =
        article(
            Map.of(
                "title", "\u001B[31mخبر\u001B]0;x\u0007\tعاجل\u009B0m",
                "source", "الأ\u0000فق\nب",
                "url", "http://example.com/\r\na",
                "text", BODY + "\u001B[2J"));
    assertEquals("[31mخبر]0;x عاجل0m", article.title());
    assertEquals("الأفق ب", article.source());
    assertEquals("http://example.com/ a", article.url());
    assertEquals(BODY + "[2J", article.body());
  }

  @Test
  void anAddressWithoutAHostNamesNoSource() {
    for (String url : List.of("http://www.?a", "http://www.", "https://", "/a")) {
      assertEquals("unknown", article(Map.of("url", url, "text", BODY)).source(), url);
    }
  }

  /** What a cleaned text is, said by patterns: slow, and plain to see. */
  private static String cleanByPatterns(String text) {
    return text.replaceAll("\\r\\n?|[\\u0085\\u2028\\u2029\\u000B\\f]", "\n")
        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
        .replaceAll("(?<![ \\t\\u00A0])[ \\t\\u00A0]*+\\n[\\s\\u00A0]*+", "\n")
        .strip();
  }

  @Property
  void cleansAsThePatternsSay(
      @ForAll
          @Chars({'م', 'x', ' ', '\t', '\n', '\r', '\u00A0', '\u0085', '\u2028', '\f', '\u0000'})
          String text) {
    assertEquals(cleanByPatterns(text), Interpreter.clean(text));
  }
}

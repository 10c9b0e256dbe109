package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marsad.article.Reading.BODY;
import static org.marsad.article.Reading.TITLE;
import static org.marsad.article.Reading.article;
import static org.marsad.article.Reading.articles;
import static org.marsad.article.Reading.gzip;
import static org.marsad.article.Reading.joined;
import static org.marsad.article.Reading.json;
import static org.marsad.article.Reading.positions;
import static org.marsad.article.Reading.read;
import static org.marsad.article.Reading.reasons;
import static org.marsad.article.Reading.utf8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatsTest {
  private static final String OTHER = "أعلنت وزارة الصحة في بيروت اليوم عن خطة جديدة.";
  private static final String LINES = json(TITLE, BODY) + "\n" + json("خطة صحية", OTHER) + "\n";

  private static void assertBoth(List<Interpreter.Outcome> outcomes) {
    assertEquals(List.of(BODY, OTHER), articles(outcomes).stream().map(Article::body).toList());
    assertEquals(2, outcomes.size());
  }

  @Test
  void firstLineOfPlainTextIsTheHeadline() {
    Article a = article("a.txt", TITLE + "\n\n" + BODY + "\n" + OTHER);
    assertEquals(TITLE, a.title());
    assertEquals(BODY + "\n" + OTHER, a.body());
  }

  @Test
  void plainTextOfOneParagraphIsAllBody() {
    Article a = article("a.txt", BODY);
    assertEquals("", a.title());
    assertEquals(BODY, a.body());
  }

  @Test
  void longFirstLineIsAParagraph() {
    String lead = BODY.repeat(4);
    Article a = article("a.txt", lead + "\n" + OTHER);
    assertEquals("", a.title());
    assertEquals(lead + "\n" + OTHER, a.body());
  }

  @Test
  void repeatedHeadlineCountsOnce() {
    assertEquals(BODY, article("a.txt", TITLE + "\n" + TITLE + "\n" + BODY).body());
    assertEquals(
        "جولة مفاوضات في أستانا\n" + BODY,
        article("a.txt", TITLE + "\nجولة مفاوضات في أستانا " + TITLE + "\n" + BODY).body());
  }

  @Test
  void paragraphThatBeginsAsTheHeadlineStaysWhole() {
    String lead = TITLE + " في دمشق ويبحث معه التعاون.";
    assertEquals(lead, article("a.txt", TITLE + "\n" + lead).body());
  }

  @Test
  void headlineOfOneWordIsNotCutOutOfParagraphs() {
    String line = "محادثات جديدة بين الفصائل في سورية";
    assertEquals(line, article("a.txt", "سورية\n" + line).body());
  }

  @Test
  void unicodeLineAndParagraphSeparatorsPartParagraphs() {
    Article a = article("a.txt", TITLE + "\u2028" + BODY + "\u2029" + OTHER);
    assertEquals(TITLE, a.title());
    assertEquals(BODY + "\n" + OTHER, a.body());
  }

  @Test
  void jsonLinesAreArticles() {
    assertBoth(read("a.jsonl", LINES));
    assertBoth(read("a.json", LINES));
    assertBoth(read("part-0000", LINES));
    assertBoth(read("a.jsonl", LINES.strip()));
    assertBoth(read("a.jsonl", LINES.replace("\n", "\r\n")));
  }

  @Test
  void positionsAreLineNumbersThoughLinesAreEmpty() {
    assertEquals(List.of(2L, 5L), positions(read("a.jsonl", "\n" + LINES.replace("\n", "\n\n\n"))));
  }

  @Test
  void brokenLineCostsOnlyItself() {
    List<Interpreter.Outcome> outcomes =
        read("a.jsonl", "{\"title\": \"x\n" + LINES + "[1]\nnull\n{} {}\n");
    assertEquals(2, articles(outcomes).size());
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), positions(outcomes));
    assertTrue(reasons(outcomes).stream().allMatch(r -> r == RejectReason.BROKEN_JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s,%s]",
        "[\n%s,\n%s\n]\n",
        "[\n  %s,\n  %s\n]",
        "  [\n\n%s , %s]",
        "[%s]\n[%s]\n"
      })
  void jsonArrayOfObjectsIsReadElementByElement(String frame) {
    String file = frame.formatted(json(TITLE, BODY), json("خطة صحية", OTHER));
    assertBoth(read("a.json", file));
    assertBoth(read("a.json", "\uFEFF" + file));
    assertEquals(List.of(1L, 2L), positions(read("export", file)));
  }

  @Test
  void prettyPrintedObjectsAreRead() {
    String one =
        json(TITLE, BODY).replace("{", "{\n  ").replace(", \"", ",\n  \"").replace("}", "\n}\n");
    assertEquals(BODY, article("a.json", one).body());
    String two = json("خطة صحية", OTHER).replace("{", "{\n\t").replace("}", "\n}");
    assertBoth(read("a.json", one + two));
  }

  @Test
  void brokenArrayKeepsWhatStandsBeforeTheBreak() {
    List<Interpreter.Outcome> outcomes =
        read(
            "a.json",
            "[\n" + json(TITLE, BODY) + ",\n" + json("س", OTHER).replace("}", "") + "\n]");
    assertEquals(1, articles(outcomes).size());
    assertEquals(List.of(RejectReason.BROKEN_JSON), reasons(outcomes));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void csvIsPartedAsItsHeaderShows(String d) {
    String file =
        "title"
            + d
            + "text\n\""
            + TITLE
            + "\""
            + d
            + "\""
            + BODY
            + "\"\nخطة صحية"
            + d
            + OTHER
            + "\n";
    assertBoth(read("a.csv", file));
    assertBoth(read("a.tsv", "\uFEFF" + file.replace("\n", "\r\n")));
    assertEquals(List.of(2L, 3L), positions(read("a.csv", file)));
  }

  @Test
  void csvCellsKeepLineBreaksQuotationMarksAndDelimiters() {
    Article a =
        article("a.csv", "title,text\n\"قال \"\"نعم\"\", ثم\",\"" + BODY + "\n\n" + OTHER + "\"\n");
    assertEquals("قال \"نعم\", ثم", a.title());
    assertEquals(BODY + "\n" + OTHER, a.body());
  }

  @Test
  void csvRowMayBeginWithAHashTagOrAnUnescapedQuotation() {
    String file =
        "text,title\n#دمشق " + OTHER + ",ع\n\"نعم\" قال الوزير في دمشق أمس,ق\n" + OTHER + ",ك\n";
    assertEquals(
        List.of("#دمشق " + OTHER, "\"نعم\" قال الوزير في دمشق أمس", OTHER),
        articles(read("a.csv", file)).stream().map(Article::body).toList());
  }

  @Test
  void csvRowsShorterAndLongerThanTheHeaderAreRead() {
    List<Interpreter.Outcome> outcomes =
        read("a.csv", "text,title,\n" + BODY + "\n" + OTHER + ",ع,ف,ق,ك\n\n");
    assertBoth(outcomes);
  }

  @Test
  void openQuotationMarkDoesNotSwallowTheRestUnseen() {
    String rows = (OTHER + ",ع\n").repeat(20);
    List<Interpreter.Outcome> outcomes = read("a.csv", "text,title\n\"" + BODY + ",ع\n" + rows);
    assertTrue(
        articles(outcomes).size() >= 20 || reasons(outcomes).contains(RejectReason.BROKEN_CSV),
        outcomes.toString());
  }

  @Test
  void openQuotationMarkInTheLastColumnIsTold() {
    String rows = ("ع," + OTHER + "\n").repeat(20);
    assertTrue(
        reasons(read("a.csv", "title,text\nع,\"" + BODY + "\n" + rows))
            .contains(RejectReason.BROKEN_CSV));
    String lines = BODY + "\n" + OTHER;
    assertEquals(lines, article("a.csv", utf8("title,text\nع,\"" + lines + "\"\n")).body());
  }

  @Test
  void gzipOfEachFormatIsRead() {
    assertBoth(read("a.jsonl.gz", gzip(utf8(LINES))));
    assertEquals(TITLE, article("a.txt.gz", gzip(utf8(TITLE + "\n" + BODY))).title());
    assertEquals(BODY, article("a.csv.gz", gzip(utf8("text\n" + BODY + "\n"))).body());
    assertBoth(read("a.json.gz", gzip(utf8("[" + LINES.strip().replace("\n", ",") + "]"))));
  }

  @Test
  void gzipOfSeveralMembersIsReadWhole() {
    byte[] first = gzip(utf8(json(TITLE, BODY) + "\n"));
    byte[] second = gzip(utf8(json("خطة صحية", OTHER) + "\n"));
    assertBoth(read("a.jsonl.gz", joined(first, second)));
  }

  @Test
  void fileIsGzipIfItsBytesSaySo() {
    assertBoth(read("a.jsonl.gz", LINES));
    assertBoth(read("a.jsonl", gzip(utf8(LINES))));
  }

  @Test
  void truncatedGzipGivesTheRecordsBeforeItsEnd() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      many.append(json(TITLE + " " + i, BODY + " " + Integer.toHexString(i * 7919))).append('\n');
    }
    byte[] whole = gzip(utf8(many.toString()));
    for (int divisor : new int[] {2, 50}) {
      List<Interpreter.Outcome> outcomes =
          read("a.jsonl.gz", Arrays.copyOf(whole, whole.length / divisor));
      int taken = articles(outcomes).size();
      assertTrue(taken > 5000 / divisor / 3 && taken < 5000, taken + " articles");
      assertEquals(List.of(RejectReason.TRUNCATED), reasons(outcomes));
      assertEquals(taken + 1L, outcomes.get(outcomes.size() - 1).position());
    }
  }

  @Test
  void recordCutByTheEndOfATruncatedFileIsNotTaken() {
    String csv = "text,title\n" + (BODY + ",ع\n").repeat(50);
    byte[] whole = gzip(utf8(csv));
    List<Interpreter.Outcome> outcomes = read("a.csv.gz", Arrays.copyOf(whole, whole.length - 12));
    assertTrue(articles(outcomes).stream().allMatch(a -> a.body().equals(BODY)));
    assertEquals(List.of(RejectReason.TRUNCATED), reasons(outcomes));
    byte[] text = gzip(utf8(TITLE + "\n" + BODY + OTHER));
    assertEquals(
        List.of(RejectReason.TRUNCATED),
        reasons(read("a.txt.gz", Arrays.copyOf(text, text.length - 12))));
  }

  @Test
  void damagedGzipIsUnreadable() {
    byte[] bytes = gzip(utf8(LINES));
    bytes[bytes.length - 6] ^= 0x55;
    List<Interpreter.Outcome> outcomes = read("a.jsonl.gz", bytes);
    assertEquals(2, articles(outcomes).size());
    assertEquals(List.of(RejectReason.UNREADABLE), reasons(outcomes));
  }

  @Test
  void emptyFilesHoldNoRecords() {
    assertEquals(List.of(), read("a.jsonl", ""));
    assertEquals(List.of(), read("a.json", "[]"));
    assertEquals(List.of(), read("a.csv", ""));
    assertEquals(List.of(), read("a.csv", "text,title\n"));
    assertEquals(List.of(RejectReason.EMPTY_BODY), reasons(read("a.txt", "")));
    assertEquals(List.of(RejectReason.TRUNCATED), reasons(read("a.jsonl.gz", "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void sharesOfAFileAreTheWholeFile(int shares) {
    byte[] gzip = gzip(utf8(LINES + "{broken\n" + LINES.repeat(2)));
    byte[] cut = Arrays.copyOf(gzip, gzip.length - 30);
    for (byte[] bytes : List.of(gzip, cut)) {
      List<Interpreter.Outcome> parts = new ArrayList<>();
      for (int share = 0; share < shares; share++) {
        parts.addAll(read("a.jsonl.gz", bytes, share, shares));
      }
      parts.sort(Comparator.comparingLong(Interpreter.Outcome::position));
      assertEquals(read("a.jsonl.gz", bytes), parts);
    }
  }

  @Test
  void documentThatBreaksBetweenRecordsIsRejectedBehindTheLast() {
    List<Interpreter.Outcome> outcomes =
        read("a.json", "[" + json(TITLE, BODY) + ",\n" + json("خطة", OTHER) + " ; ]");
    assertEquals(List.of(1L, 2L, 3L), Reading.positions(outcomes));
    assertEquals(List.of(RejectReason.BROKEN_JSON), reasons(outcomes));
  }

  @Test
  void recordOfAMillionValuesIsTooLarge() {
    String bomb = "{\"text\": [" + "0,".repeat(1_000_001) + "0]}";
    assertEquals(List.of(RejectReason.TOO_LARGE), reasons(read("a.json", "[\n" + bomb + "]")));
    List<Interpreter.Outcome> lines = read("a.jsonl", bomb + "\n" + LINES);
    assertEquals(List.of(RejectReason.TOO_LARGE), reasons(lines));
    assertEquals(2, articles(lines).size());
  }

  @Test
  void gzipBombEndsWhereItUnpacksWithoutEnd() {
    byte[] spaces = new byte[100_000_000];
    Arrays.fill(spaces, (byte) ' ');
    byte[] bomb = gzip(joined(utf8(LINES), spaces));
    List<Interpreter.Outcome> outcomes = read("a.jsonl.gz", bomb);
    assertEquals(2, articles(outcomes).size());
    assertTrue(outcomes.get(2).reject().detail().contains("bomb"), outcomes.toString());
    assertEquals(List.of(RejectReason.TOO_LARGE), reasons(read("a.txt.gz", bomb)));
  }

  @Test
  void parquetBombIsKnownByItsFooter() {
    assertTrue(ParquetLimits.exceeded(2_000, 1_000_000_000, 5_000).isPresent());
    assertTrue(ParquetLimits.exceeded(100_000, 10, 2_000_000_000).isPresent());
    assertTrue(ParquetLimits.exceeded(50_000_000, 15_000, 150_000_000).isEmpty());
    assertTrue(ParquetLimits.exceeded(2_000, 90_000, 60_000_000).isEmpty());
  }
}

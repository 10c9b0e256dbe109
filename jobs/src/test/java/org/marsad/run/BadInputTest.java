package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;

/** What users put in by mistake, through the command line. */
class BadInputTest {
  private static final String BODY = "التقى وزير الدفاع الروسي أمس الرئيس السوري في دمشق.";
  private static final String BIDI =
      "قال \u202Bالوزير\u202C في \u200Eدمشق\u200F مي\u200Cخو أ\u200Dب.";
  private static final String SCRIPT = "<script>alert(1)</script>";

  @TempDir Path dir;

  private record Result(int code, String out, String err) {
    /** A user's error: the exit code, one line, no stack trace. */
    void assertOneLine(int expected, String... parts) {
      assertEquals(expected, code, err);
      assertEquals(1, err.lines().count(), err);
      for (String part : parts) {
        assertTrue(err.contains(part), err);
      }
    }
  }

  @BeforeAll
  static void start() {
    SparkFixture.spark();
  }

  private static Result marsad(String... args) {
    Warehouses.Said said = Warehouses.withoutSpark(args);
    return new Result(said.code(), said.out(), said.err());
  }

  private Result ingest(Path input) {
    return marsad("ingest", "--input", input.toString(), "--warehouse", warehouse());
  }

  private String warehouse() {
    return dir.resolve("warehouse").toString();
  }

  private Path input(String name, byte[] bytes) throws IOException {
    Path file = dir.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String title, String body) {
    return "{\"title\": \"" + title + "\", \"text\": \"" + body + "\", \"date\": \"2017-09-14\"}\n";
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private List<Row> stored(String part, String... columns) {
    return SparkFixture.spark()
        .read()
        .parquet(warehouse() + "/store/" + part + "/*")
        .selectExpr(columns)
        .collectAsList()
        .stream()
        .sorted(Comparator.comparing(Row::toString))
        .toList();
  }

  @Test
  void emptyDirectoryIsSaidAndNoError() throws IOException {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    Result result = ingest(empty);
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().contains("no files in " + empty), result.out());
  }

  @Test
  void pathThatDoesNotExistIsNamed() {
    ingest(dir.resolve("nowhere")).assertOneLine(2, dir.resolve("nowhere").toString());
  }

  @Test
  void unknownOptionsAndValuesAreUsageErrors() {
    assertEquals(1, marsad("ingest", "--inptu", "x").code());
    assertEquals(1, marsad("ingest", "--input", "x", "--date", "14/9/2017").code());
    assertEquals(1, marsad("nosuch").code());
  }

  @Test
  void wrongMapIsNamed() throws IOException {
    Path file = input("a.jsonl", utf8(json("ع", BODY)));
    marsad("ingest", "--input", file.toString(), "--warehouse", warehouse(), "--map", "txet=a")
        .assertOneLine(2, "txet", "body");
  }

  @Test
  void everyBadFileOfADirectoryCostsOnlyItself() throws IOException {
    StringBuilder many = new StringBuilder();
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      many.append(json("خبر " + i, BODY + random.nextLong()));
    }
    byte[] whole = gzip(utf8(many.toString()));
    input("a-cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    input("b-column.csv", utf8("title,date\nع,2017-09-14\n"));
    input("c-large.jsonl", utf8(json("ع", "س ".repeat(7_000_000)) + "\n" + json("ع", BODY + " ج")));
    input("d-nul.txt", utf8("خبر\0 عاجل\n\0" + BODY + " د\0"));
    input("e-script.jsonl", utf8(json(SCRIPT, BODY + " ه")));
    input("f-bidi.jsonl", utf8(json("ع", BIDI)));
    input(
        "g-wide.csv",
        "\uFEFFtitle;text\nع;".concat(BODY + " ز\n").getBytes(StandardCharsets.UTF_16LE));
    input("h-again.jsonl", utf8("\n" + json("ع", BIDI).replace(" ", "  ")));
    input("i-iso.txt", ("خبر\n" + BODY + " ط").getBytes(Charset.forName("ISO-8859-6")));
    parquet();
    Result result = ingest(dir.resolve("in"));
    assertEquals(0, result.code(), result.err());

    List<Row> rejects =
        stored("rejects", "regexp_extract(input, '[^/]*$', 0) AS file", "position", "reason");
    int cut = 0;
    StringBuilder said = new StringBuilder();
    for (Row r : rejects) {
      if (r.getString(0).startsWith("a-cut")) {
        cut++;
        assertEquals("truncated", r.getString(2));
      } else {
        said.append(r.mkString(" ")).append('\n');
      }
    }
    assertEquals(1, cut);
    assertEquals(
        """
        b-column.csv 1 missing_column
        c-large.jsonl 1 too_large
        h-again.jsonl 2 repeated
        j-cut.parquet 1 unreadable
        k-column.parquet 1 missing_column
        """,
        said.toString());

    List<Row> articles = stored("articles", "body", "title", "charset");
    assertTrue(articles.stream().anyMatch(r -> r.getString(0).equals(BIDI)));
    assertTrue(articles.stream().anyMatch(r -> r.getString(1).equals(SCRIPT)));
    assertTrue(articles.stream().anyMatch(r -> r.getString(0).equals(BODY + " د")));
    assertTrue(articles.stream().anyMatch(r -> r.getString(2).equals("UTF-16LE")));
    assertTrue(articles.stream().anyMatch(r -> r.getString(2).equals("ISO-8859-6")));
    assertEquals(2, articles.stream().filter(r -> r.getString(1).startsWith("لوح")).count());
    long records = articles.size() + rejects.size();
    assertTrue(result.out().contains("read " + records + " records"), result.out());

    Result again = ingest(dir.resolve("in"));
    assertTrue(again.out().contains("0 of them new"), again.out());
  }

  /** A whole Parquet file, one cut in half, and one without a column for the text. */
  private void parquet() throws IOException {
    StructType type = StructType.fromDDL("title string, body binary, date timestamp, n int");
    var day = java.time.Instant.parse("2017-09-14T10:00:00Z");
    List<Row> rows =
        List.of(
            RowFactory.create("لوح أول", utf8(BODY + " ي"), day, 1),
            RowFactory.create("لوح ثان", utf8(BODY + " ك"), day, null));
    Path out = dir.resolve("parquet");
    var table = SparkFixture.spark().createDataFrame(rows, type).coalesce(1);
    table.write().parquet(out + "/good");
    table.select("title", "n").write().parquet(out + "/column");
    byte[] good = part(out.resolve("good"));
    input("j-good.parquet", good);
    input("j-cut.parquet", Arrays.copyOf(good, good.length / 2));
    input("k-column.parquet", part(out.resolve("column")));
  }

  @Test
  void parquetFileThatUnpacksWithoutMeasureIsLeftPacked() throws Exception {
    Path out = dir.resolve("bomb");
    SparkFixture.spark()
        .range(0, 40, 1, 1)
        .selectExpr("'خبر' AS title", "repeat(' ', 2500000) AS text")
        .write()
        .option("parquet.enable.dictionary", "false")
        .parquet(out.toString());
    byte[] bomb = part(out);
    assertTrue(bomb.length < 200_000, bomb.length + " bytes hold 100 MB");
    Path file = input("bomb.parquet", bomb);
    assertEquals(0, ingest(file).code());
    List<Row> rejects = stored("rejects", "reason", "detail");
    assertEquals(1, rejects.size());
    assertEquals("too_large", rejects.get(0).getString(0));
    assertTrue(rejects.get(0).getString(1).contains("a decompression bomb"), rejects.toString());
  }

  @Test
  void namesOfParquetFilesAndColumnsAreNoPatterns() throws IOException {
    Path out = dir.resolve("odd");
    SparkFixture.spark()
        .range(0, 1, 1, 1)
        .selectExpr("'" + BODY + "' AS text", "'2017-09-14' AS date", "1 AS `a``b.c`")
        .write()
        .parquet(out.toString());
    Result result = ingest(input("a[1]{2}*.parquet", part(out)).getParent());
    assertTrue(
        result.out().contains("1 articles"), () -> result + stored("rejects", "*").toString());
  }

  private static byte[] part(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      Path part = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return Files.readAllBytes(part);
    }
  }

  @Test
  void lexiconRowWithAMissingColumnIsNamedByFileAndLine() throws IOException {
    Path lexicon = Files.createDirectory(dir.resolve("lexicon"));
    Path broken = lexicon.resolve("stopwords.tsv");
    Files.writeString(broken, "# mine\nword\tclass\texample\nفي\tpreposition\n");
    Path file = input("a.jsonl", utf8(json("ع", BODY)));
    marsad(
            "run",
            "--input",
            file.toString(),
            "--warehouse",
            warehouse(),
            "--lexicon",
            lexicon.toString())
        .assertOneLine(2, broken + ":3");
    marsad("run", "--warehouse", warehouse(), "--lexicon", dir + "/none").assertOneLine(2, "none");
  }

  @Test
  void whatIsNoFaultOfTheFileIsMendedAndReadAgain() throws IOException {
    Path file = input("a.jsonl", utf8(json("ع", BODY)));
    Path sidecar = input("_meta.json", utf8("{\"source\": "));
    assertTrue(ingest(file.getParent()).out().contains("0 articles, 1 rejects"));
    assertEquals("[bad_sidecar]", stored("rejects", "reason").get(0).toString());
    Files.delete(sidecar);
    assertTrue(ingest(file.getParent()).out().contains("1 articles, 0 rejects"));
  }

  @Test
  void aFaultThatPassesIsToldUntilTheFileIsReadAfterIt() throws IOException {
    Path file = input("feed.jsonl", utf8(json("ع", BODY)));
    ingest(file.getParent());
    Files.write(file, utf8(json("غ", BODY)));
    Path sidecar = input("_meta.json", utf8("{\"source\": "));
    ingest(file.getParent());
    assertEquals(1, rejectsToTell(), "read on the night before, not on this one");
    // What was read on the night before comes back, which is not new: only this tells that it can
    // be read again.
    Files.write(file, utf8(json("ع", BODY)));
    Files.delete(sidecar);
    assertTrue(ingest(file.getParent()).out().contains("1 files, 1 of them new"));
    assertEquals(0, rejectsToTell());
    assertTrue(ingest(file.getParent()).out().contains("0 of them new"));
  }

  @Test
  void aFileThatWasReadIsKnownWhateverIsToldBesideItLater() throws IOException {
    Path file = input("a.txt", utf8("خبر\n" + BODY));
    Path sidecar = input("_meta.json", utf8("{\"source\": \"الأفق\"}"));
    ingest(file.getParent());
    for (String later : List.of("{\"source\": ", "{\"source\": \"المدى\"}", "")) {
      Files.writeString(sidecar, later);
      if (later.isEmpty()) {
        Files.delete(sidecar);
      }
      assertTrue(ingest(file.getParent()).out().contains("1 files, 0 of them new"), later);
    }
    assertEquals("[[الأفق]]", stored("articles", "source").toString());
  }

  private long rejectsToTell() {
    Warehouse warehouse =
        Warehouse.existing(warehouse(), SparkFixture.spark().sparkContext().hadoopConfiguration());
    Store store = new Store(SparkFixture.spark(), warehouse);
    return store
        .rejects(Store.Window.of(null, null, 0, store.batches()))
        .where("reason = 'bad_sidecar'")
        .count();
  }

  @Test
  void twoPapersThatPrintTheSameAreTwoArticles() throws IOException {
    for (String paper : List.of("الأفق", "المدى")) {
      input(paper + "/a.txt", utf8("خبر\n" + BODY));
      input(paper + "/_meta.json", utf8("{\"source\": \"" + paper + "\"}"));
    }
    Path both = dir.resolve("in");
    assertTrue(ingest(both).out().contains("2 articles, 0 rejects"));
    assertEquals("[[الأفق], [المدى]]", stored("articles", "source").toString());
    assertTrue(ingest(both).out().contains("2 files, 0 of them new"));
  }

  @Test
  void aFileIsReadAnewOnceItsSizeOrTimeIsAnother() throws IOException {
    Path file = input("a.jsonl", utf8(json("ع", BODY)));
    FileTime then = FileTime.from(Instant.parse("2017-09-14T12:00:00Z"));
    Files.setLastModifiedTime(file, then);
    ingest(file);
    Files.write(file, utf8(json("غ", BODY)));
    assertTrue(ingest(file).out().contains("1 articles"), "written just now");
    Files.setLastModifiedTime(file, then);
    ingest(file);
    Files.write(file, utf8(json("ق", BODY)));
    Files.setLastModifiedTime(file, then);
    assertTrue(ingest(file).out().contains("0 of them new"), "nothing shows the change");
    Files.writeString(dir.resolve("warehouse/store/seen.json"), "{\"files\": ");
    assertTrue(ingest(file).out().contains("1 articles"), "the list may be damaged");
  }

  @Test
  void filesWithAFaultOfTheUsersAreReadAgainOnRequest() throws IOException {
    Path file = input("b.csv", utf8("txet,date\n" + BODY + ",2017-09-14\n"));
    assertTrue(ingest(file).out().contains("0 articles, 1 rejects"));
    assertTrue(ingest(file).out().contains("1 files, 0 of them new"));
    for (String said : List.of("1 articles, 0 rejects", "0 articles, 1 rejects (1 of them")) {
      Result result =
          marsad(
              "ingest",
              "--again",
              "--input",
              file.toString(),
              "--warehouse",
              warehouse(),
              "--map",
              "body=txet");
      assertTrue(result.out().contains(said), result.out());
    }
  }

  @Test
  void anotherFileWithTheSameFaultCounts() throws IOException {
    ingest(input("a.jsonl", utf8("{\n")));
    ingest(input("b.jsonl", utf8("{\n\n")));
    assertEquals(2, stored("rejects", "input").size());
  }

  @Test
  void warehouseThatCannotBeWrittenIsNamed() throws IOException {
    Path file = input("a.jsonl", utf8(json("ع", BODY)));
    for (String place : List.of(file.toString(), file + "/below", "/proc/marsad", "no:such://x")) {
      Result result = marsad("ingest", "--input", file.toString(), "--warehouse", place);
      result.assertOneLine(2, place);
    }
  }

  @Test
  void fullDiskIsSaidInOneLineAndLeavesNoBatch() throws Exception {
    Path small = Files.createDirectory(dir.resolve("small"));
    boolean mounted = shell("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString());
    if (!mounted) {
      System.err.println("LEFT OUT: the full-disk test may not mount a tmpfs here");
    }
    Assumptions.assumeTrue(mounted, "no right to mount a tmpfs");
    try {
      Random random = new Random(3);
      StringBuilder large = new StringBuilder();
      for (int i = 0; i < 1_000_000; i++) {
        large.append((char) ('ا' + random.nextInt(36))).append(i % 6 == 0 ? " " : "");
      }
      Path file = input("a.txt", utf8("خبر\n" + large));
      for (int i = 0; i < 3; i++) {
        input(i + ".txt", utf8("خبر\n" + large.reverse() + i));
      }
      marsad("ingest", "--input", file.getParent().toString(), "--warehouse", small.toString())
          .assertOneLine(2, "disk is full");
      assertFalse(Files.exists(small.resolve("store/ledger")));
      assertFalse(Files.exists(small.resolve(".lock")));
    } finally {
      SparkFixture.awaitTasks();
      shell("umount", "-l", small.toString());
    }
  }

  private static boolean shell(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

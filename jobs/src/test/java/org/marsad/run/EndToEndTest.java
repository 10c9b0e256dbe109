package org.marsad.run;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;
import org.marsad.entity.OwnNames;
import org.marsad.table.Table;

/** The main job through its commands, over the seed and the sample articles. */
class EndToEndTest {
  @TempDir Path temp;

  @Test
  void theRunPublishesEveryTableAndTheReport() {
    Path current = Warehouses.sample().resolve("current");
    for (Table table : Analyses.published()) {
      Dataset<Row> rows = Warehouses.table(Warehouses.sample(), table.name());
      assertEquals(table.columns(), List.of(rows.columns()), table.name());
      // No paper of the sample names itself so often.
      boolean mayBeEmpty = table.equals(OwnNames.TABLE);
      assertTrue(mayBeEmpty || rows.count() > 0, table.name() + " is empty");
    }
    assertTrue(Files.isRegularFile(current.resolve("report.html")));
    assertTrue(Files.isRegularFile(current.resolve("manifest.json")));
  }

  @Test
  void columnsCarryTheirDocumentationInParquet() {
    for (Table table : Analyses.published()) {
      var schema = Warehouses.table(Warehouses.sample(), table.name()).schema();
      table
          .fields()
          .forEach(
              f -> assertEquals(f.doc(), schema.apply(f.name()).getComment().get(), table.name()));
    }
  }

  @Test
  void whatWasPlantedInTheSampleIsFound() {
    Dataset<Row> articles = Warehouses.table(Warehouses.sample(), "articles");
    assertEquals(140, articles.count());
    assertEquals(112, articles.select("story_id").distinct().count());
    assertEquals(14, articles.where("is_copy").count());
    assertEquals(1, articles.where("charset = 'windows-1256'").count());
    assertEquals(1, articles.where("charset like '%read as windows-1252%'").count());
    assertEquals(12, articles.select("published_on").distinct().count());
    assertEquals(7, articles.select("source").distinct().count());
    Map<String, Long> rejects = new TreeMap<>();
    Warehouses.table(Warehouses.sample(), "rejects")
        .groupBy("reason")
        .count()
        .collectAsList()
        .forEach(r -> rejects.put(r.getString(0), r.getLong(1)));
    assertEquals(
        Map.of(
            "empty_body", 1L,
            "broken_json", 1L,
            "not_arabic", 1L,
            "mojibake", 1L,
            "missing_column", 1L,
            "truncated", 1L,
            "repeated", 1L),
        rejects);
  }

  @Test
  void aHostileTitleIsKeptAsText() {
    assertEquals(
        1,
        Warehouses.table(Warehouses.sample(), "articles").where("title like '%<script>%'").count());
  }

  @Test
  void everySurfaceStandsAtItsOffsets() {
    Map<String, Row> articles = new TreeMap<>();
    Warehouses.table(Warehouses.sample(), "articles")
        .select("article_id", "title", "body")
        .collectAsList()
        .forEach(a -> articles.put(a.getString(0), a));
    PublishedTables.register(SparkFixture.spark(), Warehouses.sample());
    for (String table : List.of("tokens", "entity_mentions")) {
      for (Row row :
          SparkFixture.spark()
              .sql("select article_id, field, start, `end`, surface from " + table)
              .collectAsList()) {
        Row article = articles.get(row.getString(0));
        String text = article.getAs(row.getString(1));
        assertEquals(row.getString(4), text.substring(row.getInt(2), row.getInt(3)));
      }
    }
  }

  @Test
  void theSameNightAgainGivesTheSameTables() {
    Path warehouse = Warehouses.sample();
    Map<String, Verification.Fingerprint> before = fingerprints(warehouse);
    Path home = Warehouses.home();
    Said said =
        Warehouses.marsad(
            "run",
            "--warehouse",
            warehouse.toString(),
            "--input",
            home.resolve("seeds").toString(),
            "--input",
            home.resolve("data/sample").toString());
    assertEquals(0, said.code(), said.err());
    assertTrue(said.out().contains("nothing new to read"), said.out());
    assertEquals(before, fingerprints(warehouse));
  }

  @Test
  void theSamplesAreNotReadIntoSomebodysArchive() throws Exception {
    Path warehouse = temp.resolve("archive");
    Path input = temp.resolve("own.jsonl");
    Files.writeString(
        input,
        "{\"title\": \"قمة\", \"body\": \"وصل وفد من دمشق إلى طهران لبحث ملف اللاجئين.\","
            + " \"source\": \"الأفق\", \"date\": \"2017-09-14\"}");
    Warehouses.marsad("ingest", "--warehouse", warehouse.toString(), "--input", input.toString());
    Said dry = Warehouses.marsad("run", "--dry-run", "--warehouse", warehouse.toString());
    assertTrue(dry.out().contains("nothing new to read"), dry.out());
    Said said = Warehouses.marsad("run", "--warehouse", warehouse.toString());
    assertEquals(0, said.code(), said.err());
    assertEquals(1, Warehouses.table(warehouse, "articles").count());
  }

  @Test
  void verifyRecomputesTheRunAndFindsItEqual() {
    Said said = Warehouses.marsad("verify", "--warehouse", Warehouses.sample().toString());
    assertEquals(0, said.code(), said.out() + said.err());
    assertTrue(said.out().contains("nothing lost"), said.out());
    assertFalse(said.out().contains("DIFFERENT"), said.out());
  }

  @Test
  void theIndexLeadsToEveryReport() throws Exception {
    Path index = Warehouses.sample().resolve("index.html");
    List<String> links = links(index);
    assertTrue(
        links.contains(
            "runs/" + Files.readString(index.resolveSibling("CURRENT")).strip() + "/report.html"));
    for (String link : links) {
      assertTrue(Files.isRegularFile(index.resolveSibling(link)), link);
    }
    String page = Files.readString(index);
    Warehouses.table(Warehouses.sample(), "topics")
        .orderBy(col("articles").desc(), col("topic_id"))
        .limit(3)
        .collectAsList()
        .forEach(t -> assertTrue(page.contains(t.<String>getAs("label")), page));
    assertTrue(page.contains("<td class=\"n\">140</td>"), page);
  }

  private static List<String> links(Path index) throws Exception {
    return Pattern.compile("href=\"(runs/[^\"]*)\"")
        .matcher(Files.readString(index))
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  @Test
  void aSecondRunAtTheSameTimeIsRefused() {
    Path warehouse = temp.resolve("busy");
    var conf = SparkFixture.spark().sparkContext().hadoopConfiguration();
    try (Lock held = Lock.take(Warehouse.open(warehouse.toString(), conf))) {
      Said said = Warehouses.marsad("run", "--warehouse", warehouse.toString());
      assertEquals(2, said.code());
      assertTrue(said.err().contains("another run is writing"), said.err());
      assertEquals(1, said.err().lines().count(), said.err());
    }
  }

  @Test
  void aLockLeftByADeadProcessIsTakenOver() throws Exception {
    Path warehouse = temp.resolve("dead");
    var conf = SparkFixture.spark().sparkContext().hadoopConfiguration();
    Warehouse opened = Warehouse.open(warehouse.toString(), conf);
    String host = java.net.InetAddress.getLocalHost().getHostName();
    Files.writeString(
        warehouse.resolve(".lock"), host + " 999999999 2017-09-14T00:00:00Z boot/1\n");
    try (Lock taken = Lock.take(opened)) {
      String pid = " " + ProcessHandle.current().pid() + " ";
      assertTrue(Files.readString(warehouse.resolve(".lock")).contains(pid));
    }
    assertFalse(Files.exists(warehouse.resolve(".lock")));
  }

  @Test
  void sqlAnswersOverTheTablesAndTokens() {
    Said said =
        Warehouses.marsad(
            "sql",
            "SELECT count(DISTINCT article_id) AS n FROM tokens",
            "--format",
            "csv",
            "--warehouse",
            Warehouses.sample().toString());
    assertEquals(0, said.code(), said.err());
    assertEquals(List.of("n", "140"), said.out().lines().toList());
  }

  @Test
  void sqlTellsThatThereIsMoreAndLeavesNoColumnOut() {
    String query = "SELECT article_id, CAST(NULL AS STRING) AS nothing FROM articles";
    String warehouse = Warehouses.sample().toString();
    Said said =
        Warehouses.marsad(
            "sql", query, "--limit", "2", "--format", "json", "--warehouse", warehouse);
    assertEquals(2, said.out().lines().count());
    assertTrue(said.out().lines().allMatch(l -> l.endsWith(",\"nothing\":null}")), said.out());
    assertEquals("marsad: these are the first 2 rows; for more: --limit", said.err().strip());
    Said all = Warehouses.marsad("sql", query, "--limit", "140", "--warehouse", warehouse);
    assertEquals("", all.err());
  }

  @Test
  void aWrongQueryIsOneLine() {
    String warehouse = Warehouses.sample().toString();
    Map<String, String> expected =
        Map.of(
            "SELECT nme FROM entities", "no such column, nme: did you mean name?",
            "SELECT e.nmae FROM entities e", "no such column, nmae: did you mean name?",
            "SELECT zzzzzz FROM entities", "no such column, zzzzzz: choose one of ",
            "SELECT * FROM entites", "no such table, entites: did you mean entities?",
            "SELEC 1", "the query: ");
    expected.forEach(
        (query, part) -> {
          Said said = Warehouses.marsad("sql", query, "--warehouse", warehouse);
          assertEquals(2, said.code());
          assertEquals(1, said.err().lines().count(), said.err());
          assertTrue(said.err().contains(part), said.err());
        });
  }

  @Test
  void exportsOpenInSpreadsheetsAndGephi() throws Exception {
    String warehouse = Warehouses.sample().toString();
    Path csv = temp.resolve("entities.csv");
    Path gexf = temp.resolve("network.gexf");
    Said first =
        Warehouses.marsad(
            "export",
            "--format",
            "csv",
            "--table",
            "entities",
            "--output",
            csv.toString(),
            "--warehouse",
            warehouse);
    assertEquals(0, first.code(), first.err());
    assertTrue(Files.readString(csv).startsWith("\uFEFFentity_id,name,"));
    assertTrue(Files.notExists(temp.resolve("entities.csv.part")));
    Said neither =
        Warehouses.marsad(
            "export",
            "--format",
            "gexf",
            "--table",
            "entities",
            "--output",
            gexf.toString(),
            "--warehouse",
            warehouse);
    assertEquals(2, neither.code());
    assertEquals(
        "marsad: --table entities: goes with csv and jsonl, not with gexf", neither.err().strip());
    Said second =
        Warehouses.marsad(
            "export", "--format", "gexf", "--output", gexf.toString(), "--warehouse", warehouse);
    assertEquals(0, second.code(), second.err());
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(gexf.toFile());
    assertTrue(document.getElementsByTagName("node").getLength() > 10);
    assertTrue(document.getElementsByTagName("edge").getLength() > 10);
  }

  @Test
  void namesAreExportedForAnnotationTools() throws Exception {
    Path conll = exported("conll");
    List<String> lines = Files.readAllLines(conll);
    assertTrue(lines.contains("دمشق B-LOCATION"), "no line for Damascus");
    long begun = lines.stream().filter(l -> l.contains(" B-")).count();
    long mentions = Warehouses.table(Warehouses.sample(), "entity_mentions").count();
    assertEquals(mentions, begun);
    for (String line : lines) {
      assertTrue(
          line.isEmpty()
              || line.matches("# [0-9a-f]+ (title|body)")
              || line.matches("\\S+ (O|[BI]-(PERSON|ORGANIZATION|LOCATION))"),
          line);
    }
    List<String> annotations = Files.readAllLines(exported("jsonld"));
    assertEquals(mentions, annotations.size());
    var first = Manifest.parse(annotations.get(0));
    assertEquals("Annotation", first.path("type").asText());
    assertEquals(
        first.at("/target/selector/0/end").asInt() - first.at("/target/selector/0/start").asInt(),
        first.at("/target/selector/1/exact").asText().length());
  }

  @Test
  void topicsAreExportedForPyLdaVis() throws Exception {
    var model = Manifest.parse(Files.readString(exported("pyldavis")));
    var topics = model.path("topic_term_dists");
    var articles = model.path("doc_topic_dists");
    int terms = model.path("vocab").size();
    assertEquals(Warehouses.table(Warehouses.sample(), "topics").count(), topics.size());
    assertEquals(140, articles.size());
    assertEquals(140, model.path("doc_lengths").size());
    assertTrue(terms > 500, terms + " terms");
    assertEquals(terms, model.path("term_frequency").size());
    topics.forEach(row -> assertShares(terms, row));
    articles.forEach(row -> assertShares(topics.size(), row));
    assertEquals(whole(model.path("term_frequency")), whole(model.path("doc_lengths")));
    // Each topic's words, weighed by its size, give the words of all.
    double[] sizes = new double[topics.size()];
    for (int a = 0; a < articles.size(); a++) {
      for (int t = 0; t < sizes.length; t++) {
        sizes[t] += articles.get(a).get(t).asDouble() * model.path("doc_lengths").get(a).asLong();
      }
    }
    for (int w = 0; w < terms; w++) {
      double sum = 0;
      for (int t = 0; t < sizes.length; t++) {
        sum += topics.get(t).get(w).asDouble() * sizes[t];
      }
      assertEquals(model.path("term_frequency").get(w).asDouble(), sum, 1e-6);
    }
  }

  private static void assertShares(int size, com.fasterxml.jackson.databind.JsonNode row) {
    assertEquals(size, row.size());
    double sum = 0;
    for (var share : row) {
      assertTrue(share.asDouble() >= 0 && share.asDouble() <= 1, share.toString());
      sum += share.asDouble();
    }
    assertEquals(1, sum, 1e-9);
  }

  private static long whole(com.fasterxml.jackson.databind.JsonNode counts) {
    long sum = 0;
    for (var count : counts) {
      sum += count.asLong();
    }
    return sum;
  }

  private Path exported(String format) {
    Path file = temp.resolve("names." + format);
    Said said =
        Warehouses.marsad(
            "export",
            "--format",
            format,
            "--output",
            file.toString(),
            "--warehouse",
            Warehouses.sample().toString());
    assertEquals(0, said.code(), said.err());
    return file;
  }

  @Test
  void tooManyRejectsEndWithTheirOwnCode() throws Exception {
    Path input = temp.resolve("mixed.jsonl");
    Files.writeString(
        input,
        "{\"title\":\"خبر\",\"body\":\"افتتحت البلدية حديقة جديدة في المدينة اليوم.\"}\nbroken\n");
    Said said =
        Warehouses.marsad(
            "ingest",
            "--input",
            input.toString(),
            "--max-reject-rate",
            "0.4",
            "--warehouse",
            temp.resolve("w").toString());
    assertEquals(4, said.code(), said.out() + said.err());
  }

  private static Map<String, Verification.Fingerprint> fingerprints(Path warehouse) {
    Map<String, Verification.Fingerprint> all = new TreeMap<>();
    Analyses.published().forEach(t -> all.put(t.name(), fingerprint(warehouse, t)));
    return all;
  }

  private static Verification.Fingerprint fingerprint(Path warehouse, Table table) {
    return Verification.Fingerprint.of(Warehouses.table(warehouse, table.name()), table);
  }
}

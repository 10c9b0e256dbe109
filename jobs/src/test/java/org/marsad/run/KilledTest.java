package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;
import org.marsad.table.Table;

/**
 * A process that dies before each change that it makes to the disk: what it leaves can be read, and
 * the next one needs no hand. {@code jobs/src/bench/soak} kills whole runs.
 */
class KilledTest {
  @TempDir Path dir;

  @Test
  void whateverPublishingLeavesReadsWholeAndTheNextNightPublishes() throws Exception {
    Configuration conf = new Configuration();
    DyingFileSystem.install(conf);
    int changes = 0;
    for (boolean killed = true; killed; changes++) {
      Path place = Files.createDirectory(dir.resolve("w" + changes));
      Warehouse warehouse = Warehouse.open(place.toString(), conf);
      night(warehouse, "20170912");
      night(warehouse, "20170913");

      DyingFileSystem.dieAfter(changes, place);
      try {
        night(warehouse, "20170914");
      } catch (Exception e) {
        assertTrue(String.valueOf(e.getMessage()).contains("killed"), () -> "not by us: " + e);
      }
      killed = DyingFileSystem.revive();

      String when = "after " + changes + " changes: ";
      String current = warehouse.requireCurrent();
      assertTrue(List.of("20170913", "20170914").contains(current), when + current);
      assertTrue(warehouse.runs().contains(current), when + "the published run is complete");
      for (String run : warehouse.runs()) {
        assertEquals(
            "rows", Files.readString(place.resolve("runs/" + run + "/articles/part")), when);
        assertEquals(run, Manifest.read(warehouse, run).path("run_id").asText(), when);
        assertTrue(Files.exists(place.resolve("runs/" + run + "/report.html")), when + run);
      }
      warehouse.tidy();
      night(warehouse, "20170915");
      assertEquals("20170915", warehouse.requireCurrent(), when);
      assertEquals(2, warehouse.runs().size(), when + "--keep 2");
      try (var runs = Files.list(place.resolve("runs"))) {
        assertEquals(2, runs.count(), when + "litter");
      }
    }
    assertTrue(changes > 8, "died " + changes + " times only");
  }

  /** What a run does behind its analyses, in its order. */
  private static void night(Warehouse warehouse, String run) throws IOException {
    var part = new org.apache.hadoop.fs.Path(warehouse.run(run), "articles/part");
    try (OutputStream out = warehouse.fs().create(part, true)) {
      out.write("rows".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    warehouse.writeAtomically(
        new org.apache.hadoop.fs.Path(warehouse.run(run), "report.html"), "<html>");
    warehouse.writeManifest(run, "{\"run_id\": \"" + run + "\"}");
    warehouse.publish(run);
    warehouse.retain(2);
    ReportFile.writeIndex(warehouse);
    warehouse.writeAtomically(new org.apache.hadoop.fs.Path(warehouse.root(), Metrics.FILE), "");
  }

  /** Six deaths of a whole run in a row, evenly over all that one changes on the disk. */
  @Test
  void whateverARunLeavesReadsWholeAndTheNextNightPublishes() throws Exception {
    Path input = Files.createDirectory(dir.resolve("in"));
    List<Path> days = days("mada");
    Files.copy(days.get(0), input.resolve("a.jsonl"));
    Path place = Files.createDirectory(dir.resolve("w"));
    SparkSession spark = SparkFixture.spark();
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    DyingFileSystem.install(conf);
    try {
      DyingFileSystem.dieAfter(Integer.MAX_VALUE, place);
      assertEquals(0, run(input, place).code());
      int all = DyingFileSystem.changes();
      DyingFileSystem.revive();
      Map<String, String> published = new HashMap<>();
      readsWhole(place, published);
      Files.copy(days.get(1), input.resolve("b.jsonl"));
      int deaths = 0;
      for (int kill = 0; kill < 6; kill++) {
        DyingFileSystem.dieAfter(all * (kill + 1) / 7, place);
        run(input, place);
        SparkFixture.awaitTasks();
        deaths += DyingFileSystem.revive() ? 1 : 0;
        theProcessIsDead(place);
        readsWhole(place, published);
      }
      // What is read or published already is less to do for the next.
      assertTrue(deaths > 3, "deaths " + deaths);
      Said said = run(input, place);
      assertEquals(0, said.code(), said.out() + said.err());
      readsWhole(place, published);
      try (var runs = Files.list(place.resolve("runs"))) {
        assertTrue(runs.allMatch(r -> Files.exists(r.resolve("manifest.json"))), "litter");
      }
      int lines = Files.readAllLines(days.get(0)).size() + Files.readAllLines(days.get(1)).size();
      Store store = new Store(spark, Warehouse.existing(place.toString(), conf));
      assertEquals(lines, store.batches().stream().mapToLong(Batch::articles).sum());
      assertEquals(List.of(), store.lost());
    } finally {
      DyingFileSystem.revive();
      DyingFileSystem.remove(conf);
    }
  }

  private static List<Path> days(String paper) throws IOException {
    try (var files = Files.list(Warehouses.home().resolve("data/sample").resolve(paper))) {
      return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static Said run(Path input, Path warehouse) {
    return Warehouses.marsad(
        "run", "--input", input.toString(), "--warehouse", warehouse.toString());
  }

  /** The published run has every table whole, and no byte of it changes once it is published. */
  private static void readsWhole(Path place, Map<String, String> published) throws IOException {
    Configuration conf = new Configuration();
    Warehouse warehouse = Warehouse.existing(place.toString(), conf);
    String run = warehouse.requireCurrent();
    StringBuilder content = new StringBuilder();
    try (var files = Files.walk(place.resolve("runs").resolve(run))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        content.append(file).append(' ').append(Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    assertEquals(published.computeIfAbsent(run, r -> content.toString()), content.toString());
    var manifest = Manifest.read(warehouse, run);
    for (Table table : Analyses.published()) {
      var path = new org.apache.hadoop.fs.Path(warehouse.run(run), table.name());
      assertEquals(
          manifest.at("/tables/" + table.name() + "/rows").asLong(),
          TableFiles.check(table, path, warehouse, conf).rows(),
          run + " " + table.name());
    }
  }

  @Test
  void whateverReadingLeavesTheNextReadingTakesEachArticleOnce() throws Exception {
    Path input = Files.createDirectory(dir.resolve("in"));
    line(input, "a", "التقى وزير الدفاع الروسي أمس الرئيس السوري في دمشق وبحثا التعاون.");
    Path place = dir.resolve("w");
    assertEquals(0, ingest(input, place).code());
    line(input, "b", "افتتحت البلدية حديقة جديدة في وسط المدينة بحضور عدد من الأهالي.");
    Files.writeString(input.resolve("c.jsonl"), "{broken\n");

    SparkSession spark = SparkFixture.spark();
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    DyingFileSystem.install(conf);
    try {
      Path whole = dir.resolve("whole");
      copy(place, whole);
      DyingFileSystem.dieAfter(Integer.MAX_VALUE, whole);
      assertEquals(0, ingest(input, whole).code());
      int all = DyingFileSystem.changes();
      // While records are staged, while the batch is written, and around the entry of the ledger.
      for (int changes : new int[] {all / 2, all - 6, all - 4, all - 2}) {
        Path tried = dir.resolve("w" + changes);
        copy(place, tried);
        DyingFileSystem.dieAfter(changes, tried);
        ingest(input, tried);
        SparkFixture.awaitTasks();
        assertTrue(DyingFileSystem.revive(), "it lives");
        theProcessIsDead(tried);

        String when = "after " + changes + " of " + all + " changes: ";
        Store store = new Store(spark, Warehouse.existing(tried.toString(), conf));
        assertEquals(List.of(), store.mend("any"), when + "a batch of the ledger is whole");
        Said again = ingest(input, tried);
        assertEquals(0, again.code(), () -> when + again.out() + again.err());
        assertEquals(2, store.batches().stream().mapToLong(Batch::articles).sum(), when);
        assertEquals(1, store.batches().stream().mapToLong(Batch::rejects).sum(), when);
        Store.Window days = Store.Window.of(null, null, 0, store.batches());
        assertEquals(2, store.articles(days).select("article_id").distinct().count(), when);
      }
    } finally {
      DyingFileSystem.revive();
      DyingFileSystem.remove(conf);
    }
  }

  private static Said ingest(Path input, Path warehouse) {
    return Warehouses.marsad(
        "ingest", "--input", input.toString(), "--warehouse", warehouse.toString());
  }

  private static void line(Path directory, String name, String body) throws IOException {
    Files.writeString(
        directory.resolve(name + ".jsonl"),
        "{\"title\": \"خبر\", \"text\": \"" + body + "\", \"date\": \"2017-09-14\"}\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** A lock that this process left, as one that another left which is gone. */
  private static void theProcessIsDead(Path warehouse) throws IOException {
    Path lock = warehouse.resolve(".lock");
    if (Files.exists(lock)) {
      Files.writeString(lock, Files.readString(lock).replaceFirst(" \\d+ ", " 999999999 "));
      Files.deleteIfExists(warehouse.resolve("..lock.crc"));
    }
  }
}

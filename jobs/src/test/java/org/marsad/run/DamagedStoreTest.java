package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;
import org.marsad.arabic.LexiconFiles;

/** A store of two batches, of which a file is damaged. */
class DamagedStoreTest {
  private static final List<String> BODIES =
      List.of(
          "التقى وزير الدفاع الروسي أمس الرئيس السوري في دمشق وبحثا التعاون.",
          "افتتحت البلدية حديقة جديدة في وسط المدينة بحضور عدد من الأهالي.");

  @TempDir Path dir;

  @Test
  void onlyTheBatchOfADamagedFileIsSetAsideAndItsInputIsReadAnew() throws Exception {
    Path first = input("a.jsonl", BODIES.get(0));
    Path second = input("b.jsonl", BODIES.get(1));
    ingest(first);
    Path damaged = only("articles");
    truncate(damaged);

    List<String> lines = ingest(second).lines().filter(l -> l.contains("set aside: ")).toList();
    assertEquals(1, lines.size());
    Store store = store();
    assertTrue(lines.get(0).endsWith(store.setAside().get(0).line()), lines.get(0));
    assertEquals(damaged.toString(), store.setAside().get(0).file());
    assertEquals(List.of(first.toString()), inputs(store.setAside().get(0).batch()));
    assertEquals(List.of(second.toString()), inputs(store.batches().get(0)));
    assertTrue(Files.exists(damaged), "nothing is deleted");
    assertEquals(List.of(), store.mend("any"));

    assertTrue(ingest(dir.resolve("in")).contains("2 files, 1 of them new"));
    assertEquals(List.of(), store().setAside());
    assertEquals(2, store().batches().stream().mapToLong(Batch::articles).sum());
  }

  @Test
  void aDamagedAnalysisIsMadeAnew() throws Exception {
    ingest(input("a.jsonl", BODIES.get(0)));
    Store store = store();
    Store.Window window = Store.Window.of(null, null, 0, store.batches());
    assertEquals(1, store.analyse(LexiconFiles.bundled(), "v", window));
    truncate(only("analysed"));
    assertTrue(store.mend("v").get(0).endsWith("its batch is analysed anew"));
    assertEquals(1, store.analyse(LexiconFiles.bundled(), "v", window));
    assertEquals(1, store.analysed("v", window).count());
    assertEquals(List.of(), store.mend("v"));
  }

  @Test
  void aDamagedEntryOfTheLedgerIsWrittenAnewFromItsCopy() throws Exception {
    Path first = input("a.jsonl", BODIES.get(0));
    ingest(first);
    Batch batch = store().batches().get(0);
    Path entry = dir.resolve("w/store/ledger").resolve(batch.batchId() + ".json");
    truncate(entry);
    assertThrows(Store.Damaged.class, () -> store().batches());
    assertFalse(isNew("w"), "no place for the samples");
    assertTrue(isNew("other"));
    assertTrue(ingest(first).contains("damaged: " + entry + " is written anew from its copy"));
    assertEquals(List.of(batch), store().batches());
    assertEquals(List.of(), store().setAside());

    // Without a copy it is named until its inputs are there again.
    Path copy = dir.resolve("w/store/rejects/batch_id=" + batch.batchId()).resolve("_batch.json");
    truncate(entry);
    truncate(copy);
    Path second = input("b.jsonl", BODIES.get(1));
    String said = ingest(second);
    assertEquals(1, store().setAside().size());
    assertTrue(said.contains(store().setAside().get(0).line()), said);
    assertEquals(List.of(second.toString()), inputs(store().batches().get(0)));
    ingest(dir.resolve("in"));
    assertEquals(List.of(), store().setAside());
    assertEquals(2, store().batches().stream().mapToLong(Batch::articles).sum());
  }

  @Test
  void aBatchWhoseEntryIsGoneIsFoundAgainAndTheRestOfOneIsCleared() throws Exception {
    ingest(input("a.jsonl", BODIES.get(0)));
    Batch batch = store().batches().get(0);
    Files.delete(dir.resolve("w/store/ledger").resolve(batch.batchId() + ".json"));
    Path rest = Files.createDirectories(dir.resolve("w/store/articles/batch_id=b1"));
    assertTrue(ingest(dir.resolve("in")).contains("the ledger has it again"));
    assertEquals(List.of(batch), store().batches());
    assertFalse(Files.exists(rest));
  }

  @Test
  void aFileThatIsGoneIsMissed() throws Exception {
    ingest(input("a.jsonl", BODIES.get(0)));
    assertEquals(List.of(), store().lost());
    Files.delete(only("articles"));
    String batch = store().batches().get(0).batchId();
    assertEquals("batch " + batch + " has 0 articles in place of 1", store().lost().get(0));
  }

  @Test
  void aRunMissesAFileThatIsGone() throws Exception {
    ingest(input("a.jsonl", BODIES.get(0)));
    ingest(input("b.jsonl", BODIES.get(1)));
    Store store = store();
    Store.Window window = Store.Window.of(null, null, 0, store.batches());
    assertEquals(2, store.analyse(LexiconFiles.bundled(), "v", window));
    store.requireWhole("v", window);

    Files.delete(only("analysed"));
    Store.Damaged damaged =
        assertThrows(Store.Damaged.class, () -> store.requireWhole("v", window));
    assertTrue(damaged.getMessage().contains("has 0 analysed/v in place of 1"));
    assertTrue(store.mend("v").get(0).endsWith("its batch is analysed anew"));
    assertEquals(1, store.analyse(LexiconFiles.bundled(), "v", window));
    store.requireWhole("v", window);

    Files.delete(only("articles"));
    assertThrows(Store.Damaged.class, () -> store.requireWhole("v", window));
    assertTrue(store.mend("v").get(0).contains("set aside"));
    store.requireWhole("v", window);
    assertEquals(1, store.batches().size());
  }

  @Test
  void analysesOfNoRunAreDropped() throws Exception {
    ingest(input("a.jsonl", BODIES.get(0)));
    Store store = store();
    Store.Window window = Store.Window.of(null, null, 0, store.batches());
    store.analyse(LexiconFiles.bundled(), "now", window);
    store.analyse(LexiconFiles.bundled(), "then", window);
    store.keepVersions(Set.of("now"));
    assertTrue(Files.exists(dir.resolve("w/store/analysed/now")));
    assertFalse(Files.exists(dir.resolve("w/store/analysed/then")));
  }

  private Path input(String name, String body) throws IOException {
    Path file = dir.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file, "{\"title\": \"خبر\", \"text\": \"" + body + "\", \"date\": \"2017-09-14\"}\n");
  }

  private String ingest(Path input) {
    Said said =
        Warehouses.marsad(
            "ingest", "--input", input.toString(), "--warehouse", dir.resolve("w").toString());
    assertEquals(0, said.code(), said.out() + said.err());
    return said.out();
  }

  private boolean isNew(String warehouse) {
    return Store.isNew(Warehouse.at(dir.resolve(warehouse).toString(), Sessions.hadoop()));
  }

  private Store store() {
    SparkSession spark = SparkFixture.spark();
    var conf = spark.sparkContext().hadoopConfiguration();
    return new Store(spark, Warehouse.existing(dir.resolve("w").toString(), conf));
  }

  private static List<String> inputs(Batch batch) {
    return List.copyOf(batch.files().values());
  }

  private Path only(String part) throws IOException {
    try (var files = Files.walk(dir.resolve("w/store").resolve(part))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  /** Half of the file, without the checksum that Hadoop keeps beside it. */
  private static void truncate(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
  }
}

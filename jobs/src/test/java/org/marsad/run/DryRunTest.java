package org.marsad.run;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;
import org.marsad.article.Preview;

/** What a dry run says is what a run does. */
class DryRunTest {
  @TempDir Path temp;

  private static List<String> said(String... args) {
    Said said = Warehouses.marsad(args);
    assertEquals(0, said.code(), said.err());
    return said.out().lines().toList();
  }

  @Test
  void itSaysWhatTheRunOverTheSampleRead() {
    Warehouse sample = Warehouse.at(Warehouses.sample().toString(), new Configuration());
    Batch batch = Store.batches(sample).get(0);
    Path fresh = temp.resolve("fresh");
    List<String> lines = said("run", "--dry-run", "--warehouse", fresh.toString());
    assertTrue(
        lines.contains(
            Runner.sentence(
                "would read",
                batch.records(),
                batch.articles(),
                batch.rejects(),
                batch.repeated())),
        String.join("\n", lines));
    assertEquals(batch.files().size(), lines.stream().filter(l -> l.startsWith("new ")).count());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("  1 truncated: ")));
    assertFalse(Files.exists(fresh));
  }

  @Test
  void itKnowsTheFilesAndArticlesOfTheStore() throws IOException {
    Path sources = Warehouses.home().resolve("data/sample/mada");
    Path changed = temp.resolve("mada.jsonl");
    String file = Files.readString(sources.resolve("2017-09-04.jsonl"));
    Files.writeString(changed, "\n" + file + "{\"title\":\"بلا نص\"}\n");
    String warehouse = Warehouses.sample().toString();
    List<String> lines =
        said(
            "ingest",
            "--dry-run",
            "--input",
            sources.toString(),
            changed.toString(),
            "--warehouse",
            warehouse);
    assertEquals(12, lines.stream().filter(l -> l.startsWith("known ")).count());
    assertTrue(
        lines.contains("would read 4 records: 0 articles, 4 rejects (3 of them repeated)"),
        String.join("\n", lines));
    Said strict =
        Warehouses.marsad(
            "ingest",
            "--dry-run",
            "--input",
            changed.toString(),
            "--warehouse",
            warehouse,
            "--max-reject-rate",
            "0.2");
    assertEquals(4, strict.code(), strict.out());
  }

  @Test
  void ofManyFilesThoseWithRejectsAreListed() throws IOException {
    Path many = Files.createDirectory(temp.resolve("many"));
    String text = "عقدت اللجنة اجتماعها الأسبوعي في مقر البلدية وناقشت ميزانية العام، المقال رقم ";
    for (int i = 0; i < 120; i++) {
      Files.writeString(many.resolve("news" + i + ".txt"), i == 7 ? "no Arabic" : text + i + ".");
    }
    List<String> lines =
        said(
            "run",
            "--dry-run",
            "--input",
            many.toString(),
            "--warehouse",
            temp.resolve("none").toString());
    List<String> files = lines.stream().filter(l -> l.startsWith("new ")).toList();
    assertEquals(1, files.size(), files.toString());
    assertTrue(files.get(0).endsWith("news7.txt"), files.get(0));
    assertTrue(lines.contains("and 119 files that are known or without rejects"), lines.toString());
  }

  @Test
  void parquetIsCountedByItsFooterAndSaysSo() throws IOException {
    long rows = SparkFixture.spark().read().parquet(part("articles").toString()).count();
    part("entities");
    Files.write(temp.resolve("in/broken.parquet"), new byte[] {1, 2, 3});
    List<String> lines =
        said(
            "ingest",
            "--dry-run",
            "--input",
            temp.resolve("in").toString(),
            "--warehouse",
            temp.resolve("w").toString());
    String all = String.join("\n", lines);
    assertTrue(all.contains("would read 2 records: 0 articles, 2 rejects"), all);
    String said = "besides, " + rows + " rows in 1 Parquet files, counted by their footers";
    assertTrue(all.contains(said), all);
    assertTrue(all.contains("  1 missing_column: "), all);
    assertTrue(all.contains("  1 unreadable: "), all);
  }

  /** A table of the sample as an input. */
  private Path part(String table) throws IOException {
    Path directory = Warehouses.sample().resolve("current/" + table);
    try (var files = Files.list(directory)) {
      Path part = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.createDirectories(temp.resolve("in"));
      return Files.copy(part, temp.resolve("in/" + table + ".parquet"));
    }
  }

  @Test
  void itStartsNoSpark() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SparkSession.class)
        .check(new ClassFileImporter().importClasses(DryRun.class, Preview.class));
  }
}

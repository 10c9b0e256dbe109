package org.marsad.run;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;

/**
 * A run as an earlier Marsad published it: a table and two columns are not there yet, another
 * column is there no more, and the manifest knows less.
 */
class EarlierRunTest {
  @TempDir static Path warehouse;
  private static String earlier;
  private static String later;

  @BeforeAll
  static void aRunOfAnEarlierSchemaAndOneBehindIt() throws Exception {
    FileUtils.copyDirectory(Warehouses.sample().toFile(), warehouse.toFile());
    earlier = current();
    Path run = warehouse.resolve("runs").resolve(earlier);
    rewrite(run.resolve("topics"), rows -> rows.drop("drift", "examples"));
    rewrite(run.resolve("entities"), rows -> rows.withColumn("hits", lit(1)));
    FileUtils.deleteDirectory(run.resolve("quotes").toFile());
    Path manifest = run.resolve("manifest.json");
    String last = Manifest.window(Manifest.parse(Files.readString(manifest))).to().toString();
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceAll("\"(replaced|read_again|set_aside)\"", "\"old_$1\"")
            .replaceAll(
                "(\"to\" *: *)\"[^\"]*\"", "$1\"" + LocalDate.parse(last).minusDays(1) + "\""));
    Warehouse copied =
        Warehouse.existing(
            warehouse.toString(), SparkFixture.spark().sparkContext().hadoopConfiguration());
    assertThrows(UserError.class, () -> copied.publish(earlier), "the copying followed the link");
    FileUtils.deleteDirectory(warehouse.resolve("current").toFile());
    Said said = said("analyze");
    assertEquals(0, said.code(), said.err());
    later = current();
  }

  @Test
  void theNextRunGoesOnFromIt() throws IOException {
    Path manifest = warehouse.resolve("runs").resolve(later).resolve("manifest.json");
    assertEquals(earlier, Manifest.parse(Files.readString(manifest)).path("previous_run").asText());
    assertEquals(
        sql("SELECT count(*) AS topics FROM topics"),
        sql(
            "SELECT count(*) AS topics FROM topics JOIN other_topics USING (topic_id, label)",
            "--other",
            earlier));
  }

  @Test
  void sqlAsksItAndBothTogether() {
    assertEquals(
        List.of("old,new", "0,true"),
        sql(
            "SELECT count(o.examples) AS old, count(t.examples) > 0 AS new"
                + " FROM topics t JOIN other_topics o USING (topic_id)",
            "--other",
            earlier));
    assertEquals(
        sql("SELECT * FROM entities ORDER BY entity_id"),
        sql("SELECT * FROM entities ORDER BY entity_id", "--run", earlier));
    Said said = said("sql", "--run", earlier, "SELECT * FROM quotes");
    assertEquals(2, said.code());
    assertTrue(said.err().contains("no such table, quotes"), said.err());
  }

  @Test
  void diffTellsWhatItCannotCompare() {
    String out = said("diff", earlier, later).out();
    assertTrue(out.contains("quotes                 is not in both runs"), out);
    assertTrue(out.contains("articles               the same"), out);
  }

  @Test
  void aRunIsTheSameAsItself() {
    List<String> others =
        said("diff", later, later).out().lines().filter(l -> !l.endsWith(" the same")).toList();
    assertEquals(List.of(), others);
  }

  private static void rewrite(Path table, UnaryOperator<Dataset<Row>> change) throws IOException {
    Path copy = table.resolveSibling(table.getFileName() + ".old");
    Files.move(table, copy);
    change
        .apply(SparkFixture.spark().read().parquet(copy.toString()))
        .write()
        .parquet(table.toString());
    FileUtils.deleteDirectory(copy.toFile());
  }

  private static List<String> sql(String query, String... options) {
    List<String> words = new ArrayList<>(List.of("sql", "--format", "csv"));
    words.addAll(List.of(options));
    words.add(query);
    Said said = said(words.toArray(String[]::new));
    assertEquals(0, said.code(), said.err());
    return said.out().lines().toList();
  }

  private static Said said(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--warehouse", warehouse.toString()));
    return Warehouses.marsad(all.toArray(String[]::new));
  }

  private static String current() throws IOException {
    return Files.readString(warehouse.resolve("CURRENT")).strip();
  }
}

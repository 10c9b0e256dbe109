package org.marsad.run;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.TextAnalysis;
import org.marsad.article.TextTable;
import org.marsad.table.Table;

/** Recomputes a published run from the stored articles and compares the two. */
final class Verification {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final LexiconFiles lexicon;
  private final Console console;

  Verification(SparkSession spark, Warehouse warehouse, LexiconFiles lexicon, Console console) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.lexicon = lexicon;
    this.console = console;
  }

  /** A table's rows as a number of rows and a hash that does not depend on their order. */
  record Fingerprint(long rows, long hash) {
    static Fingerprint of(Dataset<Row> rows, Table table) {
      Column[] columns =
          table.columns().stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
      Row sums = rows.agg(count(lit(1)), bit_xor(xxhash64(columns))).first();
      return new Fingerprint(sums.getLong(0), sums.isNullAt(1) ? 0 : sums.getLong(1));
    }
  }

  /** Whether the run equals its recomputation and no record was lost. */
  boolean run(String runId) throws Exception {
    JsonNode manifest = Manifest.read(warehouse, runId);
    String version = TextAnalysis.version(lexicon);
    if (!version.equals(manifest.path("analyser").asText())) {
      throw new UserError(
          "run "
              + runId
              + " was made with another analyser or lexicon ("
              + manifest.path("analyser").asText()
              + ", here "
              + version
              + "): verify with those, or run anew");
    }
    Manifest.requireTables(manifest);
    Store.Window window = Manifest.window(manifest);
    Store store = new Store(spark, warehouse).asOf(manifest);
    Path scratch = warehouse.scratch(runId);
    try {
      // A run of an earlier Marsad knew no versions.
      Dataset<Row> articles =
          manifest.has("replaced")
              ? store.versions(window).latest(store.articles(window))
              : store.articles(window);
      Dataset<Row> analysed = analyse(articles, new Path(scratch, "analysed"));
      new Pipeline(spark, warehouse, scratch, new Stages(console))
          .run(
              new Pipeline.Sources(
                  articles, analysed, store.rejects(window), TextAnalysis.check(lexicon)),
              Manifest.parameters(manifest),
              Optional.of(manifest.path("previous_run").asText("")).filter(s -> !s.isEmpty()),
              Optional.empty(),
              table -> true);
      return equal(runId, scratch) & complete(store);
    } finally {
      warehouse.delete(scratch);
    }
  }

  private Dataset<Row> analyse(Dataset<Row> articles, Path path) {
    Broadcast<LexiconFiles> files =
        spark.sparkContext().broadcast(lexicon, scala.reflect.ClassTag.apply(LexiconFiles.class));
    // Another number of partitions than the run's: the tables must not depend on it.
    TextAnalysis.run(articles.repartition(3, col("title")), files).write().parquet(path.toString());
    files.destroy();
    return spark.read().schema(TextTable.ANALYSED.schema()).parquet(path.toString());
  }

  private boolean equal(String runId, Path scratch) {
    boolean same = true;
    for (Table table : Analyses.published()) {
      Fingerprint published =
          Fingerprint.of(Published.read(spark, warehouse.run(runId), table), table);
      Fingerprint recomputed = Fingerprint.of(Published.read(spark, scratch, table), table);
      boolean equal = published.equals(recomputed);
      same &= equal;
      console.print(
          String.format(
              Locale.ROOT,
              "%-22s %,12d rows  %s",
              table.name(),
              published.rows(),
              equal ? "equal" : "DIFFERENT: recomputed " + recomputed.rows() + " rows"));
    }
    return same;
  }

  private boolean complete(Store store) {
    List<Batch> batches = store.batches();
    long records = batches.stream().mapToLong(Batch::records).sum();
    long articles = batches.stream().mapToLong(Batch::articles).sum();
    long rejects = batches.stream().mapToLong(Batch::rejects).sum();
    List<String> lost = store.lost();
    lost.forEach(console::print);
    boolean whole = records == articles + rejects && lost.isEmpty();
    console.print(
        String.format(
            Locale.ROOT,
            "%,d records read = %,d articles + %,d rejects: %s",
            records,
            articles,
            rejects,
            whole ? "nothing lost" : "RECORDS LOST"));
    return whole;
  }
}

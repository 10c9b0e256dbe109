package org.marsad.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.marsad.table.Field;
import org.marsad.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What changed between two runs, and why. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "What changed between two runs: data, lexicon, code, settings, tables.",
    footer = {"", "Example: marsad diff 20170913T020000 20170914T020000"})
final class DiffCommand implements Callable<Integer> {
  @Mixin private CommonOptions.InWarehouse in;

  @Parameters(index = "0", paramLabel = "RUN", description = "The older run.")
  private String older;

  @Parameters(index = "1", paramLabel = "RUN", description = "The newer run.")
  private String newer;

  @Override
  public Integer call() {
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Warehouse warehouse =
          Warehouse.existing(in.warehouse, spark.sparkContext().hadoopConfiguration());
      PrintStream out = Streams.out();
      JsonNode a = Manifest.read(warehouse, older);
      JsonNode b = Manifest.read(warehouse, newer);
      causes(a, b).forEach(out::println);
      for (Table table : Analyses.published()) {
        out.println(change(spark, warehouse, table));
      }
      return 0;
    }
  }

  /** Which of what a run is made of differ. */
  static List<String> causes(JsonNode a, JsonNode b) {
    List<String> lines = new ArrayList<>();
    lines.add(data(batches(a), batches(b)));
    lines.add(cause("window", a.path("window"), b.path("window")));
    lines.add(cause("lexicon", a.path("lexicon_hash"), b.path("lexicon_hash")));
    lines.add(cause("analyser", a.path("analyser_code"), b.path("analyser_code")));
    lines.add(cause("settings", a.path("settings"), b.path("settings")));
    lines.add(cause("marsad", a.path("marsad"), b.path("marsad")));
    lines.add(cause("spark", a.path("spark"), b.path("spark")));
    return lines;
  }

  private static Set<String> batches(JsonNode manifest) {
    Set<String> batches = new HashSet<>();
    manifest.path("batches").forEach(batch -> batches.add(batch.asText()));
    return batches;
  }

  private static String data(Set<String> a, Set<String> b) {
    long gone = a.stream().filter(batch -> !b.contains(batch)).count();
    long added = b.stream().filter(batch -> !a.contains(batch)).count();
    return "%-22s %s"
        .formatted(
            "data",
            gone + added == 0
                ? "the same"
                : "changed: " + gone + " batches gone, " + added + " new");
  }

  private static String cause(String what, JsonNode a, JsonNode b) {
    return "%-22s %s".formatted(what, a.equals(b) ? "the same" : "changed: " + a + " -> " + b);
  }

  private String change(SparkSession spark, Warehouse warehouse, Table table) {
    if (!warehouse.exists(new Path(warehouse.run(older), table.name()))
        || !warehouse.exists(new Path(warehouse.run(newer), table.name()))) {
      return "%-22s is not in both runs".formatted(table.name());
    }
    Dataset<Row> a = Published.read(spark, warehouse.run(older), table);
    Dataset<Row> b = Published.read(spark, warehouse.run(newer), table);
    Row counts =
        hashed(a, table, "a")
            .join(hashed(b, table, "b"), keys(table), "full_outer")
            .agg(
                count_if(col("b").isNull()),
                count_if(col("a").isNull()),
                count_if(col("a").notEqual(col("b"))))
            .first();
    long gone = counts.getLong(0);
    long added = counts.getLong(1);
    long changed = counts.getLong(2);
    return "%-22s %s"
        .formatted(
            table.name(),
            gone + added + changed == 0
                ? "the same"
                : String.format(
                    Locale.ROOT, "%,d rows gone, %,d new, %,d changed", gone, added, changed));
  }

  /** The key of each row, and a hash of all of it. */
  private static Dataset<Row> hashed(Dataset<Row> rows, Table table, String name) {
    Column[] columns = table.columns().stream().map(functions::col).toArray(Column[]::new);
    return rows.withColumn(name, xxhash64(columns)).select(name, keys(table));
  }

  private static String[] keys(Table table) {
    return table.key().stream().map(Field::name).toArray(String[]::new);
  }
}

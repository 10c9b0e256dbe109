package org.marsad.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
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
    lines.add(data(Manifest.batches(a), Manifest.batches(b)));
    lines.add(cause("window", a, b, "window"));
    boolean alike = a.path("analyser").equals(b.path("analyser"));
    lines.add(alike ? same("lexicon") : cause("lexicon", a, b, "lexicon_hash"));
    lines.add(alike ? same("analyser") : cause("analyser", a, b, "analyser_code"));
    lines.add(cause("settings", a, b, "settings"));
    lines.add(cause("marsad", a, b, "marsad"));
    lines.add(cause("code", a, b, "code"));
    lines.add(cause("previous run", a, b, "previous_run"));
    lines.add(cause("spark", a, b, "spark"));
    return lines;
  }

  private static String data(Set<String> a, Set<String> b) {
    long gone = a.stream().filter(batch -> !b.contains(batch)).count();
    long added = b.stream().filter(batch -> !a.contains(batch)).count();
    return gone + added == 0
        ? same("data")
        : line("data", "changed: batches gone " + gone + ", new " + added);
  }

  private static String cause(String what, JsonNode a, JsonNode b, String field) {
    JsonNode before = a.path(field);
    JsonNode after = b.path(field);
    return before.equals(after) ? same(what) : line(what, "changed: " + before + " -> " + after);
  }

  private static String same(String what) {
    return line(what, "the same");
  }

  private static String line(String what, String says) {
    return "%-22s %s".formatted(what, says);
  }

  private String change(SparkSession spark, Warehouse warehouse, Table table) {
    if (!warehouse.exists(new Path(warehouse.run(older), table.name()))
        || !warehouse.exists(new Path(warehouse.run(newer), table.name()))) {
      return line(table.name(), "is not in both runs");
    }
    Dataset<Row> a = Published.read(spark, warehouse.run(older), table);
    Dataset<Row> b = Published.read(spark, warehouse.run(newer), table);
    Dataset<Row> left = hashed(a, table, "a");
    Dataset<Row> right = hashed(b, table, "b");
    Column same = lit(true);
    for (Field key : table.key()) {
      same = same.and(left.col("a_" + key.name()).eqNullSafe(right.col("b_" + key.name())));
    }
    Row counts =
        left.join(right, same, "full_outer")
            .agg(
                count_if(col("b").isNull()),
                count_if(col("a").isNull()),
                count_if(col("a").notEqual(col("b"))))
            .first();
    long gone = counts.getLong(0);
    long added = counts.getLong(1);
    long changed = counts.getLong(2);
    return gone + added + changed == 0
        ? same(table.name())
        : line(
            table.name(),
            String.format(
                Locale.ROOT, "%,d rows gone, %,d new, %,d changed", gone, added, changed));
  }

  /** A hash of each row, and its key, which may have empty cells. */
  private static Dataset<Row> hashed(Dataset<Row> rows, Table table, String name) {
    Column[] columns = table.columns().stream().map(functions::col).toArray(Column[]::new);
    List<Column> cells = new ArrayList<>(List.of(xxhash64(columns).as(name)));
    table.key().forEach(key -> cells.add(col(key.name()).as(name + "_" + key.name())));
    return rows.select(cells.toArray(Column[]::new));
  }
}

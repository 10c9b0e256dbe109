package org.marsad.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.table.Field;
import org.marsad.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What changed between two runs, and why. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "What changed between two runs: data, lexicon or code, settings, tables.",
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
      JsonNode a = Manifest.read(warehouse.manifest(older));
      JsonNode b = Manifest.read(warehouse.manifest(newer));
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
    lines.add(cause("data", a.path("batches"), b.path("batches")));
    lines.add(cause("window", a.path("window"), b.path("window")));
    lines.add(cause("analyser and lexicon", a.path("analyser"), b.path("analyser")));
    lines.add(cause("settings", a.path("settings"), b.path("settings")));
    lines.add(cause("marsad", a.path("marsad"), b.path("marsad")));
    lines.add(cause("spark", a.path("spark"), b.path("spark")));
    return lines;
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
    String[] key = table.key().stream().map(Field::name).toArray(String[]::new);
    long removed = keys(a, key).except(keys(b, key)).count();
    long added = keys(b, key).except(keys(a, key)).count();
    boolean same =
        Verification.Fingerprint.of(a, table).equals(Verification.Fingerprint.of(b, table));
    return "%-22s %s"
        .formatted(
            table.name(),
            same
                ? "the same"
                : String.format(
                    Locale.ROOT, "%,d rows gone, %,d new, others changed", removed, added));
  }

  private static Dataset<Row> keys(Dataset<Row> rows, String[] key) {
    return rows.selectExpr(key);
  }
}

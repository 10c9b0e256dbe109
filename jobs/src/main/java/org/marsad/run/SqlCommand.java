package org.marsad.run;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ad hoc questions. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Spark SQL over the published tables and tokens.",
    footer = {
      "",
      "Example: marsad sql \"SELECT name, stories FROM entities ORDER BY stories DESC LIMIT 20\""
    })
final class SqlCommand implements Callable<Integer> {
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Mixin private CommonOptions.InWarehouse in;

  @Parameters(paramLabel = "QUERY", description = "One SELECT statement.")
  private String query;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Print at most so many rows (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() {
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Warehouse warehouse =
          Warehouse.existing(in.warehouse, spark.sparkContext().hadoopConfiguration());
      Published.register(spark, warehouse, warehouse.requireCurrent());
      print(ask(spark));
      return 0;
    }
  }

  private Dataset<Row> ask(SparkSession spark) {
    try {
      return spark.sql(query);
    } catch (Exception e) {
      if (e instanceof AnalysisException || e.getClass().getSimpleName().contains("Parse")) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        throw new UserError("the query: " + said, e);
      }
      throw e;
    }
  }

  private void print(Dataset<Row> rows) {
    PrintStream out = Streams.out();
    List<String> columns = List.of(rows.columns());
    if (format == Format.JSON) {
      rows.limit(limit).toJSON().collectAsList().forEach(out::println);
      return;
    }
    List<List<String>> cells = rows.limit(limit).collectAsList().stream().map(Cells::of).toList();
    if (format == Format.CSV) {
      out.println(Cells.csv(columns));
      cells.forEach(row -> out.println(Cells.csv(row)));
    } else {
      Cells.aligned(columns, cells).forEach(out::println);
    }
    out.flush();
  }
}

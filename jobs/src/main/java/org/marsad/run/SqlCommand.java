package org.marsad.run;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ad hoc questions. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Spark SQL over the published tables and tokens.",
    footer = {
      "",
      "Examples: marsad sql \"SELECT name, stories FROM entities LIMIT 20\"",
      "          marsad sql --format csv \"SELECT * FROM rejects\" > rejects.csv",
      "          marsad sql --other 20170913T020000 \"SELECT label FROM topics",
      "            LEFT ANTI JOIN other_topics USING (topic_id)\""
    })
final class SqlCommand implements Callable<Integer> {
  enum Format {
    TABLE,
    CSV,
    JSON;

    /** As it is typed, and completed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private CommonOptions.InWarehouse in;

  @Parameters(paramLabel = "QUERY", description = "One SELECT statement.")
  private String query;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Ask this run (default: the published one).")
  private String run;

  @Option(
      names = "--other",
      paramLabel = "RUN",
      description = "A run to compare with: its tables are called other_TABLE.")
  private String other;

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

  @Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new UserError("--limit " + limit + ": choose 0 or more");
    }
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Warehouse warehouse =
          Warehouse.existing(in.warehouse, spark.sparkContext().hadoopConfiguration());
      Published.register(spark, warehouse, run == null ? warehouse.requireCurrent() : run);
      if (other != null) {
        Published.register(spark, warehouse, other, "other_");
      }
      ask(spark);
      return 0;
    }
  }

  private void ask(SparkSession spark) {
    try {
      print(spark.sql(query));
    } catch (Exception e) {
      // A damaged file is no fault of the query.
      if (e instanceof SparkThrowable wrong
          && DamagedFiles.condition(wrong) != null
          && DamagedFiles.in(e).isEmpty()) {
        throw new UserError("the query: " + said(e), e);
      }
      throw e;
    }
  }

  /** What Spark found wrong; names that there are not, in a few words. */
  private static String said(Exception e) {
    if (e instanceof AnalysisException wrong && DamagedFiles.condition(wrong) != null) {
      String condition = DamagedFiles.condition(wrong);
      Map<String, String> words = wrong.getMessageParameters();
      if (condition.startsWith("UNRESOLVED_COLUMN") && words.containsKey("proposal")) {
        List<String> near =
            Arrays.stream(words.get("proposal").split(", ")).map(SqlCommand::last).toList();
        return noSuch("column", last(words.get("objectName")), near);
      }
      if (condition.startsWith("TABLE_OR_VIEW_NOT_FOUND")) {
        return noSuch("table", last(words.get("relationName")), new Analyses.QueryableNames());
      }
    }
    return String.valueOf(e.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("Spark does not understand it");
  }

  private static String noSuch(String what, String name, List<String> known) {
    return "no such " + what + ", " + name + Suggestions.among(name, known);
  }

  /** The last part of a name such as {@code `entities`.`name`}. */
  private static String last(String quoted) {
    String[] parts = quoted.split("\\.");
    return parts[parts.length - 1].replace("`", "");
  }

  private void print(Dataset<Row> rows) {
    PrintStream out = Streams.out();
    List<String> columns = List.of(rows.columns());
    // One more tells whether there are more; no number is larger than the largest.
    Dataset<Row> asked = rows.limit(Math.max(limit, limit + 1));
    boolean more;
    if (format == Format.JSON) {
      List<String> lines = Cells.json(asked).collectAsList();
      more = lines.size() > limit;
      lines.stream().limit(limit).forEach(out::println);
    } else {
      List<Row> found = asked.collectAsList();
      more = found.size() > limit;
      List<List<String>> cells = found.stream().limit(limit).map(Cells::of).toList();
      if (format == Format.CSV) {
        out.println(Cells.csv(columns));
        cells.forEach(row -> out.println(Cells.csv(row)));
      } else {
        Cells.aligned(columns, cells).forEach(out::println);
      }
    }
    out.flush();
    if (more && limit > 0) {
      spec.commandLine()
          .getErr()
          .println("marsad: these are the first " + limit + " rows; for more: --limit");
    }
  }
}

package org.marsad.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.marsad.entity.CooccurrenceSql;

/**
 * DuckDB makes the tables that are only sums out of the ones that are not, and the same as published:
 * terms by day and source out of an article's terms, names by day and source and pairs of names out
 * of mentions. Arguments: the warehouse, the number of threads.
 */
public final class DuckAggregates {
  /** A table, as it follows from those read; its columns are compared with the published ones. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "term_frequency",
        """
        SELECT published_on, source, term, sum(occurrences)::BIGINT AS occurrences,
               count(*) AS articles, count(DISTINCT story_id) AS stories
        FROM article_terms GROUP BY 1, 2, 3
        """);
    TABLES.put(
        "entity_frequency",
        """
        SELECT published_on, source, entity_id, count(*) AS occurrences,
               count(DISTINCT article_id) AS articles, count(DISTINCT story_id) AS stories
        FROM entity_mentions WHERE rule <> 'given_name' GROUP BY 1, 2, 3
        """);
  }

  private DuckAggregates() {}

  public static void main(String[] args) throws Exception {
    Path run = Path.of(args[0], "current");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("SET threads = " + Integer.parseInt(args[1]));
      for (String source : new String[] {"article_terms", "entity_mentions"}) {
        String files = run.resolve(source) + "/*.parquet";
        sql.execute("CREATE VIEW " + source + " AS FROM read_parquet('" + files + "')");
      }
      for (var table : TABLES.entrySet()) {
        timed(
            table.getKey(),
            () -> sql.execute("CREATE TABLE " + table.getKey() + " AS " + table.getValue()));
        System.out.println("  rows, and rows not as published: " + compared(sql, run, table.getKey()));
      }
    }
    try (Connection duck = CooccurrenceSql.open(run.resolve("entity_mentions"));
        Statement sql = duck.createStatement()) {
      sql.execute("SET threads = " + Integer.parseInt(args[1]));
      timed("pairs, three levels", () -> CooccurrenceSql.join(duck));
      System.out.println("  rows: " + one(sql, "SELECT count(*) FROM pairs"));
    }
  }

  private static String compared(Statement sql, Path run, String table) throws SQLException {
    String published = "read_parquet('" + run.resolve(table) + "/*.parquet')";
    String columns =
        one(sql, "SELECT string_agg(name, ', ') FROM pragma_table_info('" + table + "')");
    String either = "(SELECT %1$s FROM %2$s EXCEPT SELECT %1$s FROM %3$s)";
    return one(sql, "SELECT count(*) FROM " + table)
        + ", "
        + one(sql, "SELECT count(*) FROM " + either.formatted(columns, table, published))
        + " + "
        + one(sql, "SELECT count(*) FROM " + either.formatted(columns, published, table));
  }

  private static String one(Statement sql, String query) throws SQLException {
    try (ResultSet result = sql.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }

  private interface Work {
    void run() throws SQLException;
  }

  private static void timed(String name, Work work) throws SQLException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long before = system.getProcessCpuTime();
    work.run();
    System.out.printf(
        Locale.ROOT,
        "%-22s %6.2f s, of the processors %6.2f s%n",
        name,
        (System.nanoTime() - start) / 1e9,
        (system.getProcessCpuTime() - before) / 1e9);
  }
}

package org.marsad.entity;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Co-occurrence as DuckDB's SQL says it, over a published table of mentions. */
public final class CooccurrenceSql {
  private static final String UNITS =
      """
      CREATE OR REPLACE TEMP TABLE named AS
      SELECT level, unit, entity_id, any_value(article_id) AS article_id,
             any_value(story_id) AS story_id, any_value(source) AS source,
             any_value(published_on) AS published_on
      FROM (
        SELECT 'sentence' AS level, article_id || field || sentence AS unit, * FROM mentions
        UNION ALL
        SELECT 'paragraph', article_id || field || paragraph, * FROM mentions
        UNION ALL
        SELECT 'article', article_id, * FROM mentions)
      GROUP BY level, unit, entity_id
      """;

  /** Counts of each pair; {@code %s} names further columns to group by. */
  private static final String PAIRS =
      """
      CREATE OR REPLACE TEMP TABLE %s AS
      SELECT x.level AS level, x.entity_id AS a, y.entity_id AS b, %s count(*) AS together,
             count(DISTINCT x.article_id) AS articles, count(DISTINCT x.story_id) AS stories,
             count(DISTINCT x.source) AS sources, min(x.published_on) AS first_seen,
             max(x.published_on) AS last_seen
      FROM named x JOIN named y
        ON x.level = y.level AND x.unit = y.unit AND x.entity_id < y.entity_id
      GROUP BY %s
      """;

  private static final String MEASURES =
      """
      WITH e AS (SELECT level, entity_id, count(*) AS n FROM named GROUP BY 1, 2),
           u AS (SELECT level, count(DISTINCT unit) AS n FROM named GROUP BY 1),
           c AS (
             SELECT p.*, ea.n::DOUBLE AS na, eb.n::DOUBLE AS nb, u.n::DOUBLE AS n,
                    p.together::DOUBLE AS t
             FROM pairs p JOIN e ea ON ea.level = p.level AND ea.entity_id = p.a
             JOIN e eb ON eb.level = p.level AND eb.entity_id = p.b JOIN u ON u.level = p.level)
      SELECT level || ' ' || a || ' ' || b AS pair, together, na::BIGINT, nb::BIGINT, n::BIGINT,
             stories, sources, first_seen, last_seen, log2(t * n / (na * nb)) AS pmi,
             CASE WHEN t = n THEN 1 ELSE log2(t * n / (na * nb)) / -log2(t / n) END AS npmi,
             CASE WHEN t * n <= na * nb THEN 0 ELSE greatest(0, 2 * (term(t, na * nb / n) + term(na - t, na * (n - nb) / n)
                  + term(nb - t, (n - na) * nb / n)
                  + term(n - na - nb + t, (n - na) * (n - nb) / n))) END AS g2,
             2 * t / (na + nb) AS dice, t / (na + nb - t) AS jaccard
      FROM c ORDER BY pair
      """;

  private CooccurrenceSql() {}

  /** A connection that has a published run's mentions as {@code mentions}. */
  public static Connection open(Path mentions) throws SQLException {
    Connection duck = DriverManager.getConnection("jdbc:duckdb:");
    run(duck, "SET threads = 1");
    run(
        duck,
        "CREATE TABLE mentions AS SELECT * FROM read_parquet('"
            + mentions
            + "/*.parquet') WHERE rule <> 'given_name'");
    run(duck, "CREATE MACRO term(o, e) AS CASE WHEN o <= 0 THEN 0 ELSE o * ln(o / e) END");
    return duck;
  }

  /** Makes {@code named} and {@code pairs}: the self-join. */
  public static void join(Connection duck) throws SQLException {
    run(duck, UNITS);
    run(duck, String.format(Locale.ROOT, PAIRS, "pairs", "", "1, 2, 3"));
  }

  /** Each pair with counts and measures, in the order of level and ids. */
  static List<Object[]> measures(Connection duck) throws SQLException {
    return rows(duck, MEASURES);
  }

  /** Each day's pairs with their counts. */
  static List<Object[]> daily(Connection duck) throws SQLException {
    run(duck, String.format(Locale.ROOT, PAIRS, "days", "x.published_on AS d,", "1, 2, 3, 4"));
    return rows(
        duck,
        "SELECT d || ' ' || level || ' ' || a || ' ' || b AS pair, together, articles, stories,"
            + " sources FROM days ORDER BY pair");
  }

  private static List<Object[]> rows(Connection duck, String sql) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = result.getObject(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void run(Connection duck, String sql) throws SQLException {
    try (Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }
}

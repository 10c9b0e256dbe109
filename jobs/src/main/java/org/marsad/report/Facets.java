package org.marsad.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What a reader can narrow the page to: everything, one of the large sources, one of the large
 * categories, and a source's category where that is large.
 *
 * @param all everything first, then sources, then categories, then pairs of them, each by size
 */
record Facets(List<Facet> all) {
  /** The key of everything. */
  static final String EVERYTHING = "";

  private static final int MOST_SOURCES = 30;
  private static final int MOST_CATEGORIES = 12;
  private static final int MOST_PAIRS = 20;

  /** Of fewer articles a source's category has no lists of its own. */
  private static final int LEAST_OF_A_PAIR = 5;

  /** Stands in no name: blanks are cleaned when articles are read. */
  private static final String AND = "\t";

  private static final List<String> KINDS = List.of("", "s", "c", "p");

  /**
   * One choice.
   *
   * @param key empty for everything, else see {@link #source} and {@link #category}, or {@code p:},
   *     a source, a tab and its category
   * @param source as printed, empty for all
   * @param category as printed, empty for all
   */
  record Facet(String key, String source, String category, long articles) {
    static Facet of(String key, long articles) {
      String name = key.isEmpty() ? "" : key.substring(2);
      int and = name.indexOf(AND);
      if (and >= 0) {
        return new Facet(key, name.substring(0, and), name.substring(and + 1), articles);
      }
      return key.startsWith("c")
          ? new Facet(key, "", name, articles)
          : new Facet(key, name, "", articles);
    }
  }

  static Facets of(Dataset<Row> articles) {
    Dataset<Row> sized =
        cut(articles)
            .groupBy("facet")
            .agg(count(lit(1)).as("articles"))
            .withColumn("kind", col("facet").substr(1, 1));
    Column place =
        row_number()
            .over(Window.partitionBy("kind").orderBy(col("articles").desc(), col("facet").asc()));
    Column most =
        when(col("kind").equalTo("s"), MOST_SOURCES)
            .when(col("kind").equalTo("c"), MOST_CATEGORIES)
            .otherwise(MOST_PAIRS);
    List<Facet> found =
        sized
            .where(col("kind").notEqual("p").or(col("articles").geq(LEAST_OF_A_PAIR)))
            .withColumn("place", place)
            .where(col("place").leq(most))
            .select("kind", "place", "facet", "articles")
            .collectAsList()
            .stream()
            .sorted(
                Comparator.<Row>comparingInt(r -> KINDS.indexOf(r.getString(0)))
                    .thenComparingInt(r -> r.getInt(1)))
            .map(r -> Facet.of(r.getString(2), r.getLong(3)))
            .toList();
    Set<String> keys = found.stream().map(Facet::key).collect(Collectors.toSet());
    return new Facets(
        found.stream().filter(f -> !f.key().startsWith("p") || hasEnds(f, keys)).toList());
  }

  /** Whether each half of a pair can be chosen alone. */
  private static boolean hasEnds(Facet pair, Set<String> keys) {
    return keys.contains(source(pair.source())) && keys.contains(category(pair.category()));
  }

  /** Rows with {@code source} and {@code category}, once for every facet kept. */
  Dataset<Row> over(Dataset<Row> rows) {
    return over(rows, all.stream().map(Facet::key).toList());
  }

  /** Rows with {@code source} and {@code category}, once for every facet of these keys. */
  static Dataset<Row> over(Dataset<Row> rows, Collection<String> keys) {
    return cut(rows).where(keys.isEmpty() ? lit(false) : col("facet").isin(keys.toArray()));
  }

  /** The key of a source. */
  static String source(String name) {
    return "s:" + name;
  }

  /** The key of a category. */
  static String category(String name) {
    return "c:" + name;
  }

  private static Dataset<Row> cut(Dataset<Row> rows) {
    Column there = col("category").isNotNull().and(col("category").notEqual(""));
    Column category = when(there, concat(lit("c:"), col("category")));
    Column pair = when(there, concat(lit("p:"), col("source"), lit(AND), col("category")));
    return rows.withColumn(
            "facet",
            explode(array(lit(EVERYTHING), concat(lit("s:"), col("source")), category, pair)))
        .where(col("facet").isNotNull());
  }
}

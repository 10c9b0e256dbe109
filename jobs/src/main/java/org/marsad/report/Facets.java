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
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What a reader can narrow the page to: everything, one of the large sources, one of the large
 * categories.
 *
 * @param all everything first, then sources, then categories, each by size
 */
record Facets(List<Facet> all) {
  /** The key of everything. */
  static final String EVERYTHING = "";

  private static final int MOST_SOURCES = 30;
  private static final int MOST_CATEGORIES = 12;

  /**
   * One choice.
   *
   * @param key empty for everything, {@code s:} and a source, {@code c:} and a category
   * @param name the source or category as printed
   */
  record Facet(String key, String name, long articles) {}

  static Facets of(Dataset<Row> articles) {
    Dataset<Row> sized =
        cut(articles)
            .groupBy("facet")
            .agg(count(lit(1)).as("articles"))
            .withColumn("kind", col("facet").substr(1, 1));
    Column place =
        row_number()
            .over(Window.partitionBy("kind").orderBy(col("articles").desc(), col("facet").asc()));
    List<Facet> found =
        sized
            .withColumn("place", place)
            .where(
                col("place")
                    .leq(when(col("kind").equalTo("s"), MOST_SOURCES).otherwise(MOST_CATEGORIES)))
            .orderBy(
                when(col("kind").equalTo("c"), 2).when(col("kind").equalTo("s"), 1).otherwise(0),
                col("place"))
            .select("facet", "articles")
            .collectAsList()
            .stream()
            .map(r -> facet(r.getString(0), r.getLong(1)))
            .toList();
    return new Facets(found);
  }

  private static Facet facet(String key, long articles) {
    return new Facet(key, key.isEmpty() ? "" : key.substring(2), articles);
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
    Column category =
        when(
            col("category").isNotNull().and(col("category").notEqual("")),
            concat(lit("c:"), col("category")));
    return rows.withColumn(
            "facet", explode(array(lit(EVERYTHING), concat(lit("s:"), col("source")), category)))
        .where(col("facet").isNotNull());
  }
}

package org.marsad.article;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Articles that gave way to a later version: the source printed another text under the same
 * address, a correction or more of the same. Of two texts under one address in a row, by day, then
 * by when they were read, then by length, the later one counts if the two are near-copies ({@link
 * Print}), or have the same title on the same day; else the address is a column's or a section's,
 * and both stand.
 */
public final class Versions {
  private static final StructType PAIR =
      new StructType().add("earlier", DataTypes.StringType).add("later", DataTypes.StringType);

  private final List<String> replaced;

  private Versions(List<String> replaced) {
    this.replaced = replaced;
  }

  /**
   * Finds them among rows of {@link ArticleTable#STORED}.
   *
   * @param batches the ids of all batches, in the order in which they were read
   */
  public static Versions of(Dataset<Row> stored, List<String> batches) {
    List<Row> pairs = inARow(stored, batches);
    if (pairs.isEmpty()) {
      return new Versions(List.of());
    }
    Dataset<Row> texts = stored.select("article_id", "published_on", "title", "body");
    List<String> replaced =
        texts
            .join(
                broadcast(stored.sparkSession().createDataFrame(pairs, PAIR)),
                col("article_id").equalTo(col("earlier")))
            .select("published_on", "title", "body", "earlier", "later")
            .join(texts.toDF("later", "later_day", "later_title", "later_body"), "later")
            .select(
                col("earlier"),
                col("published_on").equalTo(col("later_day")),
                col("title"),
                col("body"),
                col("later_title"),
                col("later_body"))
            .filter((FilterFunction<Row>) Versions::same)
            .select("earlier")
            .as(Encoders.STRING())
            .collectAsList();
    return new Versions(replaced.stream().sorted().toList());
  }

  /** How many articles gave way. */
  public int replaced() {
    return replaced.size();
  }

  /** The rows, with a column {@code article_id}, of articles that did not. */
  public Dataset<Row> latest(Dataset<Row> rows) {
    if (replaced.isEmpty()) {
      return rows;
    }
    Dataset<Row> gone =
        rows.sparkSession().createDataset(replaced, Encoders.STRING()).toDF("article_id");
    return rows.join(broadcast(gone), new String[] {"article_id"}, "left_anti");
  }

  /** Texts of one source and address, each with the one behind it. */
  private static List<Row> inARow(Dataset<Row> stored, List<String> batches) {
    var page = udf((UDF1<String, String>) ArticleId::page, DataTypes.StringType);
    Map<String, Integer> read = new HashMap<>();
    batches.forEach(b -> read.put(b, read.size()));
    Comparator<Row> order =
        Comparator.<Row, LocalDate>comparing(r -> r.getLocalDate(0))
            .thenComparing(r -> read.getOrDefault(r.getString(1), -1))
            .thenComparing(r -> r.getInt(2))
            .thenComparing(r -> r.getString(3));
    List<Row> pairs = new ArrayList<>();
    stored
        .withColumn("page", page.apply(col("url")))
        .where(col("page").isNotNull())
        .groupBy(xxhash64(col("source"), col("page")))
        .agg(collect_list(struct("published_on", "batch_id", "words", "article_id")).as("versions"))
        .where(size(col("versions")).gt(1))
        .select("versions")
        .collectAsList()
        .forEach(
            row -> {
              List<Row> versions = row.<Row>getList(0).stream().sorted(order).toList();
              for (int i = 1; i < versions.size(); i++) {
                pairs.add(
                    RowFactory.create(
                        versions.get(i - 1).getString(3), versions.get(i).getString(3)));
              }
            });
    return pairs;
  }

  /** Whether two texts under one address are one article. */
  private static boolean same(Row row) {
    return row.getBoolean(1) && sameTitle(row.getString(2), row.getString(4))
        || Print.of(row.getString(3)).nearCopyOf(Print.of(row.getString(5)), 0, new int[0]);
  }

  private static boolean sameTitle(String title, String later) {
    String letters = ArticleId.letters(title);
    return !letters.isEmpty() && letters.equals(ArticleId.letters(later));
  }
}

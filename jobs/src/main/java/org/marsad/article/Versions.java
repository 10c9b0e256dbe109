package org.marsad.article;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Articles that gave way to another version: the source printed another text under the same address
 * on the same day, a correction or more of the same. Of two, by when they were read and then by
 * length, the later one counts if they are near-copies ({@link Print}), or have the same title and
 * some of the text; a later one that is only a piece of the earlier gives way itself. Else, and
 * from day to day, the address is a column's or a bulletin's, and both stand. Each is compared with
 * the {@value #NEIGHBOURS} before it.
 */
public final class Versions {
  private static final StructType PAIR =
      new StructType().add("earlier", DataTypes.StringType).add("later", DataTypes.StringType);

  private static final int NEIGHBOURS = 8;

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
    List<Row> pairs = pairs(stored, batches);
    if (pairs.isEmpty()) {
      return new Versions(List.of());
    }
    Dataset<Row> texts = stored.select("article_id", "title", "body");
    Dataset<Row> earlier =
        texts
            .toDF("earlier", "title", "body")
            .join(broadcast(stored.sparkSession().createDataFrame(pairs, PAIR)), "earlier");
    List<String> replaced =
        texts
            .toDF("later", "later_title", "later_body")
            .join(broadcast(earlier), "later")
            .select("earlier", "title", "body", "later", "later_title", "later_body")
            .flatMap(
                (FlatMapFunction<Row, String>) pair -> replaced(pair).iterator(), Encoders.STRING())
            .collectAsList();
    return new Versions(List.copyOf(new TreeSet<>(replaced)));
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

  /** Texts of one source, address and day, each with those behind it. */
  private static List<Row> pairs(Dataset<Row> stored, List<String> batches) {
    var page = udf((UDF1<String, String>) ArticleId::page, DataTypes.StringType);
    Map<String, Integer> read = new HashMap<>();
    batches.forEach(b -> read.put(b, read.size()));
    Comparator<Row> order =
        Comparator.<Row, Integer>comparing(r -> read.getOrDefault(r.getString(0), -1))
            .thenComparing(r -> r.getInt(1))
            .thenComparing(r -> r.getString(2));
    List<Row> pairs = new ArrayList<>();
    stored
        .withColumn("page", page.apply(col("url")))
        .where(col("page").isNotNull())
        .groupBy("source", "page", "published_on")
        .agg(collect_list(struct("batch_id", "words", "article_id")).as("versions"))
        .where(size(col("versions")).gt(1))
        .select("versions")
        .collectAsList()
        .forEach(
            row -> {
              List<Row> versions = row.<Row>getList(0).stream().sorted(order).toList();
              for (int later = 1; later < versions.size(); later++) {
                for (int i = Math.max(0, later - NEIGHBOURS); i < later; i++) {
                  pairs.add(
                      RowFactory.create(
                          versions.get(i).getString(2), versions.get(later).getString(2)));
                }
              }
            });
    return pairs;
  }

  /** Which of two texts under one address gives way; none if they are two articles. */
  private static List<String> replaced(Row pair) {
    Print earlier = Print.of(pair.getString(2));
    Print later = Print.of(pair.getString(5));
    boolean same =
        earlier.nearCopyOf(later, 0, new int[0])
            || sameTitle(pair.getString(1), pair.getString(4))
                && earlier.overlap(later) >= Print.TRACES;
    if (!same) {
      return List.of();
    }
    boolean piece = later.shingles().length < Print.LEAST_LENGTH * earlier.shingles().length;
    return List.of(pair.getString(piece ? 3 : 0));
  }

  private static boolean sameTitle(String title, String later) {
    String letters = ArticleId.letters(title);
    return !letters.isEmpty() && letters.equals(ArticleId.letters(later));
  }
}

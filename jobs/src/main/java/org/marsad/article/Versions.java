package org.marsad.article;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Scale;

/**
 * Articles that gave way.
 *
 * <p>One that was read again with another day counts on the first of its days.
 *
 * <p>Or its source printed another text under the same address on the same day, a correction or
 * more of the same. Of two such versions, by when they were read and then by length, the later one
 * counts if they are near-copies ({@link Print}), or have the same title and some of the text; a
 * later one that is only a piece of the earlier gives way itself. Else, and from day to day, the
 * address is a column's or a bulletin's, and both stand. A text is compared with the last {@value
 * #NEIGHBOURS} that stand before it.
 */
public final class Versions {
  private static final int NEIGHBOURS = 8;

  private static final StructType KEY =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("published_on", DataTypes.DateType);
  private static final StructType PLACE =
      KEY.add("page", DataTypes.IntegerType).add("place", DataTypes.IntegerType);

  private final List<Row> again;
  private final List<Row> replaced;

  private Versions(List<Row> again, List<Row> replaced) {
    this.again = again;
    this.replaced = replaced;
  }

  /**
   * Finds them among rows of {@link ArticleTable#STORED}.
   *
   * @param batches the ids of all batches, in the order in which they were read
   */
  public static Versions of(Dataset<Row> stored, List<String> batches) {
    List<Row> again = again(stored);
    Dataset<Row> left = without(again, stored);
    List<Row> places = places(left, batches);
    return new Versions(again, places.isEmpty() ? List.of() : replaced(left, places));
  }

  /** How many articles were read again with a later day. */
  public int again() {
    return again.size();
  }

  /** How many articles gave way to another version. */
  public int replaced() {
    return replaced.size();
  }

  /** The rows, with columns {@code article_id} and {@code published_on}, of the other articles. */
  public Dataset<Row> latest(Dataset<Row> rows) {
    List<Row> gone = new ArrayList<>(again);
    gone.addAll(replaced);
    return without(gone, rows);
  }

  private static Dataset<Row> without(List<Row> keys, Dataset<Row> rows) {
    if (keys.isEmpty()) {
      return rows;
    }
    Dataset<Row> gone = rows.sparkSession().createDataFrame(keys, KEY);
    return rows.join(Scale.small(gone), ArticleTable.key(), "left_anti");
  }

  private static List<Row> again(Dataset<Row> stored) {
    Dataset<Row> first =
        stored
            .groupBy("article_id")
            .agg(count(lit(1)).as("days"), min("published_on").as("first"))
            .where(col("days").gt(1));
    return stored
        .select("article_id", "published_on")
        .join(first, "article_id")
        .where(col("published_on").gt(col("first")))
        .select("article_id", "published_on")
        .collectAsList();
  }

  /** Texts that share source, address and day with others: which these are, and the order. */
  private static List<Row> places(Dataset<Row> stored, List<String> batches) {
    var page = udf((UDF1<String, String>) ArticleId::page, DataTypes.StringType);
    Map<String, Integer> read = new HashMap<>();
    batches.forEach(b -> read.put(b, read.size()));
    Comparator<Row> order =
        Comparator.<Row, Integer>comparing(r -> read.getOrDefault(r.getString(0), -1))
            .thenComparing(r -> r.getInt(1))
            .thenComparing(r -> r.getString(2));
    List<Row> pages =
        stored
            .withColumn("page", page.apply(col("url")))
            .where(col("page").isNotNull())
            .groupBy("source", "page", "published_on")
            .agg(collect_list(struct("batch_id", "words", "article_id")).as("versions"))
            .where(size(col("versions")).gt(1))
            .select("versions", "published_on")
            .collectAsList();
    List<Row> places = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      List<Row> versions = pages.get(i).<Row>getList(0).stream().sorted(order).toList();
      for (int place = 0; place < versions.size(); place++) {
        places.add(
            RowFactory.create(versions.get(place).getString(2), pages.get(i).get(1), i, place));
      }
    }
    return places;
  }

  private static List<Row> replaced(Dataset<Row> stored, List<Row> places) {
    return stored
        .join(Scale.small(stored.sparkSession().createDataFrame(places, PLACE)), ArticleTable.key())
        .groupBy("page")
        .agg(
            collect_list(struct("place", "title", "body", "article_id", "published_on"))
                .as("versions"))
        .flatMap(
            (FlatMapFunction<Row, Row>) page -> replaced(page.<Row>getList(1)).iterator(),
            Encoders.row(KEY))
        .collectAsList();
  }

  /** A version of a page; {@code key} is what {@link #KEY} names. */
  private record Version(Row key, String title, Print print) {
    static Version of(Row row) {
      return new Version(
          RowFactory.create(row.get(3), row.get(4)),
          ArticleId.letters(row.getString(1)),
          Print.of(row.getString(2)));
    }

    boolean sameAs(Version later) {
      return print.nearCopyOf(later.print, 0, new int[0])
          || !title.isEmpty()
              && title.equals(later.title)
              && print.overlap(later.print) >= Print.TRACES;
    }

    boolean isPieceOf(Version earlier) {
      return print.shingles().length < Print.LEAST_LENGTH * earlier.print.shingles().length;
    }
  }

  /** Which versions of one page give way; one at least stands. */
  private static List<Row> replaced(List<Row> page) {
    List<Row> gone = new ArrayList<>();
    List<Version> standing = new ArrayList<>();
    for (Row row : page.stream().sorted(Comparator.comparing(r -> r.getInt(0))).toList()) {
      Version later = Version.of(row);
      List<Version> near =
          standing.subList(Math.max(0, standing.size() - NEIGHBOURS), standing.size());
      List<Version> same = near.stream().filter(v -> v.sameAs(later)).toList();
      if (same.stream().anyMatch(later::isPieceOf)) {
        gone.add(later.key());
      } else {
        same.forEach(v -> gone.add(v.key()));
        standing.removeAll(same);
        standing.add(later);
      }
    }
    return gone;
  }
}

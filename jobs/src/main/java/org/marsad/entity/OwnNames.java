package org.marsad.entity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.marsad.term.SourceShares;

/**
 * The names that a source's pages carry beside the news: what it calls itself, an organisation in
 * half of its articles that hardly anybody else among several names; and on a day, one in nine
 * tenths of all it printed, such as the networks of a bar of share buttons. Lists of who is in the
 * news, and pairs, leave them out there.
 *
 * <p>Terms have a rule of their own, {@code source_signatures}, which lets others print the term: a
 * page's furniture may be everybody's. Of names that would take the country and its government out
 * of each of its papers, and out of an archive on one party that party.
 */
public final class OwnNames {
  /** Share of the source's articles that name it. */
  private static final double LEAST_SHARE = 0.5;

  /** Share that the source has of all articles that name it. */
  private static final double LEAST_CONCENTRATION = 0.9;

  /** Share of the source's articles of a day, where over the window it is in fewer than half. */
  private static final double LEAST_DAY_SHARE = 0.9;

  private OwnNames() {}

  /**
   * The mentions that are news.
   *
   * @param mentions rows of {@code entity_mentions}
   * @param articles rows of {@code articles}
   */
  public static Dataset<Row> without(Dataset<Row> mentions, Dataset<Row> articles) {
    return mentions
        .join(broadcast(of(mentions, articles)), new String[] {"source", "entity_id"}, "left_anti")
        .join(
            broadcast(onDays(mentions, articles)),
            new String[] {"source", "published_on", "entity_id"},
            "left_anti");
  }

  /**
   * What sources call themselves: pairs of {@code source} and {@code entity_id}, found at once, for
   * they are few, and asked often.
   *
   * @param mentions rows of {@code entity_mentions}
   * @param articles rows of {@code articles}
   */
  public static Dataset<Row> of(Dataset<Row> mentions, Dataset<Row> articles) {
    return found(
        named(mentions, "source")
            .withColumn("everywhere", sum("articles").over(Window.partitionBy("entity_id")))
            .join(broadcast(all(articles, "source")), "source")
            .crossJoin(broadcast(articles.agg(countDistinct("source").as("sources"))))
            .where(col("sources").gt(1).and(col("all").geq(SourceShares.LEAST_ARTICLES)))
            .where(col("articles").geq(col("all").multiply(LEAST_SHARE)))
            .where(col("articles").geq(col("everywhere").multiply(LEAST_CONCENTRATION)))
            .select("source", "entity_id"));
  }

  private static Dataset<Row> onDays(Dataset<Row> mentions, Dataset<Row> articles) {
    String[] day = {"source", "published_on"};
    Dataset<Row> often =
        named(mentions, "source")
            .join(broadcast(all(articles, "source")), "source")
            .where(col("articles").geq(col("all").multiply(LEAST_SHARE)))
            .select("source", "entity_id");
    return found(
        SourceShares.of(named(mentions, day), all(articles, day), LEAST_DAY_SHARE, day)
            .join(broadcast(often), new String[] {"source", "entity_id"}, "left_anti")
            .select("source", "published_on", "entity_id"));
  }

  private static Dataset<Row> named(Dataset<Row> mentions, String... key) {
    return mentions
        .where(col("type").equalTo("ORGANIZATION"))
        .groupBy(columns(key, "entity_id"))
        .agg(countDistinct("article_id").as("articles"));
  }

  private static Dataset<Row> all(Dataset<Row> articles, String... key) {
    return articles.groupBy(columns(key)).agg(count(lit(1)).as("all"));
  }

  private static Column[] columns(String[] key, String... more) {
    return Stream.concat(Arrays.stream(key), Arrays.stream(more))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static Dataset<Row> found(Dataset<Row> few) {
    return few.sparkSession().createDataFrame(few.collectAsList(), few.schema());
  }
}

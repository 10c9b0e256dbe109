package org.marsad.entity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.term.SourceShares;

/**
 * The names that a source's pages carry beside the news: what it calls itself, an organisation in
 * half of its articles that hardly anybody else among several names; and on a day, one surely in
 * two thirds of all it printed, such as the networks of a bar of share buttons. Lists of who is in
 * the news, and pairs, leave them out there.
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
  private static final double LEAST_DAY_SHARE = 2 / 3.0;

  private static final String[] DAILY_NAME = {"source", "published_on", "entity_id"};

  private OwnNames() {}

  /**
   * The mentions that are news.
   *
   * @param mentions rows of {@code entity_mentions}
   * @param articles rows of {@code articles}
   */
  public static Dataset<Row> without(Dataset<Row> mentions, Dataset<Row> articles) {
    Dataset<Row> found = found(mentions, articles);
    // Found at once: a few for each day of a source.
    Dataset<Row> few = found.sparkSession().createDataFrame(found.collectAsList(), found.schema());
    return mentions.join(broadcast(few), DAILY_NAME, "left_anti");
  }

  private static Dataset<Row> found(Dataset<Row> mentions, Dataset<Row> articles) {
    Dataset<Row> days =
        articles
            .groupBy("source", "published_on")
            .agg(count(lit(1)).as("of_day"))
            .withColumn("all", sum("of_day").over(Window.partitionBy("source")))
            .crossJoin(broadcast(articles.agg(countDistinct("source").as("sources"))));
    Column often = col("articles").geq(col("all").multiply(LEAST_SHARE));
    Column hardlyElsewhere =
        col("sources")
            .gt(1)
            .and(col("all").geq(SourceShares.LEAST_ARTICLES))
            .and(col("articles").geq(col("everywhere").multiply(LEAST_CONCENTRATION)));
    Column surely = SourceShares.isSurely(col("on_day"), col("of_day"), LEAST_DAY_SHARE);
    return mentions
        .where(col("type").equalTo("ORGANIZATION"))
        .groupBy("source", "published_on", "entity_id")
        .agg(countDistinct("article_id").as("on_day"))
        .withColumn("everywhere", sum("on_day").over(Window.partitionBy("entity_id")))
        .withColumn("articles", sum("on_day").over(Window.partitionBy("entity_id", "source")))
        .join(broadcast(days), new String[] {"source", "published_on"})
        .where(when(often, hardlyElsewhere).otherwise(surely))
        .select("source", "published_on", "entity_id");
  }
}

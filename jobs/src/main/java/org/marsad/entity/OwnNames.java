package org.marsad.entity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The names that sources call themselves by: an organisation in half of a source's articles that
 * hardly anybody else names. Lists of who is in the news, and pairs, leave them out there.
 *
 * <p>Terms have a rule of their own, {@code source_signatures}, which lets others print the term: a
 * page's furniture may be everybody's. Of names that would take the country and its government out
 * of each of its papers.
 */
public final class OwnNames {
  /** A source with fewer articles has not shown what it calls itself. */
  private static final int LEAST_ARTICLES = 10;

  /** Share of the source's articles that name it. */
  private static final double LEAST_SHARE = 0.5;

  /** Share that the source has of all articles that name it. */
  private static final double LEAST_CONCENTRATION = 0.9;

  private OwnNames() {}

  /**
   * Pairs of {@code source} and {@code entity_id}, found at once: they are few, and asked often.
   *
   * @param mentions rows of {@code entity_mentions}
   * @param articles rows of {@code articles}
   */
  public static Dataset<Row> of(Dataset<Row> mentions, Dataset<Row> articles) {
    Dataset<Row> sources = articles.groupBy("source").agg(count(lit(1)).as("all"));
    Dataset<Row> own =
        mentions
            .where(col("type").equalTo("ORGANIZATION"))
            .groupBy("source", "entity_id")
            .agg(countDistinct("article_id").as("here"))
            .withColumn("everywhere", sum("here").over(Window.partitionBy("entity_id")))
            .join(broadcast(sources.where(col("all").geq(LEAST_ARTICLES))), "source")
            .where(col("here").geq(col("all").multiply(LEAST_SHARE)))
            .where(col("here").geq(col("everywhere").multiply(LEAST_CONCENTRATION)))
            .select("source", "entity_id");
    return own.sparkSession().createDataFrame(own.collectAsList(), own.schema());
  }
}

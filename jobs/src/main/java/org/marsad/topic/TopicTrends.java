package org.marsad.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * How topics come and go over the days.
 *
 * <p>Reads {@code article_topics} and {@code articles}, writes {@code topic_trends}. Try {@code
 * ./marsad sql "SELECT * FROM topic_trends ORDER BY published_on, share DESC"}.
 */
public final class TopicTrends implements Analysis {
  @Override
  public List<Table> reads() {
    return List.of(TopicTables.ARTICLE_TOPICS, ArticleTable.ARTICLES);
  }

  @Override
  public List<Table> writes() {
    return List.of(TopicTables.TRENDS);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> articles =
        inputs.table(ArticleTable.ARTICLES).select("article_id", "published_on");
    Dataset<Row> days = articles.groupBy("published_on").agg(count(lit(1)).as("all_articles"));
    Dataset<Row> trends =
        inputs
            .table(TopicTables.ARTICLE_TOPICS)
            .where(col("is_main"))
            .join(articles, "article_id")
            .groupBy("topic_id", "published_on")
            .agg(count(lit(1)).as("articles"))
            .join(days, "published_on")
            .withColumn("share", col("articles").divide(col("all_articles")));
    return Map.of(TopicTables.TRENDS, trends);
  }
}

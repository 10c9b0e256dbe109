package org.marsad.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.marsad.Warehouses;

class TopicTablesTest {
  @Test
  void anArticlesSharesSumToOneAndOneIsTheMain() {
    long wrong =
        Warehouses.table(Warehouses.sample(), "article_topics")
            .groupBy("article_id")
            .agg(
                org.apache.spark.sql.functions.sum("weight").as("total"),
                org.apache
                    .spark
                    .sql
                    .functions
                    .count_if(org.apache.spark.sql.functions.col("is_main"))
                    .as("mains"))
            .where("abs(total - 1) > 1e-9 or mains <> 1")
            .count();
    assertEquals(0, wrong);
  }

  @Test
  void everyArticleHasATopic() {
    assertEquals(
        Warehouses.table(Warehouses.sample(), "articles").count(),
        Warehouses.table(Warehouses.sample(), "article_topics")
            .select("article_id")
            .distinct()
            .count());
  }

  @Test
  void topicsFollowTheSubjectsOfTheSample() {
    Row purity =
        Warehouses.table(Warehouses.sample(), "article_topics")
            .where("is_main")
            .join(Warehouses.table(Warehouses.sample(), "articles"), "article_id")
            .where("category <> ''")
            .groupBy("topic_id", "category")
            .count()
            .groupBy("topic_id")
            .agg(
                org.apache.spark.sql.functions.max("count").as("most"),
                org.apache.spark.sql.functions.sum("count").as("all"))
            .selectExpr("sum(most) / sum(all)")
            .first();
    assertTrue(purity.getDouble(0) > 0.6, "purity " + purity);
  }

  @Test
  void trendsAddUpToTheTopicsArticles() {
    long wrong =
        Warehouses.table(Warehouses.sample(), "topic_trends")
            .groupBy("topic_id")
            .agg(org.apache.spark.sql.functions.sum("articles").as("days"))
            .join(Warehouses.table(Warehouses.sample(), "topics"), "topic_id")
            .where("days <> articles")
            .count();
    assertEquals(0, wrong);
  }
}

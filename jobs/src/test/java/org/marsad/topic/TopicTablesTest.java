package org.marsad.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.marsad.Warehouses;

class TopicTablesTest {
  @Test
  void anArticlesSharesSumToOneAndAtMostOneIsTheMain() {
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
            .where("abs(total - 1) > 1e-9 or mains > 1")
            .count();
    assertEquals(0, wrong);
  }

  @Test
  void nearlyEveryArticleHasAMainTopic() {
    double mains = Warehouses.table(Warehouses.sample(), "article_topics").where("is_main").count();
    double articles = Warehouses.table(Warehouses.sample(), "articles").count();
    assertTrue(mains / articles > 0.9, mains + " of " + articles);
  }

  @Test
  void noTwoTopicsShareALabelOrOneOfTheirFirstTenWords() {
    var topics = Warehouses.table(Warehouses.sample(), "topics");
    assertEquals(topics.count(), topics.select("label").distinct().count());
    var words = Warehouses.table(Warehouses.sample(), "topic_terms").where("rank <= 10");
    assertEquals(words.count(), words.select("term").distinct().count());
  }

  @Test
  void examplesAreArticlesOfTheTopic() {
    var examples =
        Warehouses.table(Warehouses.sample(), "topics")
            .selectExpr("topic_id", "explode(examples) as article_id");
    assertTrue(examples.count() > 0);
    long mains =
        examples
            .join(
                Warehouses.table(Warehouses.sample(), "article_topics").where("is_main"),
                new String[] {"topic_id", "article_id"})
            .count();
    assertEquals(examples.count(), mains);
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

package org.marsad.entity;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.article.ArticleTable;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;

class OwnNamesTest {
  private static final String DAY = "2017-09-14";

  private static final Dataset<Row> KINDS =
      rows(
          List.of(
              RowFactory.create("paper-a", "media"),
              RowFactory.create("paper-b", "media"),
              RowFactory.create("agency", "agency")),
          "entity_id string, kind string");

  @Test
  void whatASourceCallsItselfIsToldFromWhatItWritesAbout() {
    List<Row> articles = new ArrayList<>();
    List<Row> mentions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String day = i < 14 ? DAY : "2017-09-15";
      for (String source : List.of("a", "b")) {
        String id = source + i;
        article(articles, id, source, day);
        mention(mentions, id, source, day, "everybodys", "ORGANIZATION", true);
        mention(mentions, id, source, day, "own-" + source, "ORGANIZATION", i < 11 || i == 15);
        mention(mentions, id, source, day, "town-" + source, "LOCATION", true);
        mention(mentions, id, source, day, "seldom-" + source, "ORGANIZATION", i < 9);
        mention(mentions, id, source, day, "paper-" + source, "ORGANIZATION", i < 3);
        mention(mentions, id, source, day, "agency", "ORGANIZATION", i < 3);
      }
    }
    // A paper that others cite as well is in the news.
    for (int i = 0; i < 2; i++) {
      mention(mentions, "a" + i, "a", DAY, "paper-b", "ORGANIZATION", true);
    }
    mention(mentions, "b0", "b", DAY, "own-a", "ORGANIZATION", true);
    for (int i = 0; i < 9; i++) {
      article(articles, "c" + i, "c", DAY);
      mention(mentions, "c" + i, "c", DAY, "own-c", "ORGANIZATION", true);
    }
    assertEquals(
        List.of(
            "[agency,6]",
            "[everybodys,40]",
            "[own-a,1]",
            "[own-c,9]",
            "[paper-b,5]",
            "[seldom-a,9]",
            "[seldom-b,9]",
            "[town-a,20]",
            "[town-b,20]"),
        left(mentions, articles));
  }

  @Test
  void aBarOfShareButtonsIsNoNews() {
    List<Row> articles = new ArrayList<>();
    List<Row> mentions = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String day = i < 40 ? DAY : "2017-09-15";
      article(articles, "a" + i, "a", day);
      mention(mentions, "a" + i, "a", day, "network", "ORGANIZATION", i < 40 || i == 77);
      mention(mentions, "a" + i, "a", day, "subject", "ORGANIZATION", true);
      mention(mentions, "a" + i, "a", day, "event", "ORGANIZATION", i < 30);
      mention(mentions, "a" + i, "a", day, "paper-a", "ORGANIZATION", i % 4 == 0);
      mention(mentions, "a" + i, "a", day, "paper-b", "ORGANIZATION", i % 8 == 0);
    }
    // There is nobody else to tell that the subject is the source's own name; a station's is.
    assertEquals(
        List.of("[event,30]", "[network,1]", "[paper-b,15]", "[subject,120]"),
        left(mentions, articles));
  }

  private static void article(List<Row> articles, String id, String source, String day) {
    articles.add(RowFactory.create(id, source, day));
  }

  private static void mention(
      List<Row> mentions,
      String article,
      String source,
      String day,
      String entity,
      String type,
      boolean is) {
    if (is) {
      mentions.add(RowFactory.create(article, source, day, entity, type));
    }
  }

  /** Entities with their mentions that are news. */
  private static List<String> left(List<Row> mentions, List<Row> articles) {
    String article = "article_id string, source string, published_on string";
    Dataset<Row> named =
        rows(mentions, article + ", entity_id string, type string")
            .withColumn("rule", lit("exact_form"));
    Inputs inputs =
        new Inputs(
            Map.of(
                EntityMentions.TABLE,
                named,
                ArticleTable.ARTICLES,
                rows(articles, article),
                KnownEntities.TABLE,
                KINDS),
            Map.of(),
            Parameters.defaults());
    return OwnNames.without(named, new OwnNames().run(inputs).get(OwnNames.TABLE))
        .groupBy("entity_id")
        .count()
        .orderBy("entity_id")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private static Dataset<Row> rows(List<Row> rows, String schema) {
    return SparkFixture.spark().createDataFrame(rows, StructType.fromDDL(schema));
  }
}

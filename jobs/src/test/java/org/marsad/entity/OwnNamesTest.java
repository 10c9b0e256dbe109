package org.marsad.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;

class OwnNamesTest {
  @Test
  void whatASourceCallsItselfIsToldFromWhatItWritesAbout() {
    List<Row> articles = new ArrayList<>();
    List<Row> mentions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (String source : List.of("a", "b")) {
        String id = source + i;
        articles.add(RowFactory.create(id, source));
        name(mentions, id, source, "everybodys", "ORGANIZATION", true);
        name(mentions, id, source, "own-" + source, "ORGANIZATION", i < 12);
        name(mentions, id, source, "town-" + source, "LOCATION", true);
        name(mentions, id, source, "now-and-then-" + source, "ORGANIZATION", i < 9);
      }
    }
    name(mentions, "b0", "b", "own-a", "ORGANIZATION", true);
    for (int i = 0; i < 9; i++) {
      articles.add(RowFactory.create("c" + i, "c"));
      name(mentions, "c" + i, "c", "own-c", "ORGANIZATION", true);
    }
    Dataset<Row> own =
        OwnNames.of(
            rows(mentions, "article_id string, source string, entity_id string, type string"),
            rows(articles, "article_id string, source string"));
    assertEquals(
        List.of("[a,own-a]", "[b,own-b]"),
        own.orderBy("source").collectAsList().stream().map(Row::toString).toList());
  }

  @Test
  void aBarOfShareButtonsIsNoNews() {
    List<Row> articles = new ArrayList<>();
    List<Row> mentions = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String day = i < 40 ? "2017-09-14" : "2017-09-15";
      articles.add(RowFactory.create("a" + i, "a", day));
      mention(mentions, "a" + i, day, "network", i < 40 || i == 77);
      mention(mentions, "a" + i, day, "subject", true);
      mention(mentions, "a" + i, day, "event", i < 30);
    }
    Dataset<Row> left =
        OwnNames.without(
            rows(
                mentions,
                "article_id string, source string, published_on string, entity_id string, type"
                    + " string"),
            rows(articles, "article_id string, source string, published_on string"));
    // There is nobody else to tell that the subject is the source's own name.
    assertEquals(
        List.of("[event,30]", "[network,1]", "[subject,120]"),
        left.groupBy("entity_id").count().orderBy("entity_id").collectAsList().stream()
            .map(Row::toString)
            .toList());
  }

  private static void mention(
      List<Row> mentions, String article, String day, String entity, boolean is) {
    if (is) {
      mentions.add(RowFactory.create(article, "a", day, entity, "ORGANIZATION"));
    }
  }

  private static void name(
      List<Row> mentions, String article, String source, String entity, String type, boolean is) {
    if (is) {
      mentions.add(RowFactory.create(article, source, entity, type));
    }
  }

  private static Dataset<Row> rows(List<Row> rows, String schema) {
    return SparkFixture.spark().createDataFrame(rows, StructType.fromDDL(schema));
  }
}

package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;

class SourceHealthTest {
  private static final LocalDate LAST = LocalDate.of(2017, 9, 14);

  @Test
  void alarmsStandInTheTableAndAMissedSourceHasARow() {
    List<Row> articles = new ArrayList<>();
    List<Row> rejects = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      LocalDate date = LAST.minusDays(4L - day);
      articles.add(RowFactory.create(date, "الأفق", false, "UTF-8", "record", 50));
      if (day < 3) {
        articles.add(RowFactory.create(date, "المدى", false, "UTF-8", "record", 90));
      }
    }
    // A guessed day is not what the window is about.
    articles.add(RowFactory.create(LAST.plusDays(9), "الميناء", false, "UTF-8", "file_time", 50));
    for (long i = 1; i <= 3; i++) {
      rejects.add(RowFactory.create(LAST, "الأفق", "mojibake", i, "b1"));
    }
    // Three that are read again each night are none.
    for (String batch : List.of("b1", "b2", "b3")) {
      rejects.add(RowFactory.create(LAST.minusDays(1), "الأفق", "empty_body", 7L, batch));
    }
    rejects.add(RowFactory.create(null, null, "broken_json", 1L, "b1"));
    var spark = SparkFixture.spark();
    Map<org.marsad.table.Table, Dataset<Row>> tables =
        Map.of(
            ArticleTable.ARTICLES,
            spark.createDataFrame(
                articles,
                StructType.fromDDL(
                    "published_on date, source string, is_copy boolean, charset string,"
                        + " date_origin string, words int")),
            RejectTable.REJECTS,
            spark.createDataFrame(
                rejects,
                StructType.fromDDL(
                    "published_on date, source string, reason string, position bigint,"
                        + " batch_id string")));
    List<String> found =
        new SourceHealth()
                .run(new Inputs(tables, Map.of(), Parameters.defaults()))
                .get(SourceHealth.TABLE)
                .where("alarms <> '' OR published_on IS NULL OR published_on > '2017-09-14'")
                .selectExpr(
                    "coalesce(cast(published_on AS string), '')", "source", "articles", "alarms")
                .collectAsList()
                .stream()
                .map(r -> r.mkString("\t"))
                .sorted()
                .toList();
    assertEquals(
        List.of(
            "\tunknown\t0\t",
            "2017-09-14\tالأفق\t1\tmojibake",
            "2017-09-14\tالمدى\t0\tsilent",
            "2017-09-23\tالميناء\t1\t"),
        found);
  }
}

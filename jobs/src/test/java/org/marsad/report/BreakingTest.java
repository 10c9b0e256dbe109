package org.marsad.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;

class BreakingTest {
  private static final LocalDate TODAY = LocalDate.of(2017, 9, 14);

  private final List<Row> articles = new ArrayList<>();
  private final List<Row> mentions = new ArrayList<>();

  private void print(String source, LocalDate day, int number, String entity) {
    for (int i = 0; i < number; i++) {
      String id = source + day + i;
      articles.add(RowFactory.create(id, id, source, day, false, "record"));
      mentions.add(RowFactory.create(id, source, day, entity));
    }
  }

  private static Dataset<Row> rows(List<Row> rows, String ddl) {
    return SparkFixture.spark().createDataFrame(rows, StructType.fromDDL(ddl));
  }

  @Test
  void aNewPapersReportersDoNotBreakThrough() {
    print("الأفق", TODAY.minusDays(1), 10, "minister");
    print("الأفق", TODAY, 6, "rescuer");
    print("الساحل", TODAY, 9, "reporter");
    Dataset<Row> stored =
        rows(
            articles,
            "article_id string, story_id string, source string, published_on date, is_copy boolean,"
                + " date_origin string");
    Night night = Night.of(stored, TODAY.plusDays(1));
    assertEquals(Set.of("الساحل"), night.newcomers());
    assertEquals(2, night.sources());
    List<Breakthrough> names =
        Breaking.of(
                stored,
                rows(
                    mentions,
                    "story_id string, source string, published_on date, entity_id string"),
                night)
            .names();
    assertEquals(List.of("rescuer"), names.stream().map(Breakthrough::entityId).toList());
    // Six of sixteen stories by the paper that was there before: 0.5 · 6 / 10.
    assertEquals(0.3, names.get(0).expected(), 1e-12);
  }
}

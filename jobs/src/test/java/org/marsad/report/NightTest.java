package org.marsad.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;

class NightTest {
  private static final LocalDate TODAY = LocalDate.of(2017, 9, 14);

  private static LocalDate last(int yesterday, int today, LocalDate now) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < yesterday + today; i++) {
      LocalDate day = i < yesterday ? TODAY.minusDays(1) : TODAY;
      rows.add(RowFactory.create("a" + i, "a" + i, "الأفق", day, false, "record"));
    }
    StructType type =
        StructType.fromDDL(
            "article_id string, story_id string, source string, published_on date, is_copy boolean,"
                + " date_origin string");
    return Night.of(SparkFixture.spark().createDataFrame(rows, type), now).last();
  }

  @Test
  void aDayThatHasOnlyBegunIsNotWhatTheReportIsAbout() {
    assertEquals(TODAY.minusDays(1), last(10, 2, TODAY));
    assertEquals(TODAY, last(10, 5, TODAY), "in the evening");
    assertEquals(TODAY, last(10, 2, TODAY.plusDays(1)), "a quiet day, and over");
    assertEquals(TODAY, last(0, 2, TODAY), "there is no other");
  }

  @Test
  void norIsAnArchivesLastDayThatWasNotCollectedWhole() {
    assertEquals(TODAY.minusDays(1), last(11, 1, TODAY.plusDays(30)));
    assertEquals(TODAY, last(10, 1, TODAY.plusDays(30)), "a tenth may be a holiday");
    assertEquals(TODAY, last(11, 1, TODAY.plusDays(1)), "few feeds came tonight");
  }
}

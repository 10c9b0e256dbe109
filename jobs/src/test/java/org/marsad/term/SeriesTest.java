package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.article.ArticleTable;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;

class SeriesTest {
  private static final LocalDate MONDAY = LocalDate.parse("2017-09-11");

  @Test
  void aStoryIsGivenToTheSourceThatIsThereLongest() {
    List<Row> rows =
        List.of(
            RowFactory.create("1", "older", MONDAY),
            RowFactory.create("2", "older", MONDAY.plusDays(1)),
            RowFactory.create("2", "copier", MONDAY.plusDays(1)),
            RowFactory.create("2", "a newer", MONDAY.plusDays(1)),
            RowFactory.create("3", "a newer", MONDAY.plusDays(1)));
    StructType type = StructType.fromDDL("story_id string, source string, published_on date");
    Series series =
        Series.of(
            new Inputs(
                Map.of(ArticleTable.ARTICLES, SparkFixture.spark().createDataFrame(rows, type)),
                Map.of(),
                Parameters.defaults()));
    assertArrayEquals(new LocalDate[] {MONDAY, MONDAY.plusDays(1)}, series.days());
    // One of nothing but copies has a place too: its copy may have a word that no other has.
    assertArrayEquals(new String[] {"a newer", "copier", "older"}, series.sources());
    assertArrayEquals(new long[][] {{0, 1}, {0, 0}, {1, 1}}, series.volumes());
  }

  @Test
  void aDayCountsByTheSourcesThatHaveTheTerm() {
    Series series =
        new Series(
            new LocalDate[] {MONDAY, MONDAY.plusDays(1)},
            new String[] {"a", "b"},
            new long[][] {{100, 0}, {100, 100}});
    int[][] sources = {{0}, {}};
    long[][] bySource = {{8}, {}};
    Series.Term term =
        new Series.Term("t", "t", new long[] {8, 0}, sources, bySource, new double[2][0]);
    // Eight in three hundred: expected 8 / 3 in the first, twice that in the second.
    double a = (2 + 8) / (2 + 8 / 3.0);
    double b = 2 / (2 + 16 / 3.0);
    assertEquals(100 * a + 100 * b, series.exposures(term)[0], 1e-9);
    assertEquals(100 * b, series.exposures(term)[1], 1e-9);
  }
}

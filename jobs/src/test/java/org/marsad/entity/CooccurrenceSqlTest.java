package org.marsad.entity;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.marsad.Warehouses;

/** The published pairs against another database's SQL over the published mentions. */
class CooccurrenceSqlTest {
  private static final double CLOSE = 1e-9;
  private static final int COUNTS = 9;

  @Test
  void everyCountAndMeasureIsWhatSqlSays() throws Exception {
    List<Row> ours =
        Warehouses.table(Warehouses.sample(), "entity_cooccurrence")
            .selectExpr(
                "concat_ws(' ', level, entity_a, entity_b) AS pair",
                "together",
                "units_a",
                "units_b",
                "units",
                "stories",
                "sources",
                "first_seen",
                "last_seen",
                "pmi",
                "npmi",
                "g2",
                "dice",
                "jaccard")
            .orderBy("pair")
            .collectAsList();
    try (Connection duck = CooccurrenceSql.open(mentions())) {
      CooccurrenceSql.join(duck);
      List<Object[]> theirs = CooccurrenceSql.measures(duck);
      assertTrue(ours.size() > 500);
      assertEquals(theirs.size(), ours.size());
      for (int i = 0; i < ours.size(); i++) {
        Row row = ours.get(i);
        Object[] other = theirs.get(i);
        for (int c = 0; c < COUNTS; c++) {
          assertEquals(String.valueOf(other[c]), String.valueOf(row.get(c)), row.getString(0));
        }
        for (int c = COUNTS; c < row.length(); c++) {
          double expected = ((Number) other[c]).doubleValue();
          double scale = Math.max(1, Math.abs(expected));
          assertEquals(expected, row.getDouble(c), CLOSE * scale, row.getString(0));
        }
      }
    }
  }

  @Test
  void theDaysAreWhatSqlSaysAndAddUp() throws Exception {
    var daily = Warehouses.table(Warehouses.sample(), "entity_cooccurrence_daily");
    List<Row> ours =
        daily
            .selectExpr(
                "concat_ws(' ', published_on, level, entity_a, entity_b) AS pair",
                "together",
                "articles",
                "stories",
                "sources")
            .orderBy("pair")
            .collectAsList();
    try (Connection duck = CooccurrenceSql.open(mentions())) {
      CooccurrenceSql.join(duck);
      List<Object[]> theirs = CooccurrenceSql.daily(duck);
      assertEquals(theirs.size(), ours.size());
      for (int i = 0; i < ours.size(); i++) {
        Object[] row = new Object[5];
        Arrays.setAll(row, ours.get(i)::get);
        assertArrayEquals(theirs.get(i), row);
      }
    }
    var sums =
        daily
            .groupBy("level", "entity_a", "entity_b")
            .agg(
                sum("together").as("together"),
                min("published_on").as("first_seen"),
                max("published_on").as("last_seen"));
    var pairs =
        Warehouses.table(Warehouses.sample(), "entity_cooccurrence")
            .select(columns(sums.columns()));
    assertEquals(pairs.count(), sums.count());
    assertEquals(0, pairs.except(sums).count());
  }

  private static Column[] columns(String[] names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }

  private static Path mentions() {
    return Warehouses.sample().resolve("current/entity_mentions");
  }
}

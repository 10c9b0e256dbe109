package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class GroupedTest {
  private int drawn;

  /** Rows of day and number: so many for each day. */
  private Iterator<Row> days(int... sizes) {
    Iterator<Row> rows =
        IntStream.range(0, sizes.length)
            .boxed()
            .flatMap(d -> IntStream.range(0, sizes[d]).mapToObj(i -> RowFactory.create(d, i)))
            .toList()
            .iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        drawn++;
        return rows.next();
      }
    };
  }

  private static List<String> read(Iterator<Row> rows, Grouped.Reducer reducer) {
    List<String> found = new ArrayList<>();
    new Grouped(rows, (a, b) -> a.getInt(0) == b.getInt(0), reducer)
        .forEachRemaining(r -> found.add(r.mkString(" ")));
    return found;
  }

  @Test
  void everyRunGivesItsRows() {
    List<String> found =
        read(
            days(3, 1, 2),
            (first, run) -> {
              int n = 0;
              for (; run.hasNext(); n++) {
                assertEquals(first.getInt(0), run.next().getInt(0));
              }
              Row row = RowFactory.create(first.getInt(0), n);
              return n == 1 ? List.of() : List.of(row, row);
            });
    assertEquals(List.of("0 3", "0 3", "2 2", "2 2"), found);
  }

  @Test
  void noMoreIsHeldThanTheRowBehind() {
    read(
        days(1000, 1000),
        (first, run) -> {
          int before = 1000 * first.getInt(0);
          for (int i = 1; run.hasNext(); i++) {
            run.next();
            assertEquals(Math.min(2000, before + i + 1), drawn);
          }
          return List.of();
        });
    assertEquals(2000, drawn);
  }

  @Test
  void whatAReducerLeavesIsPassedOver() {
    assertEquals(List.of("0 0", "1 0"), read(days(5, 4), (first, run) -> List.of(run.next())));
    assertFalse(new Grouped(days(), (a, b) -> true, (first, run) -> List.of()).hasNext());
  }
}

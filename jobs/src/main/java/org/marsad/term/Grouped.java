package org.marsad.term;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Turns rows that come sorted into the rows that each run of those that belong together gives. */
final class Grouped implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final Same same;
  private final Reducer reducer;
  private Row head;
  private Iterator<Row> ready = List.<Row>of().iterator();

  /** Whether two rows belong together. */
  interface Same extends BiPredicate<Row, Row>, Serializable {}

  /** What a run of rows gives. */
  interface Reducer extends Function<List<Row>, List<Row>>, Serializable {}

  Grouped(Iterator<Row> rows, Same same, Reducer reducer) {
    this.rows = rows;
    this.same = same;
    this.reducer = reducer;
    this.head = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && head != null) {
      List<Row> run = new ArrayList<>();
      Row first = head;
      while (head != null && same.test(first, head)) {
        run.add(head);
        head = rows.hasNext() ? rows.next() : null;
      }
      ready = reducer.apply(run).iterator();
    }
    return ready.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }
}

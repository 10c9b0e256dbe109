package org.marsad.term;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.apache.spark.sql.Row;

/**
 * Turns rows that come sorted into the rows that each run of those that belong together gives. A
 * run is handed on row by row and never held: a night's articles may be more than fit in memory.
 */
final class Grouped implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final Same same;
  private final Reducer reducer;
  private Row head;
  private Iterator<Row> ready = List.<Row>of().iterator();

  /** Whether two rows belong together. */
  interface Same extends BiPredicate<Row, Row>, Serializable {}

  /** What a run of rows gives, from its first and all of them, that included. */
  interface Reducer extends BiFunction<Row, Iterator<Row>, List<Row>>, Serializable {}

  Grouped(Iterator<Row> rows, Same same, Reducer reducer) {
    this.rows = rows;
    this.same = same;
    this.reducer = reducer;
    advance();
  }

  private void advance() {
    head = rows.hasNext() ? rows.next() : null;
  }

  /** The rows that belong together with the next one, as they come. */
  private final class Run implements Iterator<Row> {
    private final Row first = head;

    @Override
    public boolean hasNext() {
      return head != null && same.test(first, head);
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = head;
      advance();
      return row;
    }
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && head != null) {
      Run run = new Run();
      ready = reducer.apply(run.first, run).iterator();
      run.forEachRemaining(unread -> {});
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

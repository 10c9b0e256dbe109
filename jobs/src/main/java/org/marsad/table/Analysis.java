package org.marsad.table;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One step of a run: reads tables, returns tables. It opens no session, writes no file and calls no
 * other analysis; the run does that, once, for all.
 */
public interface Analysis {

  /** The tables it needs, each written by an analysis before it or kept in the store. */
  List<Table> reads();

  /** The tables of the last run whose window ended before tonight's that it looks back to. */
  default List<Table> previous() {
    return List.of();
  }

  /** The tables it returns. */
  List<Table> writes();

  /**
   * Those of its tables whose rows come sorted within few partitions, to be written as they are.
   */
  default List<Table> inOrder() {
    return List.of();
  }

  /** The tables named by {@link #writes()}, lazily: rows in any order, extra columns allowed. */
  Map<Table, Dataset<Row>> run(Inputs inputs);
}

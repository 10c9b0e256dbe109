package org.marsad.table;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The side of a join that has a few ids for each article, where the other has its whole text: to
 * send the ids to every task is cheaper than to move the texts, far beyond what Spark sends
 * unasked.
 */
public final class NarrowSide {
  /** As Spark reckons it: about a million articles, which take less. */
  private static final double MOST_BYTES = 256e6;

  private NarrowSide() {}

  /** The rows, marked to be sent to every task unless they are too many. */
  public static Dataset<Row> of(Dataset<Row> rows) {
    return Scale.few(rows) || bytes(rows) <= MOST_BYTES ? Scale.small(rows) : rows;
  }

  private static double bytes(Dataset<Row> rows) {
    return rows.queryExecution().optimizedPlan().stats().sizeInBytes().toDouble();
  }
}

package org.marsad.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.run.Sessions;

/**
 * How many bytes of a published table Spark reads to look up one value of a column, and to read the
 * whole, every column in both.
 */
public final class LookupBench {
  private static final List<List<String>> LOOKUPS =
      List.of(
          List.of("articles", "published_on"),
          List.of("article_terms", "published_on"),
          List.of("term_frequency", "published_on"),
          List.of("terms", "term"),
          List.of("entity_mentions", "published_on"),
          List.of("entity_mentions", "article_id"),
          List.of("entity_frequency", "published_on"),
          List.of("entities", "entity_id"),
          List.of("entity_cooccurrence", "entity_a"),
          List.of("entity_cooccurrence_daily", "published_on"),
          List.of("entity_cooccurrence_daily", "entity_a"),
          List.of("article_topics", "article_id"));

  private LookupBench() {}

  /**
   * Usage: {@code LookupBench WAREHOUSE}.
   *
   * @param args warehouse
   */
  public static void main(String[] args) throws Exception {
    SparkSession spark = Sessions.open().spark();
    // What other threads read for a task is not counted as the task's.
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set("parquet.hadoop.vectored.io.enabled", "false");
    AtomicLong read = new AtomicLong();
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onTaskEnd(SparkListenerTaskEnd end) {
                read.addAndGet(end.taskMetrics().inputMetrics().bytesRead());
              }
            });
    System.out.printf("%-26s %-14s %12s %12s%n", "table", "column", "whole", "one value");
    for (List<String> lookup : LOOKUPS) {
      Dataset<Row> table =
          spark.read().parquet(args[0] + "/current/" + lookup.get(0));
      String column = lookup.get(1);
      // The value in the middle of the table: neither first nor last in any file.
      List<Row> values =
          table.select(column).distinct().orderBy(column).collectAsList();
      Object value = values.get(values.size() / 2).get(0);
      System.out.printf(
          Locale.ROOT,
          "%-26s %-14s %,12d %,12d%n",
          lookup.get(0),
          column,
          bytes(table, read),
          bytes(table.where(col(column).equalTo(lit(value))), read));
    }
    spark.stop();
  }

  private static long bytes(Dataset<Row> rows, AtomicLong read) throws Exception {
    rows.sparkSession().sparkContext().listenerBus().waitUntilEmpty();
    read.set(0);
    rows.write().format("noop").mode("overwrite").save();
    rows.sparkSession().sparkContext().listenerBus().waitUntilEmpty();
    return read.get();
  }
}

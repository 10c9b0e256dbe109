package org.marsad.table;

import static org.apache.spark.sql.functions.broadcast;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What keeps a small night quick: settings, and how rows are laid out. Planning in many steps,
 * compiling each query and cutting it into many tasks pays from some thousand articles; below that
 * it is most of the time.
 */
public final class Scale {
  /** Up to so many articles one task does all, and no query is worth compiling. */
  private static final long FEW_ARTICLES = 2_000;

  /** So many articles one task holds in memory at a time: tens of MB. */
  private static final long ARTICLES_A_TASK = 4_000;

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private static final String BROADCAST = "spark.sql.autoBroadcastJoinThreshold";

  /** Set while the session is fitted to few articles. */
  private static final String FEW = "marsad.few";

  private static final Map<String, String> SMALL =
      Map.of(
          FEW,
          "true",
          PARTITIONS,
          "1",
          "spark.sql.adaptive.enabled",
          "false",
          "spark.sql.codegen.wholeStage",
          "false",
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN",
          BROADCAST,
          "-1");

  private Scale() {}

  /** Fits a session to a number of articles; what the user set stays as it is. */
  public static void fit(SparkSession spark, long articles) {
    if (articles > FEW_ARTICLES) {
      usual(spark);
      long partitions = Long.parseLong(spark.conf().get(PARTITIONS));
      if (!given(spark, PARTITIONS) && partitions < articles / ARTICLES_A_TASK) {
        spark.conf().set(PARTITIONS, articles / ARTICLES_A_TASK);
      }
      return;
    }
    SMALL.forEach(
        (key, value) -> {
          if (!given(spark, key)) {
            spark.conf().set(key, value);
          }
        });
  }

  /** Settings for any number of articles: Spark's own, with fewer tasks within one process. */
  public static void usual(SparkSession spark) {
    for (String key : SMALL.keySet()) {
      if (!given(spark, key)) {
        spark.conf().unset(key);
      }
    }
    if (!given(spark, BROADCAST)) {
      spark.conf().set(BROADCAST, "32m");
    }
    if (spark.sparkContext().isLocal() && !given(spark, PARTITIONS)) {
      spark.conf().set(PARTITIONS, 2L * spark.sparkContext().defaultParallelism());
    }
  }

  /**
   * Rows as they come out of files; for few articles in one partition, which Spark knows to hold
   * all of a group and both sides of a join, so that a query is one task and no shuffle.
   */
  public static Dataset<Row> read(Dataset<Row> rows) {
    return few(rows) ? rows.coalesce(1) : rows;
  }

  /** Rows with the same values of the columns in the same partition. */
  public static Dataset<Row> together(Dataset<Row> rows, Column... columns) {
    return few(rows) ? rows.coalesce(1) : rows.repartition(columns);
  }

  /**
   * Rows in few files of like size, with the same values of a column in the same one as far as that
   * goes.
   */
  public static Dataset<Row> balanced(Dataset<Row> rows, Column column) {
    return few(rows) ? rows.coalesce(1) : rows.hint("rebalance", column);
  }

  /** The side of a join that every task can hold: it is sent to all, or hashed by the one. */
  public static Dataset<Row> small(Dataset<Row> rows) {
    return few(rows) ? rows.hint("shuffle_hash") : broadcast(rows);
  }

  /** Whether the session is fitted to few articles. */
  static boolean few(Dataset<Row> rows) {
    return rows.sparkSession().conf().contains(FEW);
  }

  private static boolean given(SparkSession spark, String key) {
    return spark.sparkContext().getConf().contains(key);
  }
}

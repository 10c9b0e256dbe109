package org.marsad.run;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Settings that keep a small night quick. Planning in many steps, compiling each query and cutting
 * it into many tasks pays from some thousand articles; below that it is most of the time.
 */
final class Scale {
  /** Up to so many articles one task does all, and no query is worth compiling. */
  private static final long FEW_ARTICLES = 2_000;

  /** So many articles one task holds in memory at a time: tens of MB. */
  private static final long ARTICLES_A_TASK = 4_000;

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private static final Map<String, String> SMALL =
      Map.of(
          PARTITIONS,
          "1",
          "spark.sql.adaptive.enabled",
          "false",
          "spark.sql.codegen.wholeStage",
          "false",
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN");

  private Scale() {}

  /** Fits a session to a number of articles; what the user set stays as it is. */
  static void fit(SparkSession spark, long articles) {
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
  static void usual(SparkSession spark) {
    for (String key : SMALL.keySet()) {
      if (!given(spark, key)) {
        spark.conf().unset(key);
      }
    }
    if (spark.sparkContext().isLocal() && !given(spark, PARTITIONS)) {
      spark.conf().set(PARTITIONS, 2L * spark.sparkContext().defaultParallelism());
    }
  }

  private static boolean given(SparkSession spark, String key) {
    return spark.sparkContext().getConf().contains(key);
  }
}

package org.marsad;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test run: two threads, two partitions, started when first needed. */
public final class SparkFixture {
  private SparkFixture() {}

  /** The session; the commands use it too, and leave it open. */
  public static synchronized SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }
}

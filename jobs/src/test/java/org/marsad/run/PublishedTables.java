package org.marsad.run;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Lets tests of other packages query a warehouse as {@code marsad sql} does. */
public final class PublishedTables {
  private PublishedTables() {}

  public static void register(SparkSession spark, Path path) {
    Warehouse warehouse =
        Warehouse.existing(path.toString(), spark.sparkContext().hadoopConfiguration());
    Published.register(spark, warehouse, warehouse.requireCurrent());
  }
}

package org.marsad.run;

import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The last part of the main job. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Write the report of the published run and the page over all runs anew.",
    footer = {"", "Example: marsad report --warehouse /data/marsad"})
final class ReportCommand implements Callable<Integer> {
  @Mixin private CommonOptions.InWarehouse in;

  @Override
  public Integer call() throws Exception {
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Warehouse warehouse =
          Warehouse.existing(in.warehouse, spark.sparkContext().hadoopConfiguration());
      String run = warehouse.requireCurrent();
      Console console = new Console(Streams.out());
      console.print("report: " + ReportFile.write(spark, warehouse, run));
      console.print("index:  " + ReportFile.writeIndex(warehouse));
      return 0;
    }
  }
}

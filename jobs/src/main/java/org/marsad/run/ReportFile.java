package org.marsad.run;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.marsad.report.Report;

/** Writes a run's report. */
final class ReportFile {
  private ReportFile() {}

  /** Renders a run's report from its tables and manifest; returns where it is. */
  static String write(SparkSession spark, Warehouse warehouse, String runId) throws IOException {
    return write(spark, warehouse, runId, warehouse.manifest(runId));
  }

  static String write(SparkSession spark, Warehouse warehouse, String runId, String manifest)
      throws IOException {
    String page =
        Report.render(
            table -> Published.read(spark, warehouse.run(runId), table), Manifest.read(manifest));
    Path path = new Path(warehouse.run(runId), "report.html");
    warehouse.writeAtomically(path, page);
    return Warehouse.shown(path);
  }
}

package org.marsad.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.marsad.report.Report;
import org.marsad.report.RunIndex;

/** Writes a run's report, and the page over all runs. */
final class ReportFile {
  private ReportFile() {}

  /** Renders a run's report from its tables and manifest; returns where it is. */
  static String write(SparkSession spark, Warehouse warehouse, String runId) throws Exception {
    return write(spark, warehouse, runId, Manifest.read(warehouse, runId));
  }

  static String write(SparkSession spark, Warehouse warehouse, String runId, JsonNode manifest)
      throws Exception {
    var tables = Published.tables(spark, warehouse.run(runId));
    String page =
        Report.render(
            // A run of an earlier Marsad may lack a table.
            table ->
                manifest.path("tables").has(table.name())
                    ? tables.apply(table)
                    : spark.createDataFrame(List.of(), table.schema()),
            manifest);
    Path path = new Path(warehouse.run(runId), "report.html");
    warehouse.writeAtomically(path, page);
    return Warehouse.shown(path);
  }

  /** Writes the page over all runs whose manifest can be read; returns where it is. */
  static String writeIndex(Warehouse warehouse) throws IOException {
    List<JsonNode> manifests =
        warehouse.runs().stream().flatMap(run -> Manifest.find(warehouse, run).stream()).toList();
    Path path = new Path(warehouse.root(), "index.html");
    warehouse.writeAtomically(
        path, RunIndex.render(manifests, warehouse.requireCurrent(), Version.text()));
    return Warehouse.shown(path);
  }
}

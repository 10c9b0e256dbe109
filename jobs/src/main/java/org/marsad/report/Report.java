package org.marsad.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.table.Table;

/** The page that people read in the morning. */
public final class Report {
  private Report() {}

  /**
   * Renders the report of a run.
   *
   * @param tables the run's published tables
   * @param manifest its manifest
   */
  public static String render(Function<Table, Dataset<Row>> tables, JsonNode manifest)
      throws IOException {
    return "<!doctype html><title>" + manifest.path("run_id").asText() + "</title>";
  }
}

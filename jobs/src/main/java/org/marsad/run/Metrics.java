package org.marsad.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * How the last run went, in the text format of OpenMetrics, for a monitoring system: Prometheus's
 * node exporter reads it from its textfile directory.
 */
final class Metrics {
  static final String FILE = "metrics.prom";

  private final StringBuilder text = new StringBuilder();

  private Metrics() {}

  /** The metrics of a run out of its manifest. */
  static String of(String manifest) {
    JsonNode run = Manifest.parse(manifest);
    Metrics metrics = new Metrics();
    metrics.gauge("marsad_run_timestamp_seconds", "When the published run was made.");
    metrics.value("", Instant.parse(run.path("created").asText()).getEpochSecond());
    for (String name : new String[] {"records", "articles", "rejects"}) {
      metrics.gauge("marsad_" + name, "All that was ever read: " + name + ".");
      metrics.value("", run.path(name).asLong());
    }
    String day = run.path("last_day").asText();
    if (!day.isEmpty()) {
      metrics.gauge(
          "marsad_last_article_timestamp_seconds", "The day of the window's last article.");
      metrics.value("", LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    }
    metrics.gauge("marsad_replaced_articles", "Articles that gave way to another version.");
    metrics.value("", run.path("replaced").asLong());
    metrics.gauge("marsad_set_aside_batches", "Batches left out because a file is damaged.");
    metrics.value("", run.path("set_aside").size());
    metrics.gauge("marsad_peak_memory_bytes", "Peak resident memory of the driver.");
    metrics.value("", run.path("peak_memory_mb").asLong() * 1024 * 1024);
    metrics.gauge("marsad_stage_seconds", "Wall time of each stage.");
    run.path("seconds")
        .properties()
        .forEach(
            e -> metrics.value("{stage=\"" + label(e.getKey()) + "\"}", e.getValue().asDouble()));
    metrics.gauge("marsad_table_rows", "Rows of each published table.");
    run.path("tables")
        .properties()
        .forEach(
            e ->
                metrics.value(
                    "{table=\"" + label(e.getKey()) + "\"}", e.getValue().path("rows").asLong()));
    return metrics.text.append("# EOF\n").toString();
  }

  private String name = "";

  private void gauge(String metric, String help) {
    name = metric;
    text.append("# TYPE ").append(metric).append(" gauge\n");
    text.append("# HELP ").append(metric).append(' ').append(help).append('\n');
  }

  private void value(String labels, Number value) {
    text.append(String.format(Locale.ROOT, "%s%s %s%n", name, labels, value).replace("\r", ""));
  }

  private static String label(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}

package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final String MANIFEST =
      """
      {"created": "2017-09-14T02:00:00Z", "records": 147, "articles": 140, "rejects": 7, "replaced": 2,
       "seconds": {"read": 1.5, "text": 2.0}, "peak_memory_mb": 2,
       "tables": {"articles": {"rows": 140}}}
      """;

  @Test
  void everyLineIsOfTheFormat() {
    List<String> lines = Metrics.of(MANIFEST).lines().toList();
    for (String line : lines) {
      assertTrue(
          line.matches(
              "# (TYPE [a-z_]+ gauge|HELP [a-z_]+ .+|EOF)|[a-z_]+(\\{[a-z]+=\"[^\"]*\"})? [0-9.E]+"),
          line);
    }
    assertEquals("# EOF", lines.get(lines.size() - 1));
  }

  @Test
  void valuesAreTheManifests() {
    String text = Metrics.of(MANIFEST);
    assertTrue(text.contains("\nmarsad_run_timestamp_seconds 1505354400\n"), text);
    assertTrue(text.contains("\nmarsad_articles 140\n"), text);
    assertTrue(text.contains("\nmarsad_replaced_articles 2\n"), text);
    assertTrue(text.contains("\nmarsad_peak_memory_bytes 2097152\n"), text);
    assertTrue(text.contains("\nmarsad_stage_seconds{stage=\"read\"} 1.5\n"), text);
    assertTrue(text.contains("\nmarsad_table_rows{table=\"articles\"} 140\n"), text);
  }
}

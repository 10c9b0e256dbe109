package org.marsad.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The page over all runs of a warehouse: a line a run, with a link to its report. */
public final class RunIndex {
  /**
   * A run as the page names it; counts are of its window.
   *
   * @param from first day of the window, ISO 8601; empty if it has no articles
   * @param topics labels of its largest topics; none for a run of an earlier Marsad
   * @param report where its report is, as seen from the page
   */
  public record Run(
      String id,
      String from,
      String to,
      long articles,
      long stories,
      long rejects,
      List<String> topics,
      boolean published,
      String report) {}

  private RunIndex() {}

  /**
   * Renders the page.
   *
   * @param manifests of all runs
   * @param published the id of the published run
   * @param version of Marsad
   */
  public static String render(List<JsonNode> manifests, String published, String version)
      throws IOException {
    List<Run> runs =
        manifests.stream()
            .map(manifest -> run(manifest, published))
            .sorted(
                Comparator.comparing(Run::to)
                    .thenComparing(Run::from)
                    .thenComparing(Run::id)
                    .reversed())
            .toList();
    return Page.index(Map.of("runs", runs, "version", version));
  }

  private static Run run(JsonNode manifest, String published) {
    String id = manifest.path("run_id").asText();
    return new Run(
        id,
        manifest.at("/window/from").asText(""),
        manifest.at("/window/to").asText(""),
        rows(manifest, "articles"),
        rows(manifest, "stories"),
        rows(manifest, "rejects"),
        StreamSupport.stream(manifest.path("top_topics").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        id.equals(published),
        "runs/" + id + "/report.html");
  }

  private static long rows(JsonNode manifest, String table) {
    return manifest.path("tables").path(table).path("rows").asLong();
  }
}

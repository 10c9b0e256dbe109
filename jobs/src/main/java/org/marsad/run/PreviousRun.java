package org.marsad.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which earlier run tonight's goes on from: whose topics it carries on, and what it compares. */
final class PreviousRun {
  private PreviousRun() {}

  /**
   * Of the runs whose window ended before this one's that which ended last, and of several the
   * newest: yesterday's, for a nightly job. A look by hand at a single day, or into another number
   * of topics, stands back behind the runs of the same job, and one without topics behind all.
   *
   * @param manifests of the runs there are, the oldest first
   * @param topics the number asked for, 0 for any
   */
  static Optional<JsonNode> of(List<JsonNode> manifests, Store.Window window, int topics) {
    return manifests.stream()
        .filter(m -> window.to() != null && endedBefore(m, window))
        .max(
            Comparator.<JsonNode, Boolean>comparing(PreviousRun::hasTopics)
                .thenComparing(m -> isOfSameJob(m, window, topics))
                .thenComparing(m -> Manifest.window(m).to())
                .thenComparing(manifests::indexOf));
  }

  private static boolean endedBefore(JsonNode manifest, Store.Window window) {
    Store.Window other = Manifest.window(manifest);
    return other.to() != null && other.to().isBefore(window.to());
  }

  private static boolean hasTopics(JsonNode manifest) {
    return manifest.at("/tables/topics/rows").asLong() > 0;
  }

  private static boolean isOfSameJob(JsonNode manifest, Store.Window window, int topics) {
    Store.Window other = Manifest.window(manifest);
    return manifest.at("/settings/topics").asInt() == topics
        && (other.from().equals(window.from()) || length(other) == length(window));
  }

  private static long length(Store.Window window) {
    return ChronoUnit.DAYS.between(window.from(), window.to());
  }
}

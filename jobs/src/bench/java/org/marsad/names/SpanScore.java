package org.marsad.names;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Exact spans found, missed and wrong, by type, as conlleval counts them. */
final class SpanScore {
  private static final String[] NAMES = {"PERS", "ORG", "LOC", "all"};

  private final int[] right = new int[4];
  private final int[] wrong = new int[4];
  private final int[] missed = new int[4];

  void add(List<GoldText.Span> gold, List<GoldText.Span> found) {
    Set<GoldText.Span> there = new HashSet<>(gold);
    Set<GoldText.Span> seen = new HashSet<>(found);
    for (GoldText.Span span : seen) {
      count(there.contains(span) ? right : wrong, span);
    }
    for (GoldText.Span span : there) {
      if (!seen.contains(span)) {
        count(missed, span);
      }
    }
  }

  private static void count(int[] counts, GoldText.Span span) {
    counts[span.type().ordinal()]++;
    counts[3]++;
  }

  void add(SpanScore other) {
    for (int t = 0; t < 4; t++) {
      right[t] += other.right[t];
      wrong[t] += other.wrong[t];
      missed[t] += other.missed[t];
    }
  }

  private double f1(int t) {
    return 200.0 * right[t] / Math.max(1, 2 * right[t] + wrong[t] + missed[t]);
  }

  /** Precision, recall and F1 of each type and of all three. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder();
    for (int t = 0; t < 4; t++) {
      line.append(
          String.format(
              Locale.ROOT,
              "  %s %.1f/%.1f %.1f",
              NAMES[t],
              100.0 * right[t] / Math.max(1, right[t] + wrong[t]),
              100.0 * right[t] / Math.max(1, right[t] + missed[t]),
              f1(t)));
    }
    return line.toString();
  }
}

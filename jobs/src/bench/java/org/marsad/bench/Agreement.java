package org.marsad.bench;

import java.util.HashMap;
import java.util.Map;

/** How far one grouping of things follows another; things without a group are left out. */
final class Agreement {
  private Agreement() {}

  /** Mutual information over the mean of the two entropies, 0 to 1, as scikit-learn's default. */
  static double nmi(Map<String, String> a, Map<String, String> b) {
    Map<String, Map<String, Integer>> table = table(a, b);
    double n = total(table);
    Map<String, Integer> columns = new HashMap<>();
    table.values().forEach(row -> row.forEach((c, m) -> columns.merge(c, m, Integer::sum)));
    double information = 0;
    double rowEntropy = 0;
    for (Map<String, Integer> row : table.values()) {
      double of = row.values().stream().mapToInt(m -> m).sum();
      rowEntropy -= of / n * Math.log(of / n);
      for (Map.Entry<String, Integer> cell : row.entrySet()) {
        double m = cell.getValue();
        information += m / n * Math.log(m * n / (of * columns.get(cell.getKey())));
      }
    }
    double columnEntropy =
        columns.values().stream().mapToDouble(m -> -m / n * Math.log(m / n)).sum();
    return 2 * information / (rowEntropy + columnEntropy);
  }

  /** Share of things whose group's commonest other group is theirs. */
  static double purity(Map<String, String> a, Map<String, String> b) {
    Map<String, Map<String, Integer>> table = table(a, b);
    return table.values().stream()
            .mapToInt(row -> row.values().stream().mapToInt(m -> m).max().orElse(0))
            .sum()
        / total(table);
  }

  private static double total(Map<String, Map<String, Integer>> table) {
    return table.values().stream()
        .flatMap(row -> row.values().stream())
        .mapToInt(m -> m)
        .sum();
  }

  private static Map<String, Map<String, Integer>> table(
      Map<String, String> a, Map<String, String> b) {
    Map<String, Map<String, Integer>> table = new HashMap<>();
    a.forEach(
        (thing, group) -> {
          String other = b.getOrDefault(thing, "");
          if (!other.isEmpty()) {
            table
                .computeIfAbsent(group, g -> new HashMap<>())
                .merge(other, 1, Integer::sum);
          }
        });
    return table;
  }
}

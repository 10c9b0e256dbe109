package org.marsad.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** The co-occurrence table again, the slow and plain way, from the published mentions. */
final class CooccurrenceBruteForce {
  /** A pair's counts: units with both, with either, of the level; stories; sources. */
  record Counts(long together, long a, long b, long units, int stories, int sources) {}

  private record Unit(Set<String> entities, String story, String source) {}

  private CooccurrenceBruteForce() {}

  /** Counts by {@code level a b}, for mentions as rows of {@link EntityMentions#TABLE}. */
  static Map<String, Counts> of(List<Row> mentions) {
    Map<String, Counts> all = new TreeMap<>();
    for (String level : List.of("sentence", "paragraph", "article")) {
      Map<String, Unit> units = new HashMap<>();
      for (Row m : mentions) {
        if (m.<String>getAs("rule").equals("given_name")) {
          continue;
        }
        String article = m.getAs("article_id");
        String unit =
            switch (level) {
              case "sentence" -> article + m.getAs("field") + m.getAs("sentence");
              case "paragraph" -> article + m.getAs("field") + m.getAs("paragraph");
              default -> article;
            };
        units
            .computeIfAbsent(
                unit, u -> new Unit(new TreeSet<>(), m.getAs("story_id"), m.getAs("source")))
            .entities()
            .add(m.getAs("entity_id"));
      }
      count(level, new ArrayList<>(units.values()), all);
    }
    return all;
  }

  private static void count(String level, List<Unit> units, Map<String, Counts> all) {
    Map<String, List<Unit>> of = new HashMap<>();
    units.forEach(
        u -> u.entities().forEach(e -> of.computeIfAbsent(e, x -> new ArrayList<>()).add(u)));
    for (Unit unit : units) {
      for (String a : unit.entities()) {
        for (String b : unit.entities()) {
          if (a.compareTo(b) < 0) {
            all.computeIfAbsent(
                level + " " + a + " " + b, k -> counts(of.get(a), of.get(b), b, units.size()));
          }
        }
      }
    }
  }

  private static Counts counts(List<Unit> withA, List<Unit> withB, String b, long units) {
    List<Unit> both = withA.stream().filter(u -> u.entities().contains(b)).toList();
    Set<String> stories = new HashSet<>();
    Set<String> sources = new HashSet<>();
    both.forEach(u -> stories.add(u.story()));
    both.forEach(u -> sources.add(u.source()));
    return new Counts(
        both.size(), withA.size(), withB.size(), units, stories.size(), sources.size());
  }

  /** Benjamini-Hochberg by the textbook: sort, multiply by m/rank, running minimum from the end. */
  static double[] adjust(double[] p) {
    Integer[] order = new Integer[p.length];
    for (int i = 0; i < p.length; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      least = Math.min(least, p[order[rank - 1]] * p.length / rank);
      adjusted[order[rank - 1]] = least;
    }
    return adjusted;
  }
}

package org.marsad.topic;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.marsad.term.Association;

/** How often the first words of a topic stand in the same stories. */
final class Coherence {
  private static final int WORDS = 10;

  private Coherence() {}

  /**
   * Mean document NPMI over the pairs of each topic's ten first words (N. Aletras, M. Stevenson,
   * "Evaluating topic coherence using distributional semantics", IWCS 2013); a pair that never
   * meets counts -1.
   */
  static double[] npmi(
      Dataset<Row> storyTerms, List<TopicModel.Word> words, int topics, long stories) {
    Map<String, TreeSet<Integer>> topicsOf = new HashMap<>();
    for (TopicModel.Word word : words) {
      if (word.rank() <= WORDS) {
        topicsOf.computeIfAbsent(word.term(), t -> new TreeSet<>()).add(word.topic());
      }
    }
    Map<String, Long> counts = new HashMap<>();
    HashMap<String, TreeSet<Integer>> wanted = new HashMap<>(topicsOf);
    storyTerms
        .where(org.apache.spark.sql.functions.col("term").isin(topicsOf.keySet().toArray()))
        .groupBy("story_id")
        .agg(collect_set("term").as("terms"))
        .flatMap(
            (FlatMapFunction<Row, String>) r -> keys(r.getList(1), wanted).iterator(),
            Encoders.STRING())
        .groupBy("value")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(r -> counts.put(r.getString(0), r.getLong(1)));
    double[] means = new double[topics];
    for (int topic = 0; topic < topics; topic++) {
      int k = topic;
      means[topic] =
          mean(
              words.stream()
                  .filter(w -> w.topic() == k && w.rank() <= WORDS)
                  .map(TopicModel.Word::term)
                  .toList(),
              counts,
              stories);
    }
    return means;
  }

  /** Each word of a story, and each pair of words that share a topic. */
  private static List<String> keys(List<String> terms, Map<String, TreeSet<Integer>> topicsOf) {
    List<String> keys = new ArrayList<>(terms);
    List<String> sorted = terms.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        TreeSet<Integer> shared = new TreeSet<>(topicsOf.get(sorted.get(i)));
        shared.retainAll(topicsOf.get(sorted.get(j)));
        if (!shared.isEmpty()) {
          keys.add(sorted.get(i) + "\t" + sorted.get(j));
        }
      }
    }
    return keys;
  }

  private static double mean(List<String> words, Map<String, Long> counts, long stories) {
    double sum = 0;
    int pairs = 0;
    List<String> sorted = words.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        Long together = counts.get(sorted.get(i) + "\t" + sorted.get(j));
        pairs++;
        sum +=
            together == null
                ? -1
                : Association.npmi(
                    together, counts.get(sorted.get(i)), counts.get(sorted.get(j)), stories);
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
}

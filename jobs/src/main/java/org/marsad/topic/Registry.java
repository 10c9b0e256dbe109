package org.marsad.topic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Gives tonight's topics the ids of last night's where they are the same. */
final class Registry {
  /** Cosine of two topics' words from which they are one. */
  private static final double SAME = 0.3;

  private final Map<Integer, Topic> topics = new TreeMap<>();

  private Registry() {}

  /** A topic's identity; drift is null for a new one. */
  record Topic(String id, LocalDate firstSeen, Double drift) {}

  /** A possible match, the likeliest first. */
  private record Match(int topic, String id, double cosine) {}

  /**
   * Matches by the cosine of the first words' weights, the closest pairs first.
   *
   * @param count how many topics there are tonight
   * @param lastTopics last night's topics, or null
   * @param lastTerms last night's words, or null
   */
  static Registry match(
      List<TopicModel.Word> words,
      int count,
      Dataset<Row> lastTopics,
      Dataset<Row> lastTerms,
      LocalDate firstDay) {
    Map<Integer, Map<String, Double>> tonight = new TreeMap<>();
    for (int topic = 0; topic < count; topic++) {
      tonight.put(topic, new HashMap<>());
    }
    words.forEach(w -> tonight.get(w.topic()).put(w.term(), w.weight()));
    Registry registry = new Registry();
    if (lastTopics != null && lastTerms != null) {
      registry.continueFrom(tonight, lastTopics, lastTerms);
    }
    Set<String> used = new HashSet<>();
    registry.topics.values().forEach(t -> used.add(t.id()));
    tonight.forEach(
        (topic, weights) ->
            registry.topics.computeIfAbsent(
                topic, t -> new Topic(fresh(words, t, used), firstDay, null)));
    return registry;
  }

  private void continueFrom(
      Map<Integer, Map<String, Double>> tonight, Dataset<Row> lastTopics, Dataset<Row> lastTerms) {
    Map<String, Map<String, Double>> last = new TreeMap<>();
    for (Row row : lastTerms.select("topic_id", "term", "weight").collectAsList()) {
      last.computeIfAbsent(row.getString(0), t -> new HashMap<>())
          .put(row.getString(1), row.getDouble(2));
    }
    Map<String, LocalDate> firstSeen = new HashMap<>();
    lastTopics
        .select("topic_id", "first_seen")
        .collectAsList()
        .forEach(r -> firstSeen.put(r.getString(0), r.getLocalDate(1)));
    List<Match> matches = new ArrayList<>();
    tonight.forEach(
        (topic, weights) ->
            last.forEach((id, old) -> matches.add(new Match(topic, id, cosine(weights, old)))));
    matches.sort(
        Comparator.comparingDouble((Match m) -> -m.cosine())
            .thenComparing(Match::topic)
            .thenComparing(Match::id));
    Set<String> taken = new HashSet<>();
    for (Match match : matches) {
      if (match.cosine() >= SAME && !topics.containsKey(match.topic()) && taken.add(match.id())) {
        topics.put(
            match.topic(), new Topic(match.id(), firstSeen.get(match.id()), 1 - match.cosine()));
      }
    }
  }

  /** Each topic, by its number in the model. */
  Map<Integer, Topic> topics() {
    return topics;
  }

  /** Columns {@code topic} (number in the model) and {@code topic_id}. */
  Dataset<Row> ids(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    topics.forEach((topic, t) -> rows.add(RowFactory.create(topic, t.id())));
    return spark.createDataFrame(
        rows,
        new StructType().add("topic", DataTypes.IntegerType).add("topic_id", DataTypes.StringType));
  }

  private static double cosine(Map<String, Double> a, Map<String, Double> b) {
    double dot = 0;
    for (Map.Entry<String, Double> word : new TreeMap<>(a).entrySet()) {
      dot += word.getValue() * b.getOrDefault(word.getKey(), 0.0);
    }
    double norms = norm(a) * norm(b);
    return norms == 0 ? 0 : dot / norms;
  }

  private static double norm(Map<String, Double> a) {
    return Math.sqrt(new TreeMap<>(a).values().stream().mapToDouble(v -> v * v).sum());
  }

  /** An id from the topic's five first words. */
  private static String fresh(List<TopicModel.Word> words, int topic, Set<String> used) {
    StringBuilder first = new StringBuilder();
    words.stream()
        .filter(w -> w.topic() == topic && w.rank() <= 5)
        .forEach(w -> first.append(w.term()).append('\n'));
    try {
      for (int i = 0; ; i++) {
        byte[] text = (first.toString() + i).getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
        String id = "t-" + HexFormat.of().formatHex(hash, 0, 4);
        if (used.add(id)) {
          return id;
        }
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

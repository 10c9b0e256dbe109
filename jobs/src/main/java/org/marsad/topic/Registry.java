package org.marsad.topic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who tonight's topics are: last night's or new, and what became of each. */
final class Registry {
  /** Cosine of a topic's words to last night's from which it is still that topic. */
  private static final double SAME = 0.2;

  private static final double DRIFTED = 0.7;
  private static final int SHARED_STORIES = 3;

  private final Map<Integer, Topic> topics = new TreeMap<>();
  private final List<Event> events = new ArrayList<>();
  private final LastNight last;
  private final Map<Integer, Map<String, Double>> tonight;

  /** Stories of both nights, by last night's topic and tonight's. */
  private final Map<String, Map<Integer, Integer>> flows = new TreeMap<>();

  private Registry(LastNight last, Map<Integer, Map<String, Double>> tonight) {
    this.last = last;
    this.tonight = tonight;
  }

  /** A topic's identity; day, label and drift are null for a new one. */
  record Topic(String id, LocalDate firstSeen, String label, Double drift) {}

  /** Something that happened to a topic overnight; {@code other} may be null. */
  record Event(String topic, String event, String other, double score) {}

  static Registry of(LastNight last, Clusters clusters, Sample sample, TopicWords words) {
    Map<Integer, Map<String, Double>> tonight = new TreeMap<>();
    for (int k = 0; k < clusters.size(); k++) {
      tonight.put(k, new TreeMap<>());
    }
    words.words().forEach(w -> tonight.get(w.topic()).put(w.term(), w.weight()));
    Registry registry = new Registry(last, tonight);
    registry.count(clusters, sample);
    registry.carryOn(clusters);
    registry.welcome(words, clusters.size());
    registry.takeLeave();
    return registry;
  }

  /** Each topic, by its number in the model. */
  Map<Integer, Topic> topics() {
    return topics;
  }

  List<Event> events() {
    return events;
  }

  /** Last night's label of a topic, or null. */
  String lastLabel(String id) {
    LastNight.Topic topic = last.topics().get(id);
    return topic == null ? null : topic.label();
  }

  private void count(Clusters clusters, Sample sample) {
    for (int i = 0; i < sample.ids().size(); i++) {
      String before = last.main(sample.ids().get(i));
      if (before != null) {
        flows
            .computeIfAbsent(before, t -> new TreeMap<>())
            .merge(clusters.nearest()[i], 1, Integer::sum);
      }
    }
  }

  private void carryOn(Clusters clusters) {
    for (int k = 0; k < clusters.size(); k++) {
      String id = clusters.id(k);
      double same = id == null ? 0 : cosine(tonight.get(k), last.words(id));
      if (same >= SAME) {
        LastNight.Topic before = last.topics().get(id);
        topics.put(k, new Topic(id, before.firstSeen(), before.label(), 1 - same));
        boolean drifted = same < DRIFTED;
        events.add(
            new Event(id, drifted ? "drifted" : "continued", null, drifted ? 1 - same : same));
      }
    }
  }

  private void welcome(TopicWords words, int size) {
    Set<String> used = new TreeSet<>(last.topics().keySet());
    for (int k = 0; k < size; k++) {
      if (topics.containsKey(k)) {
        continue;
      }
      Topic topic = new Topic(fresh(words.words(), k, used), null, null, null);
      topics.put(k, topic);
      int here = k;
      Map<String, Integer> from = new TreeMap<>();
      flows.forEach((id, to) -> from.put(id, to.getOrDefault(here, 0)));
      double all = from.values().stream().mapToInt(n -> n).sum();
      from.forEach(
          (id, n) -> {
            if (n >= SHARED_STORIES && n * 2 > all) {
              events.add(new Event(id, "split", topic.id(), n / all));
            }
          });
      events.add(new Event(topic.id(), "born", null, 1));
    }
  }

  private void takeLeave() {
    Set<String> alive = new TreeSet<>();
    topics.values().forEach(t -> alive.add(t.id()));
    for (String id : last.topics().keySet()) {
      if (alive.contains(id)) {
        continue;
      }
      Map<Integer, Integer> to = flows.getOrDefault(id, Map.of());
      double all = to.values().stream().mapToInt(n -> n).sum();
      to.forEach(
          (k, n) -> {
            if (n >= SHARED_STORIES && n * 2 > all) {
              events.add(new Event(id, "merged", topics.get(k).id(), n / all));
            }
          });
      events.add(new Event(id, "ended", null, 1));
    }
  }

  private static double cosine(Map<String, Double> a, Map<String, Double> b) {
    double dot = 0;
    for (Map.Entry<String, Double> word : a.entrySet()) {
      dot += word.getValue() * b.getOrDefault(word.getKey(), 0.0);
    }
    double norms = norm(a) * norm(b);
    return norms == 0 ? 0 : dot / norms;
  }

  private static double norm(Map<String, Double> a) {
    return Math.sqrt(a.values().stream().mapToDouble(v -> v * v).sum());
  }

  /** An id from the topic's five first words. */
  private static String fresh(List<TopicWords.Word> words, int topic, Set<String> used) {
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

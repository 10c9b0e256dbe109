package org.marsad.topic;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;

/** Last night's topics as tonight's begin from them; none on the first night. */
final class LastNight {
  /** Stories of both nights that place a topic better than its words do. */
  private static final int ENOUGH_STORIES = 3;

  private final Map<String, Topic> topics = new TreeMap<>();
  private final Map<String, Map<String, Double>> words = new HashMap<>();
  private final Map<String, String> mains = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  private LastNight() {}

  /** What stays of a topic. */
  record Topic(String label, LocalDate firstSeen, long articles) {}

  /** Reads it, with the main topics of those stories that tonight's topics are learnt from. */
  static LastNight of(Inputs inputs, List<String> stories) {
    LastNight last = new LastNight();
    if (inputs.previous(TopicTables.TOPICS).isEmpty()
        || inputs.previous(TopicTables.TERMS).isEmpty()
        || inputs.previous(TopicTables.ARTICLE_TOPICS).isEmpty()) {
      return last;
    }
    inputs
        .previous(TopicTables.TOPICS)
        .get()
        .select("topic_id", "label", "first_seen", "articles")
        .collectAsList()
        .forEach(
            r ->
                last.topics.put(
                    r.getString(0), new Topic(r.getString(1), r.getLocalDate(2), r.getLong(3))));
    inputs
        .previous(TopicTables.TERMS)
        .get()
        .select("topic_id", "term", "weight")
        .collectAsList()
        .forEach(
            r ->
                last.words
                    .computeIfAbsent(r.getString(0), t -> new TreeMap<>())
                    .put(r.getString(1), r.getDouble(2)));
    Dataset<Row> articleTopics = inputs.previous(TopicTables.ARTICLE_TOPICS).get();
    articleTopics
        .join(
            Scale.small(
                articleTopics
                    .sparkSession()
                    .createDataset(stories, Encoders.STRING())
                    .toDF("article_id")),
            "article_id")
        .select("article_id", "topic_id", "is_main")
        .collectAsList()
        .forEach(
            r -> {
              last.known.add(r.getString(0));
              if (r.getBoolean(2)) {
                last.mains.put(r.getString(0), r.getString(1));
              }
            });
    return last;
  }

  Map<String, Topic> topics() {
    return topics;
  }

  Map<String, Double> words(String id) {
    return words.getOrDefault(id, Map.of());
  }

  /** The story's main topic last night, or null. */
  String main(String story) {
    return mains.get(story);
  }

  /**
   * Tonight's stories among last night's topics: where they were, if they were there. A topic of
   * which hardly any is left draws stories by its words.
   */
  Clusters.Start start(Sample sample, Vocabulary vocabulary) {
    List<String> ids = List.copyOf(topics.keySet());
    int[] group = new int[sample.ids().size()];
    boolean[] news = new boolean[group.length];
    int[] stories = new int[ids.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = ids.indexOf(mains.getOrDefault(sample.ids().get(i), ""));
      news[i] = !known.contains(sample.ids().get(i));
      if (group[i] >= 0) {
        stories[group[i]]++;
      }
    }
    Masses masses = new Masses(vocabulary.size(), ids.size());
    for (int k = 0; k < stories.length; k++) {
      SparseVector words = vocabulary.vector(words(ids.get(k)));
      Masses.Story story = vocabulary.story(words);
      for (int i = stories[k]; i < ENOUGH_STORIES && words.numNonzeros() > 0; i++) {
        masses.add(story, k);
      }
    }
    return new Clusters.Start(ids, group, masses, news);
  }
}

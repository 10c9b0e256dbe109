package org.marsad.topic;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.marsad.table.Inputs;

/** Last night's topics as tonight's begin from them; none on the first night. */
final class LastNight {
  /** Stories of both nights that place a topic better than its words do. */
  private static final int ENOUGH_STORIES = 3;

  private final Map<String, Topic> topics = new TreeMap<>();
  private final Map<String, Map<String, Double>> words = new HashMap<>();
  private final Map<String, String> mains = new HashMap<>();

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
        .where(col("is_main"))
        .join(
            articleTopics
                .sparkSession()
                .createDataset(stories, Encoders.STRING())
                .toDF("article_id"),
            "article_id")
        .select("article_id", "topic_id")
        .collectAsList()
        .forEach(r -> last.mains.put(r.getString(0), r.getString(1)));
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

  /** Where each topic is tonight: amid its stories that are still there, else by its words. */
  List<Clusters.Seed> seeds(Sample sample, Vocabulary vocabulary, LatentSpace space) {
    Map<String, float[]> sums = new HashMap<>();
    Map<String, Integer> stories = new HashMap<>();
    for (int i = 0; i < sample.ids().size(); i++) {
      String id = mains.get(sample.ids().get(i));
      if (id != null) {
        SphericalKMeans.add(
            sums.computeIfAbsent(id, t -> new float[space.width()]), sample.points()[i]);
        stories.merge(id, 1, Integer::sum);
      }
    }
    List<Clusters.Seed> seeds = new ArrayList<>();
    for (String id : topics.keySet()) {
      float[] centre =
          stories.getOrDefault(id, 0) >= ENOUGH_STORIES
              ? SphericalKMeans.unit(sums.get(id))
              : space.point(vocabulary.vector(words(id)));
      if (SphericalKMeans.dot(centre, centre) > 0.5) {
        seeds.add(new Clusters.Seed(id, centre));
      }
    }
    return seeds;
  }
}

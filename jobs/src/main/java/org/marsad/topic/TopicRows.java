package org.marsad.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows of the small tables, made on the driver. */
final class TopicRows {
  private static final int LABEL_WORDS = 3;

  private TopicRows() {}

  /** The words of all topics: {@code topic_id, rank, term, weight}. */
  static Dataset<Row> words(SparkSession spark, List<TopicModel.Word> words, Registry registry) {
    List<Row> rows = new ArrayList<>();
    for (TopicModel.Word word : words) {
      String id = registry.topics().get(word.topic()).id();
      rows.add(RowFactory.create(id, word.rank(), word.term(), word.weight()));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("topic_id", DataTypes.StringType)
            .add("rank", DataTypes.IntegerType)
            .add("term", DataTypes.StringType)
            .add("weight", DataTypes.DoubleType));
  }

  /** The rows of {@link TopicTables#TOPICS}. */
  static Dataset<Row> topics(
      SparkSession spark,
      Registry registry,
      TopicModel model,
      double[] coherence,
      long[] sizes,
      Dataset<Row> named) {
    Map<String, String> labels = labels(named);
    double all = Arrays.stream(sizes).sum();
    List<Row> rows = new ArrayList<>();
    registry
        .topics()
        .forEach(
            (k, topic) ->
                rows.add(
                    RowFactory.create(
                        topic.id(),
                        labels.getOrDefault(topic.id(), topic.id()),
                        coherence[k],
                        model.exclusivity(k),
                        sizes[k],
                        sizes[k] / all,
                        topic.firstSeen(),
                        topic.drift() == null ? "new" : "continued",
                        topic.drift())));
    return spark.createDataFrame(rows, TopicTables.TOPICS.schema());
  }

  private static Map<String, String> labels(Dataset<Row> named) {
    Map<String, TreeMap<Integer, String>> words = new TreeMap<>();
    for (Row row :
        named
            .where("rank <= " + LABEL_WORDS)
            .select("topic_id", "rank", "surface")
            .collectAsList()) {
      words
          .computeIfAbsent(row.getString(0), t -> new TreeMap<>())
          .put(row.getInt(1), row.getString(2));
    }
    Map<String, String> labels = new TreeMap<>();
    words.forEach((id, ranked) -> labels.put(id, String.join("، ", ranked.values())));
    return labels;
  }
}

package org.marsad.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.table.Inputs;
import org.marsad.table.Table;
import org.marsad.term.Terms;

/** The tables of tonight's topics. */
final class TopicRows {
  private static final int EXAMPLES = 3;

  private static final StructType WORDS =
      new StructType()
          .add("topic_id", DataTypes.StringType)
          .add("rank", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("weight", DataTypes.DoubleType);
  private static final StructType IDS =
      new StructType().add("topic", DataTypes.IntegerType).add("topic_id", DataTypes.StringType);

  private final Inputs inputs;
  private final Registry registry;
  private final TopicWords words;
  private final LocalDate night;
  private final Map<Integer, String> labels;
  private final SparkSession spark;

  TopicRows(Inputs inputs, Registry registry, TopicWords words, LocalDate night) {
    this.inputs = inputs;
    this.registry = registry;
    this.words = words;
    this.night = night;
    this.labels = Labels.of(inputs, words, registry);
    this.spark = inputs.table(ArticleTable.ARTICLES).sparkSession();
  }

  /** All tables, from each story's shares. */
  Map<Table, Dataset<Row>> tables(Dataset<Row> shares) {
    Dataset<Row> weights =
        shares.join(
            inputs
                .table(ArticleTable.ARTICLES)
                .select("article_id", "story_id", "source", "published_on"),
            "story_id");
    return Map.of(
        TopicTables.TOPICS, topics(weights.where(col("is_main"))),
        TopicTables.TERMS, words().join(Terms.surfaces(inputs), "term"),
        TopicTables.ARTICLE_TOPICS, weights.join(ids(), "topic"),
        TopicTables.EVENTS, events());
  }

  private Dataset<Row> topics(Dataset<Row> mains) {
    Map<Integer, Long> sizes = new HashMap<>();
    Map<Integer, LocalDate> firstDays = new HashMap<>();
    mains
        .groupBy("topic")
        .agg(count(lit(1)), min("published_on"))
        .collectAsList()
        .forEach(
            row -> {
              sizes.put(row.getInt(0), row.getLong(1));
              firstDays.put(row.getInt(0), row.getLocalDate(2));
            });
    double all = inputs.table(ArticleTable.ARTICLES).count();
    Map<Integer, List<String>> examples = examples(mains);
    List<Row> rows = new ArrayList<>();
    registry
        .topics()
        .forEach(
            (k, topic) ->
                rows.add(
                    RowFactory.create(
                        topic.id(),
                        labels.get(k),
                        words.coherence(k),
                        words.exclusivity(k),
                        sizes.getOrDefault(k, 0L),
                        sizes.getOrDefault(k, 0L) / all,
                        examples.getOrDefault(k, List.of()).toArray(),
                        topic.firstSeen() != null
                            ? topic.firstSeen()
                            : firstDays.getOrDefault(k, night),
                        topic.drift() == null ? "new" : "continued",
                        topic.drift())));
    return spark.createDataFrame(rows, TopicTables.TOPICS.schema());
  }

  /** The stories nearest to each topic, one of each source. */
  private static Map<Integer, List<String>> examples(Dataset<Row> mains) {
    Column[] nearest = {col("typical").desc(), col("article_id").asc()};
    Map<Integer, List<String>> examples = new HashMap<>();
    mains
        .where(col("article_id").equalTo(col("story_id")))
        .withColumn(
            "of_source", row_number().over(Window.partitionBy("topic", "source").orderBy(nearest)))
        .where(col("of_source").equalTo(1))
        .withColumn("place", row_number().over(Window.partitionBy("topic").orderBy(nearest)))
        .where(col("place").leq(EXAMPLES))
        .orderBy("topic", "place")
        .select("topic", "article_id")
        .collectAsList()
        .forEach(
            r -> examples.computeIfAbsent(r.getInt(0), t -> new ArrayList<>()).add(r.getString(1)));
    return examples;
  }

  private Dataset<Row> words() {
    List<Row> rows = new ArrayList<>();
    for (TopicWords.Word word : words.words()) {
      String id = registry.topics().get(word.topic()).id();
      rows.add(RowFactory.create(id, word.rank(), word.term(), word.weight()));
    }
    return spark.createDataFrame(rows, WORDS);
  }

  private Dataset<Row> ids() {
    List<Row> rows = new ArrayList<>();
    registry.topics().forEach((topic, t) -> rows.add(RowFactory.create(topic, t.id())));
    return spark.createDataFrame(rows, IDS);
  }

  private Dataset<Row> events() {
    Map<String, String> now = new HashMap<>();
    registry.topics().forEach((k, topic) -> now.put(topic.id(), labels.get(k)));
    List<Row> rows = new ArrayList<>();
    for (Registry.Event e : registry.events()) {
      String label = now.getOrDefault(e.topic(), registry.lastLabel(e.topic()));
      rows.add(RowFactory.create(night, e.topic(), e.event(), e.other(), label, e.score()));
    }
    return spark.createDataFrame(rows, TopicTables.EVENTS.schema());
  }
}

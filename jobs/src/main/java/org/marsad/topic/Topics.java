package org.marsad.topic;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;
import org.marsad.term.ArticleTerms;
import org.marsad.term.Terms;

/**
 * Groups the window's stories into topics.
 *
 * <p>Reads {@code article_terms}, {@code terms}, {@code articles} and last night's topics; writes
 * {@code topics}, {@code topic_terms} and {@code article_topics}. MLlib's k-means with cosine
 * distance over TF-IDF vectors, one per story, in the order of the stories' ids and in one
 * partition, so that the same window always gives the same topics. Try {@code ./marsad sql "SELECT
 * label, articles FROM topics ORDER BY articles DESC"}.
 */
public final class Topics implements Analysis {
  private static final int ITERATIONS = 40;

  private static final StructType VECTORS =
      new StructType()
          .add("story_id", DataTypes.StringType)
          .add("features", SQLDataTypes.VectorType());
  private static final StructType WEIGHTS =
      new StructType()
          .add("story_id", DataTypes.StringType)
          .add("topic", DataTypes.IntegerType)
          .add("weight", DataTypes.DoubleType)
          .add("is_main", DataTypes.BooleanType);

  @Override
  public List<Table> reads() {
    return List.of(ArticleTerms.TABLE, Terms.TABLE, ArticleTable.ARTICLES);
  }

  @Override
  public List<Table> previous() {
    return List.of(TopicTables.TOPICS, TopicTables.TERMS);
  }

  @Override
  public List<Table> writes() {
    return List.of(TopicTables.TOPICS, TopicTables.TERMS, TopicTables.ARTICLE_TOPICS);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> terms = inputs.table(ArticleTerms.TABLE);
    Dataset<Row> articles =
        inputs.table(ArticleTable.ARTICLES).select("article_id", "story_id", "published_on");
    Dataset<Row> stories = storyTerms(terms);
    long n = stories.select("story_id").distinct().count();
    Vocabulary vocabulary = Vocabulary.of(stories, n, n < 1000 ? 2 : 5);
    Dataset<Row> vectors = vectors(stories, vocabulary);
    int k = (int) Math.min(topicCount(inputs.parameters().topics(), n), n);
    if (n < 2 || vocabulary.size() < 2 || k < 2) {
      return empty(terms);
    }
    vectors.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      KMeansModel model =
          new KMeans()
              .setK(k)
              .setSeed(inputs.parameters().seed())
              .setDistanceMeasure("cosine")
              .setMaxIter(ITERATIONS)
              .fit(vectors);
      TopicModel topics = new TopicModel(centres(model), vocabulary);
      long[] sizes = sizes(weights(vectors, topics), articles, topics.size());
      Dataset<Row> weights = weights(vectors(stories, vocabulary), topics);
      return tables(inputs, topics, sizes, weights.join(articles, "story_id"), stories, n);
    } finally {
      vectors.unpersist();
    }
  }

  /** As many topics as asked for, else by the number of stories: 8 for 130, 35 for 16,000. */
  private static int topicCount(int asked, long stories) {
    int fitting = (int) Math.round(1.9 * Math.pow(Math.max(1, stories), 0.3));
    return asked > 0 ? asked : Math.max(2, Math.min(50, fitting));
  }

  /** Each story's terms, counted in its first article: what things are called, not what happens. */
  private static Dataset<Row> storyTerms(Dataset<Row> terms) {
    return terms
        .where(col("article_id").equalTo(col("story_id")))
        .where(not(col("pos").isin("VERB", "ADV")))
        .select("story_id", "term", "occurrences");
  }

  private static Dataset<Row> vectors(Dataset<Row> stories, Vocabulary vocabulary) {
    return stories
        .groupBy("story_id")
        .agg(array_sort(collect_list(struct(col("term"), col("occurrences")))).as("terms"))
        .map((MapFunction<Row, Row>) r -> vector(r, vocabulary), Encoders.row(VECTORS))
        .repartition(1)
        .sortWithinPartitions("story_id");
  }

  private static Row vector(Row story, Vocabulary vocabulary) {
    List<Row> terms = story.getList(1);
    return RowFactory.create(story.getString(0), TopicModel.vector(terms, vocabulary));
  }

  private static double[][] centres(KMeansModel model) {
    Vector[] centres = model.clusterCenters();
    double[][] values = new double[centres.length][];
    for (int i = 0; i < centres.length; i++) {
      values[i] = centres[i].toArray();
    }
    return values;
  }

  private static Dataset<Row> weights(Dataset<Row> vectors, TopicModel topics) {
    return vectors.flatMap(
        (FlatMapFunction<Row, Row>) r -> weights(r, topics).iterator(), Encoders.row(WEIGHTS));
  }

  /** How many articles have each topic as their main one. */
  private static long[] sizes(Dataset<Row> weights, Dataset<Row> articles, int topics) {
    long[] sizes = new long[topics];
    weights
        .where(col("is_main"))
        .join(articles, "story_id")
        .groupBy("topic")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> sizes[row.getInt(0)] = row.getLong(1));
    return sizes;
  }

  private static List<Row> weights(Row story, TopicModel topics) {
    double[] weights = topics.weights(story.getAs(1));
    int main = 0;
    for (int i = 1; i < weights.length; i++) {
      main = weights[i] > weights[main] ? i : main;
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        rows.add(RowFactory.create(story.getString(0), i, weights[i], i == main));
      }
    }
    return rows;
  }

  private static Map<Table, Dataset<Row>> tables(
      Inputs inputs,
      TopicModel topics,
      long[] sizes,
      Dataset<Row> ofArticles,
      Dataset<Row> stories,
      long n) {
    Dataset<Row> articles = inputs.table(ArticleTable.ARTICLES);
    Dataset<Row> surfaces = Terms.surfaces(inputs);
    List<TopicModel.Word> words = topics.words();
    double[] coherence = Coherence.npmi(stories, words, topics.size(), n);
    Row firstDay = articles.agg(min("published_on")).first();
    Registry registry =
        Registry.match(
            words,
            topics.size(),
            inputs.previous(TopicTables.TOPICS).orElse(null),
            inputs.previous(TopicTables.TERMS).orElse(null),
            (LocalDate) firstDay.get(0));
    Dataset<Row> ids = registry.ids(articles.sparkSession());
    Dataset<Row> named =
        TopicRows.words(articles.sparkSession(), words, registry).join(surfaces, "term");
    return Map.of(
        TopicTables.TERMS, named,
        TopicTables.TOPICS,
            TopicRows.topics(articles.sparkSession(), registry, topics, coherence, sizes, named),
        TopicTables.ARTICLE_TOPICS, ofArticles.join(ids, "topic"));
  }

  private Map<Table, Dataset<Row>> empty(Dataset<Row> any) {
    Map<Table, Dataset<Row>> tables = new java.util.HashMap<>();
    writes().forEach(t -> tables.put(t, any.sparkSession().createDataFrame(List.of(), t.schema())));
    return tables;
  }
}

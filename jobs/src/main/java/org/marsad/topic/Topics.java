package org.marsad.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.article.SourceHealth;
import org.marsad.article.TextTable;
import org.marsad.entity.KnownEntities;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;
import org.marsad.term.Phrases;
import org.marsad.term.Terms;

/**
 * Groups the window's stories into topics.
 *
 * <p>Reads {@code analysed}, {@code articles}, {@code terms}, {@code collocations} and last night's
 * topics; writes {@code topics}, {@code topic_terms}, {@code article_topics} and {@code
 * topic_events}. Each story's first article, without boilerplate, is a TF-IDF vector of MLlib over
 * lemmas, pairs of lemmas and names; the sequential information bottleneck finds the topics. The
 * same window always gives the same topics. How and why: {@code docs/topics.md}. Try {@code
 * ./marsad sql "SELECT label, articles FROM topics ORDER BY articles DESC"}.
 */
public final class Topics implements Analysis {
  private static final StructType SHARES =
      new StructType()
          .add("story_id", DataTypes.StringType)
          .add("topic", DataTypes.IntegerType)
          .add("weight", DataTypes.DoubleType)
          .add("typical", DataTypes.DoubleType)
          .add("is_main", DataTypes.BooleanType);

  @Override
  public List<Table> reads() {
    return List.of(
        TextTable.ANALYSED, ArticleTable.ARTICLES, Terms.TABLE, Phrases.TABLE, KnownEntities.TABLE);
  }

  @Override
  public List<Table> previous() {
    return List.of(TopicTables.TOPICS, TopicTables.TERMS, TopicTables.ARTICLE_TOPICS);
  }

  @Override
  public List<Table> writes() {
    return List.of(
        TopicTables.TOPICS, TopicTables.TERMS, TopicTables.ARTICLE_TOPICS, TopicTables.EVENTS);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> articles =
        inputs
            .table(ArticleTable.ARTICLES)
            .select("article_id", "story_id", "source", "published_on");
    Dataset<Row> texts = StoryText.rows(inputs.table(TextTable.ANALYSED), articles);
    Dataset<Row> terms = StoryTerms.of(texts, Boilerplate.of(texts)).persist();
    try {
      Map<String, Long> sources = new TreeMap<>();
      articles
          .where("article_id = story_id")
          .groupBy("source")
          .count()
          .collectAsList()
          .forEach(r -> sources.put(r.getString(0), r.getLong(1)));
      long n = sources.values().stream().mapToLong(s -> s).sum();
      Vocabulary vocabulary = Vocabulary.of(terms, sources, n < 1000 ? 2 : 5);
      if (n < 3 || vocabulary.size() < 3) {
        return empty(terms);
      }
      try (Blocks blocks = Blocks.of(terms, vocabulary, n)) {
        return tables(inputs, blocks, vocabulary);
      }
    } finally {
      terms.unpersist();
    }
  }

  private static Map<Table, Dataset<Row>> tables(
      Inputs inputs, Blocks blocks, Vocabulary vocabulary) {
    long seed = inputs.parameters().seed();
    Sample sample = Sample.of(blocks, vocabulary);
    LastNight last = LastNight.of(inputs, sample.ids());
    Clusters.Range range = TopicCount.range(inputs.parameters().topics(), sample.stories().length);
    Clusters clusters =
        last.topics().isEmpty()
            ? Clusters.fresh(
                sample.stories(),
                vocabulary.size(),
                TopicCount.best(
                    sample.stories(),
                    vocabulary.size(),
                    range,
                    seed,
                    found ->
                        TopicWords.of(blocks, 1, new TopicModel(found, vocabulary), vocabulary)
                            .coherence()),
                seed)
            : Clusters.continued(
                sample.stories(), vocabulary.size(), last.start(sample, vocabulary), range, seed);
    TopicModel model = new TopicModel(clusters.masses(), vocabulary);
    TopicWords words = TopicWords.of(blocks, Sample.BLOCKS, model, vocabulary);
    Row night = inputs.table(ArticleTable.ARTICLES).agg(SourceHealth.lastDay()).first();
    Registry registry = Registry.of(last, clusters, sample, words);
    return new TopicRows(inputs, registry, words, night.getLocalDate(0))
        .tables(stories(inputs, blocks, model));
  }

  /** Each story's shares, kept by the executors until they have been written. */
  private static Dataset<Row> stories(Inputs inputs, Blocks blocks, TopicModel model) {
    try (Shared<TopicModel> shared = blocks.share(model)) {
      return inputs
          .table(ArticleTable.ARTICLES)
          .sparkSession()
          .createDataFrame(
              blocks.all().flatMap(block -> shares(block, shared.value()).iterator()), SHARES)
          .localCheckpoint();
    }
  }

  private static List<Row> shares(Blocks.Block block, TopicModel model) {
    List<Row> rows = new ArrayList<>();
    Iterator<String> ids = block.ids().iterator();
    for (SparseVector story : block.vectors()) {
      String id = ids.next();
      if (story.numNonzeros() == 0) {
        continue;
      }
      TopicModel.Mixture mixture = model.mixture(story);
      for (int k = 0; k < model.size(); k++) {
        if (mixture.weights()[k] > 0) {
          rows.add(
              RowFactory.create(
                  id, k, mixture.weights()[k], mixture.typical(), k == mixture.main()));
        }
      }
    }
    return rows;
  }

  private Map<Table, Dataset<Row>> empty(Dataset<Row> any) {
    Map<Table, Dataset<Row>> tables = new HashMap<>();
    writes().forEach(t -> tables.put(t, any.sparkSession().createDataFrame(List.of(), t.schema())));
    return tables;
  }
}

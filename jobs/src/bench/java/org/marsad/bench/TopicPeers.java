package org.marsad.bench;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.feature.CountVectorizer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.IDF;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.article.ArticleTable;
import org.marsad.run.Sessions;

/**
 * What other makers of topics get: the articles of a warehouse that are no copies, as Lucene's
 * light10 stems without its stop words, and MLlib's own k-means and LDA over these. {@code
 * python/topics.py} adds further peers and scores all of them.
 */
public final class TopicPeers {
  private static final int TOP = 10;
  private static final long SEED = 20170914L;

  private TopicPeers() {}

  /** What one method found: each article's main topic, and each topic's ten first words. */
  private record Found(int[] mains, List<List<String>> words) {}

  /**
   * Usage: {@code TopicPeers export WAREHOUSE STEMS.tsv} or {@code TopicPeers mllib STEMS.tsv
   * FOUND.jsonl [K]}.
   *
   * @param args what to do
   */
  public static void main(String[] args) throws IOException {
    SparkSession spark = Sessions.open().spark();
    switch (args[0]) {
      case "export" -> export(spark, Path.of(args[1]), Path.of(args[2]));
      case "mllib" ->
          mllib(
              spark,
              Path.of(args[1]),
              Path.of(args[2]),
              args.length > 3 ? Integer.parseInt(args[3]) : 20);
      default -> throw new IllegalArgumentException(args[0]);
    }
    spark.stop();
  }

  /** Lines of article, source, section, and stems. */
  private static void export(SparkSession spark, Path warehouse, Path file) throws IOException {
    List<Row> rows =
        spark
            .read()
            .schema(ArticleTable.ARTICLES.schema())
            .parquet(warehouse.resolve("current/articles").toString())
            .where("not is_copy")
            .select("article_id", "source", "category", "url", "title", "body")
            .orderBy("article_id")
            .collectAsList();
    try (ArabicAnalyzer analyzer = new ArabicAnalyzer();
        BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Row r : rows) {
        List<String> stems = LuceneWords.tokens(analyzer, r.getString(4) + "\n" + r.getString(5));
        String section = Sections.of(r.getString(1), r.getString(2), r.getString(3));
        out.write(
            String.join(
                "\t", r.getString(0), r.getString(1), section, String.join(" ", stems) + "\n"));
      }
    }
  }

  private static void mllib(SparkSession spark, Path file, Path found, int k) throws IOException {
    Dataset<Row> stems =
        spark
            .read()
            .option("sep", "\t")
            .option("quote", "")
            .csv(file.toString())
            .selectExpr("_c0 as id", "split(coalesce(_c3, ''), ' ') as stems")
            .repartition(4, col("id"))
            .sortWithinPartitions("id")
            .persist();
    CountVectorizerModel counter =
        new CountVectorizer()
            .setInputCol("stems")
            .setOutputCol("counts")
            .setMinDF(5)
            .setMaxDF(0.5)
            .setVocabSize(50_000)
            .fit(stems);
    Dataset<Row> counts = counter.transform(stems).select("id", "counts").persist();
    counts.count();
    String[] words = counter.vocabulary();
    try (BufferedWriter out = Files.newBufferedWriter(found)) {
      write(out, "MLlib, k-means on TF-IDF", () -> means(counts, words, k));
      write(out, "MLlib, online LDA, 10 epochs", () -> lda(counts, words, k));
    }
  }

  private static Found means(Dataset<Row> counts, String[] words, int k) {
    Dataset<Row> weights =
        new IDF()
            .setInputCol("counts")
            .setOutputCol("weights")
            .fit(counts)
            .transform(counts);
    Dataset<Row> unit =
        new Normalizer()
            .setInputCol("weights")
            .setOutputCol("features")
            .transform(weights)
            .select("id", "features")
            .persist();
    KMeansModel model = new KMeans().setK(k).setSeed(SEED).fit(unit);
    int[] mains =
        model.transform(unit).orderBy("id").select("prediction").collectAsList().stream()
            .mapToInt(r -> r.getInt(0))
            .toArray();
    List<List<String>> top = new ArrayList<>();
    for (Vector centre : model.clusterCenters()) {
      double[] values = centre.toArray();
      top.add(
          IntStream.range(0, values.length)
              .boxed()
              .sorted((a, b) -> Double.compare(values[b], values[a]))
              .limit(TOP)
              .map(i -> words[i])
              .toList());
    }
    unit.unpersist();
    return new Found(mains, top);
  }

  /** A batch is a twentieth of the articles: 200 batches are ten epochs. */
  private static Found lda(Dataset<Row> counts, String[] words, int k) {
    LDAModel model =
        new LDA()
            .setFeaturesCol("counts")
            .setK(k)
            .setSeed(SEED)
            .setOptimizer("online")
            .setSubsamplingRate(0.05)
            .setMaxIter(200)
            .fit(counts);
    int[] mains =
        model
            .transform(counts)
            .orderBy("id")
            .select("topicDistribution")
            .collectAsList()
            .stream()
            .mapToInt(r -> r.<Vector>getAs(0).argmax())
            .toArray();
    List<List<String>> top =
        model.describeTopics(TOP).orderBy("topic").select("termIndices").collectAsList().stream()
            .map(r -> r.<Integer>getList(0).stream().map(i -> words[i]).toList())
            .toList();
    return new Found(mains, top);
  }

  private static void write(BufferedWriter out, String name, Supplier<Found> work)
      throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long before = system.getProcessCpuTime();
    Found found = work.get();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", name);
    line.put("seconds", (System.nanoTime() - start) / 1e9);
    line.put("cpu", (system.getProcessCpuTime() - before) / 1e9);
    line.put("mains", Arrays.stream(found.mains()).boxed().toList());
    line.put("words", found.words());
    out.write(new ObjectMapper().writeValueAsString(line) + "\n");
    out.flush();
  }
}

package org.marsad.bench;

import static org.apache.spark.sql.functions.col;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.entity.KnownEntities;
import org.marsad.names.NameTagger;
import org.marsad.run.Sessions;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Table;
import org.marsad.term.Association;
import org.marsad.term.Phrases;
import org.marsad.term.Terms;
import org.marsad.topic.TopicTables;
import org.marsad.topic.Topics;

/**
 * How well the topics follow a collection's own sections, and how well their words go together.
 *
 * <p>Over a warehouse that has a published run, for each number of topics: NMI and purity of the
 * main topic against the articles' categories, document NPMI of each topic's ten first words and
 * how many of them are distinct, the share of the largest topic and of articles without one, and
 * the seconds that the whole analysis took, by the clock and of the processors.
 */
public final class TopicsBench {
  private TopicsBench() {}

  /**
   * Usage: {@code TopicsBench WAREHOUSE [--words] [--seeds] [K …]}.
   *
   * @param args a warehouse with a published run, and numbers of topics (default 20 9 50); five
   *     seeds of each if asked for
   */
  public static void main(String[] args) throws IOException {
    Path warehouse = Path.of(args[0]);
    List<String> rest = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
    boolean words = rest.remove("--words");
    int seeds = rest.remove("--seeds") ? 5 : 1;
    List<String> counts = rest.isEmpty() ? List.of("20", "9", "50") : rest;
    SparkSession spark = Sessions.open().spark();
    for (String k : counts) {
      for (int i = 0; i < seeds; i++) {
        measure(
            spark,
            warehouse,
            new Parameters(Integer.parseInt(k), Parameters.DEFAULT_SEED + i),
            words);
      }
    }
    spark.stop();
  }

  private static void measure(SparkSession spark, Path warehouse, Parameters parameters, boolean words) {
    Inputs inputs = inputs(spark, warehouse, parameters);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    long start = System.nanoTime();
    Map<Table, Dataset<Row>> made = new Topics().run(inputs);
    List<Row> shares =
        made.get(TopicTables.ARTICLE_TOPICS)
            .where(col("is_main"))
            .select("article_id", "topic_id")
            .collectAsList();
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpu = (system.getProcessCpuTime() - before) / 1e9;
    List<Row> topics =
        made.get(TopicTables.TOPICS)
            .orderBy(col("articles").desc())
            .select("topic_id", "label", "articles", "coherence_npmi")
            .collectAsList();
    Map<String, List<String>> terms = lists(made.get(TopicTables.TERMS), "term");
    Map<String, String> categories = categories(inputs);
    Map<String, String> mains = new HashMap<>();
    shares.forEach(r -> mains.put(r.getString(0), r.getString(1)));
    System.out.printf(
        Locale.ROOT,
        "K=%d topics %d nmi %.3f purity %.3f npmi %.3f diversity %.3f largest %.3f none %.3f"
            + " %.1f s, of the processors %.1f%n",
        parameters.topics(),
        topics.size(),
        Agreement.nmi(mains, categories),
        Agreement.purity(mains, categories),
        npmi(inputs, terms),
        diversity(terms),
        (double) topics.get(0).getLong(2) / categories.size(),
        1 - (double) mains.size() / categories.size(),
        seconds,
        cpu);
    if (words) {
      Map<String, List<String>> surfaces = lists(made.get(TopicTables.TERMS), "surface");
      for (Row t : topics) {
        System.out.printf(
            Locale.ROOT,
            "%5d %.2f  %s | %s%n",
            t.getLong(2),
            t.getDouble(3),
            t.getString(1),
            String.join(" ", surfaces.get(t.getString(0))));
      }
    }
  }

  static Inputs inputs(SparkSession spark, Path warehouse, Parameters parameters) {
    File[] versions = warehouse.resolve("store/analysed").toFile().listFiles(File::isDirectory);
    String latest =
        Arrays.stream(versions).max(Comparator.comparing(File::lastModified)).get().getPath();
    Dataset<Row> analysed = spark.read().schema(TextTable.ANALYSED.schema()).parquet(latest);
    Map<Table, Dataset<Row>> tables = new HashMap<>();
    tables.put(TextTable.ANALYSED, analysed);
    for (Table table : List.of(ArticleTable.ARTICLES, Terms.TABLE, Phrases.TABLE)) {
      tables.put(
          table,
          spark
              .read()
              .schema(table.schema())
              .parquet(warehouse.resolve("current/" + table.name()).toString()));
    }
    tables.put(KnownEntities.TABLE, KnownEntities.rows(spark, NameTagger.bundled()));
    return new Inputs(tables, Map.of(), parameters);
  }

  private static Map<String, String> categories(Inputs inputs) {
    Map<String, String> categories = new HashMap<>();
    inputs
        .table(ArticleTable.ARTICLES)
        .select("article_id", "category")
        .collectAsList()
        .forEach(r -> categories.put(r.getString(0), r.isNullAt(1) ? "" : r.getString(1)));
    return categories;
  }

  private static Map<String, List<String>> lists(Dataset<Row> terms, String column) {
    Map<String, List<String>> lists = new TreeMap<>();
    terms
        .where(col("rank").leq(10))
        .orderBy("topic_id", "rank")
        .select("topic_id", column)
        .collectAsList()
        .forEach(
            r -> lists.computeIfAbsent(r.getString(0), t -> new ArrayList<>()).add(r.getString(1)));
    return lists;
  }

  private static double diversity(Map<String, List<String>> terms) {
    Set<String> distinct = new HashSet<>();
    terms.values().forEach(distinct::addAll);
    return (double) distinct.size() / terms.values().stream().mapToInt(List::size).sum();
  }

  /** Over all articles that are no copies, boilerplate and all; apart from the analysis's own. */
  private static double npmi(Inputs inputs, Map<String, List<String>> terms) {
    Set<String> wanted = new HashSet<>();
    terms.values().forEach(wanted::addAll);
    List<Row> rows =
        inputs
            .table(TextTable.ANALYSED)
            .select("article_id", "words.lemma")
            .join(
                inputs.table(ArticleTable.ARTICLES).where("not is_copy").select("article_id"),
                "article_id")
            .selectExpr(
                "array_distinct(filter(lemma, t -> t in ("
                    + String.join(",", wanted.stream().map(t -> "'" + t + "'").toList())
                    + ")))")
            .collectAsList();
    Map<String, Integer> df = new HashMap<>();
    List<Set<String>> stories = new ArrayList<>();
    for (Row row : rows) {
      Set<String> story = new HashSet<>(row.<String>getList(0));
      stories.add(story);
      story.forEach(t -> df.merge(t, 1, Integer::sum));
    }
    double sum = 0;
    for (List<String> topic : terms.values()) {
      sum += npmi(topic, stories, df);
    }
    return sum / terms.size();
  }

  private static double npmi(
      List<String> topic, List<Set<String>> stories, Map<String, Integer> df) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < topic.size(); i++) {
      for (int j = 0; j < i; j++, pairs++) {
        String a = topic.get(i);
        String b = topic.get(j);
        long both = stories.stream().filter(s -> s.contains(a) && s.contains(b)).count();
        sum +=
            both == 0
                ? -1
                : Association.npmi(
                    both, df.getOrDefault(a, 1), df.getOrDefault(b, 1), stories.size());
      }
    }
    return sum / Math.max(1, pairs);
  }
}

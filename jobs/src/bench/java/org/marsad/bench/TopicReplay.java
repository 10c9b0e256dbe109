package org.marsad.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.run.Sessions;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Table;
import org.marsad.topic.TopicTables;
import org.marsad.topic.Topics;

/**
 * Nights in a row over a warehouse that has a published run: each a window that ends a day later,
 * its topics beginning from the night before. Prints each night's events, and how many topics kept
 * their id and their label, of those with at least three articles that are still in the window.
 *
 * <p>A story's first article is sought anew in each window; how terms are printed is taken from
 * the published run.
 */
public final class TopicReplay {
  private static final int STILL_THERE = 3;
  private static final List<String> EVENTS =
      List.of("continued", "drifted", "born", "ended", "split", "merged");

  private final SparkSession spark;
  private final Inputs all;
  private Map<Table, List<Row>> last = Map.of();
  private int keepable;
  private int idsKept;
  private int labelsKept;
  private int articlesKept;
  private int articles;

  private TopicReplay(SparkSession spark, Inputs all) {
    this.spark = spark;
    this.all = all;
  }

  /**
   * Usage: {@code TopicReplay WAREHOUSE LAST_DAY [NIGHTS [DAYS]]}.
   *
   * @param args warehouse, last night's last day, nights (10), days of a window (8)
   */
  public static void main(String[] args) {
    SparkSession spark = Sessions.open().spark();
    Inputs all =
        TopicsBench.inputs(spark, Path.of(args[0]), new Parameters(0, Parameters.DEFAULT_SEED));
    LocalDate end = LocalDate.parse(args[1]);
    int nights = args.length > 2 ? Integer.parseInt(args[2]) : 10;
    int days = args.length > 3 ? Integer.parseInt(args[3]) : 8;
    TopicReplay replay = new TopicReplay(spark, all);
    System.out.printf("%-10s %8s %6s  %s%n", "night", "articles", "topics", EVENTS);
    for (int i = nights - 1; i >= 0; i--) {
      LocalDate to = end.minusDays(i);
      replay.night(to.minusDays(days - 1L), to);
    }
    System.out.printf(
        Locale.ROOT,
        "of %d topics with articles still there: ids kept %.3f, labels kept %.3f;"
            + " articles that stayed in their topic %.3f%n",
        replay.keepable,
        (double) replay.idsKept / replay.keepable,
        (double) replay.labelsKept / replay.keepable,
        (double) replay.articlesKept / replay.articles);
    spark.stop();
  }

  private void night(LocalDate from, LocalDate to) {
    Map<Table, Dataset<Row>> tables = new HashMap<>();
    new Topics().reads().forEach(t -> tables.put(t, all.table(t)));
    Dataset<Row> within =
        all.table(ArticleTable.ARTICLES)
            .where(col("published_on").between(from, to))
            .withColumn(
                "story_id",
                first("article_id")
                    .over(Window.partitionBy("story_id").orderBy("published_on", "article_id")))
            .persist();
    tables.put(ArticleTable.ARTICLES, within);
    tables.put(
        TextTable.ANALYSED,
        all.table(TextTable.ANALYSED).where(col("published_on").between(from, to)));
    Map<Table, Dataset<Row>> before = new HashMap<>();
    last.forEach((t, rows) -> before.put(t, spark.createDataFrame(rows, t.schema())));
    Map<Table, List<Row>> made = new HashMap<>();
    new Topics()
        .run(new Inputs(tables, before, all.parameters()))
        .forEach((t, rows) -> made.put(t, t.conform(rows).collectAsList()));
    tell(to, within.count(), made);
    within.unpersist();
    Map<Table, List<Row>> kept = new HashMap<>(made);
    kept.remove(TopicTables.EVENTS);
    last = kept;
  }

  private void tell(LocalDate night, long size, Map<Table, List<Row>> made) {
    Map<String, Integer> events = new HashMap<>();
    Map<String, String> labels = labels(made);
    Map<String, String> before = last.isEmpty() ? Map.of() : labels(last);
    List<String> news = new ArrayList<>();
    for (Row r : made.get(TopicTables.EVENTS)) {
      String event = r.getAs("event");
      String topic = r.getAs("topic_id");
      String other = r.getAs("other_id");
      events.merge(event, 1, Integer::sum);
      if (!before.isEmpty() && !event.equals("continued")) {
        news.add(
            String.format(
                Locale.ROOT,
                "    %-8s %.2f  %s%s",
                event,
                r.<Double>getAs("score"),
                labels.getOrDefault(topic, before.get(topic)),
                other == null ? "" : " | " + labels.getOrDefault(other, before.get(other))));
      }
    }
    System.out.printf(
        "%s %8d %6d  %s",
        night,
        size,
        labels.size(),
        EVENTS.stream().map(e -> events.getOrDefault(e, 0)).toList());
    if (!last.isEmpty()) {
      compare(labels, before, made, news);
    }
    System.out.println();
    news.stream().sorted().forEach(System.out::println);
  }

  private void compare(
      Map<String, String> labels,
      Map<String, String> before,
      Map<Table, List<Row>> made,
      List<String> news) {
    Map<String, String> now = mains(made);
    Map<String, Map<String, Integer>> flows = new TreeMap<>();
    mains(last)
        .forEach(
            (article, topic) -> {
              if (now.containsKey(article)) {
                flows
                    .computeIfAbsent(topic, t -> new TreeMap<>())
                    .merge(now.get(article), 1, Integer::sum);
              }
            });
    int there = 0;
    int ids = 0;
    int named = 0;
    for (Map.Entry<String, Map<String, Integer>> flow : flows.entrySet()) {
      String id = flow.getKey();
      int stay = flow.getValue().getOrDefault(id, 0);
      int sum = flow.getValue().values().stream().mapToInt(n -> n).sum();
      articles += sum;
      articlesKept += stay;
      if (sum < STILL_THERE) {
        continue;
      }
      there++;
      ids += labels.containsKey(id) && 2 * stay >= sum ? 1 : 0;
      if (before.get(id).equals(labels.get(id))) {
        named++;
      } else if (labels.containsKey(id)) {
        news.add("    label          " + before.get(id) + " > " + labels.get(id));
      }
    }
    keepable += there;
    idsKept += ids;
    labelsKept += named;
    System.out.printf("  of %d with articles: ids %d, labels %d", there, ids, named);
  }

  private static Map<String, String> labels(Map<Table, List<Row>> made) {
    Map<String, String> labels = new TreeMap<>();
    made.get(TopicTables.TOPICS).forEach(r -> labels.put(r.getAs("topic_id"), r.getAs("label")));
    return labels;
  }

  private static Map<String, String> mains(Map<Table, List<Row>> made) {
    Map<String, String> mains = new HashMap<>();
    for (Row r : made.get(TopicTables.ARTICLE_TOPICS)) {
      if (r.<Boolean>getAs("is_main")) {
        mains.put(r.getAs("article_id"), r.getAs("topic_id"));
      }
    }
    return mains;
  }
}

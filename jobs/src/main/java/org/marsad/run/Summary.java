package org.marsad.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.article.ArticleTable;
import org.marsad.article.SourceHealth;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.OwnNames;
import org.marsad.table.Table;
import org.marsad.table.Workers;
import org.marsad.term.Nested;
import org.marsad.term.Phrases;
import org.marsad.term.TermBursts;
import org.marsad.topic.TopicTables;

/** The last lines of a run: what it found, and where it is. */
final class Summary {
  private Summary() {}

  private static final int TOPICS = 3;

  /** Labels of a run's largest topics. */
  static List<String> topics(SparkSession spark, Warehouse warehouse, String runId) {
    return words(
        Published.read(spark, warehouse.run(runId), TopicTables.TOPICS)
            .orderBy(col("articles").desc(), col("topic_id")),
        "label",
        TOPICS);
  }

  static void print(
      SparkSession spark,
      Warehouse warehouse,
      String runId,
      List<String> topics,
      List<Batch> read,
      LocalDate today,
      Console console)
      throws Exception {
    Function<Table, Dataset<Row>> tables = Published.tables(spark, warehouse.run(runId));
    List<CompletableFuture<String>> lines = new ArrayList<>();
    CompletableFuture<String> counts;
    CompletableFuture<String> alarms;
    try (Workers workers = new Workers(spark)) {
      CompletableFuture<Row> counted =
          workers.start(() -> counted(tables.apply(ArticleTable.ARTICLES), today));
      counts = counted.thenApply(Summary::counts);
      alarms =
          workers.after(
              List.of(counted),
              () -> "alarms:   " + alarms(tables, counted.join().getLocalDate(5)));
      lines.add(counts);
      lines.add(workers.start(() -> "phrases:  " + line(phrases(tables))));
      lines.add(workers.start(() -> "bursts:   " + line(bursts(tables))));
      lines.add(CompletableFuture.completedFuture("topics:   " + line(topics)));
      lines.add(workers.start(() -> "entities: " + line(entities(tables))));
      lines.add(alarms);
      workers.await();
    }
    console.print("");
    lines.forEach(line -> console.print(line.join()));
    new Store(spark, warehouse).setAside().forEach(s -> console.print(s.line()));
    console.print("");
    console.print("tables: " + Warehouse.shown(warehouse.run(runId)));
    console.print("index:  " + Warehouse.shown(new Path(warehouse.root(), "index.html")));
    console.print("report: " + Warehouse.shown(new Path(warehouse.run(runId), "report.html")));
    console.print("");
    console.print(
        String.join(
            "; ",
            "published " + runId,
            taken(read),
            counts.join(),
            alarms.join().replaceFirst(" +", " ")));
  }

  private static String taken(List<Batch> read) {
    return String.format(
        Locale.ROOT,
        "read %,d records, %,d articles, %,d rejects",
        read.stream().mapToLong(Batch::records).sum(),
        read.stream().mapToLong(Batch::articles).sum(),
        read.stream().mapToLong(Batch::rejects).sum());
  }

  private static Row counted(Dataset<Row> articles, LocalDate today) {
    return articles
        .agg(
            count("*"),
            countDistinct("story_id"),
            countDistinct("source"),
            min("published_on"),
            max("published_on"),
            coalesce(SourceHealth.judgedDay(today), lit(today)))
        .first();
  }

  private static String counts(Row counts) {
    return String.format(
        Locale.ROOT,
        "%,d articles, %,d stories, %d sources, %s to %s",
        counts.getLong(0),
        counts.getLong(1),
        counts.getLong(2),
        counts.get(3),
        counts.get(4));
  }

  private static List<String> phrases(Function<Table, Dataset<Row>> tables) {
    return terms(
        tables.apply(Phrases.TABLE).orderBy(col("stories").desc(), col("term")), "stories", 8);
  }

  private static List<String> bursts(Function<Table, Dataset<Row>> tables) {
    return terms(
        tables.apply(TermBursts.TABLE).orderBy(col("g2").desc(), col("term")), "burst_stories", 5);
  }

  private static List<String> entities(Function<Table, Dataset<Row>> tables) {
    Dataset<Row> news =
        Entities.inTheNews(
            tables.apply(EntityMentions.TABLE),
            tables.apply(OwnNames.TABLE),
            tables.apply(Entities.TABLE));
    Dataset<Row> leading =
        news.groupBy("entity_id")
            .agg(countDistinct("story_id").as("in_stories"))
            .join(tables.apply(Entities.TABLE).select("entity_id", "name"), "entity_id");
    return words(leading.orderBy(col("in_stories").desc(), col("entity_id")), "name", 8);
  }

  /** Alarms about sources: of the last day that is over, and of what there is of the next. */
  private static String alarms(Function<Table, Dataset<Row>> tables, LocalDate judged) {
    Map<String, Set<String>> alarms = new TreeMap<>();
    tables
        .apply(SourceHealth.TABLE)
        .where(col("published_on").geq(lit(judged)).and(col("alarms").notEqual("")))
        .orderBy("source", "published_on")
        .select("source", "alarms")
        .collectAsList()
        .forEach(
            r ->
                alarms
                    .computeIfAbsent(r.getString(0), s -> new LinkedHashSet<>())
                    .addAll(List.of(r.getString(1).split(" "))));
    return alarms.isEmpty()
        ? "none"
        : alarms.entrySet().stream()
            .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
            .collect(Collectors.joining(" | "));
  }

  private static String line(List<String> words) {
    return String.join(" | ", words);
  }

  /** The first terms, without those that a longer one tells. */
  private static List<String> terms(Dataset<Row> rows, String stories, int n) {
    List<Row> first = rows.select("term", "surface", stories).limit(n * 4).collectAsList();
    return different(Nested.apart(first, r -> r.getString(0), r -> r.getLong(2)), "surface", n);
  }

  private static List<String> words(Dataset<Row> rows, String column, int n) {
    return different(rows.select(column).limit(n * 2).collectAsList(), column, n);
  }

  private static List<String> different(List<Row> rows, String column, int n) {
    return rows.stream().map(r -> r.<String>getAs(column)).distinct().limit(n).toList();
  }
}

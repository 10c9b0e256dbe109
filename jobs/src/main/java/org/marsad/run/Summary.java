package org.marsad.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.List;
import java.util.Locale;
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
        read(spark, warehouse, runId, TopicTables.TOPICS)
            .orderBy(col("articles").desc(), col("topic_id")),
        "label",
        TOPICS);
  }

  static void print(
      SparkSession spark, Warehouse warehouse, String runId, List<String> topics, Console console) {
    Dataset<Row> articles = read(spark, warehouse, runId, ArticleTable.ARTICLES);
    Row counts =
        articles
            .agg(
                org.apache.spark.sql.functions.count("*"),
                org.apache.spark.sql.functions.countDistinct("story_id"),
                org.apache.spark.sql.functions.countDistinct("source"),
                org.apache.spark.sql.functions.min("published_on"),
                max("published_on"))
            .first();
    console.print("");
    console.print(
        String.format(
            Locale.ROOT,
            "%,d articles, %,d stories, %d sources, %s to %s",
            counts.getLong(0),
            counts.getLong(1),
            counts.getLong(2),
            counts.get(3),
            counts.get(4)));
    console.print(
        "phrases:  "
            + line(
                words(
                    read(spark, warehouse, runId, Phrases.TABLE)
                        .orderBy(col("stories").desc(), col("term")),
                    "surface",
                    8)));
    console.print(
        "bursts:   "
            + line(
                words(
                    read(spark, warehouse, runId, TermBursts.TABLE)
                        .orderBy(col("g2").desc(), col("term")),
                    "surface",
                    5)));
    console.print("topics:   " + line(topics));
    console.print(
        "entities: "
            + line(
                words(
                    read(spark, warehouse, runId, Entities.TABLE)
                        .join(own(spark, warehouse, runId, articles), "entity_id", "left_anti")
                        .orderBy(col("stories").desc(), col("entity_id")),
                    "name",
                    8)));
    console.print(
        "alarms:   " + alarms(read(spark, warehouse, runId, SourceHealth.TABLE), articles));
    new Store(spark, warehouse).setAside().forEach(s -> console.print(s.line()));
    console.print("");
    console.print("tables: " + Warehouse.shown(warehouse.run(runId)));
    console.print("index:  " + Warehouse.shown(new Path(warehouse.root(), "index.html")));
    console.print("report: " + Warehouse.shown(new Path(warehouse.run(runId), "report.html")));
  }

  private static Dataset<Row> own(
      SparkSession spark, Warehouse warehouse, String runId, Dataset<Row> articles) {
    return OwnNames.of(read(spark, warehouse, runId, EntityMentions.TABLE), articles);
  }

  /** The last day's alarms about sources. */
  private static String alarms(Dataset<Row> health, Dataset<Row> articles) {
    Row last = articles.agg(SourceHealth.lastDay()).first();
    List<Row> rows =
        health
            .where(col("published_on").equalTo(lit(last.get(0))).and(col("alarms").notEqual("")))
            .orderBy("source")
            .select("source", "alarms")
            .collectAsList();
    return rows.isEmpty()
        ? "none"
        : rows.stream()
            .map(r -> r.getString(0) + " (" + r.getString(1).replace(" ", ", ") + ")")
            .collect(Collectors.joining(" | "));
  }

  private static Dataset<Row> read(
      SparkSession spark, Warehouse warehouse, String runId, Table table) {
    return Published.read(spark, warehouse.run(runId), table);
  }

  private static String line(List<String> words) {
    return String.join(" | ", words);
  }

  private static List<String> words(Dataset<Row> rows, String column, int n) {
    List<Row> first = rows.select(column).limit(n * 2).collectAsList();
    return first.stream().map(r -> r.getString(0)).distinct().limit(n).toList();
  }
}

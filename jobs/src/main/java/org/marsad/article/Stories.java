package org.marsad.article;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * Joins near-copies into stories.
 *
 * <p>Reads {@code stored_articles} and {@code analysed}, writes {@code articles}, {@code stories}
 * and {@code story_members}. Exact copies (the same letters and digits) are one text. Texts whose
 * stored sketches share enough are compared, without their boilerplate, word by word and shingle by
 * shingle ({@link Print}), and joined if they are near-copies. Sketches are made once for each
 * article and kept in the store; a night joins those of its window. Try it with {@code ./marsad sql
 * "SELECT title, sources FROM stories ORDER BY articles DESC LIMIT 10"}.
 */
public final class Stories implements Analysis {
  private static final StructType VERIFIED =
      new StructType().add("a", LongType).add("b", LongType).add("overlap", DoubleType);

  @Override
  public List<Table> reads() {
    return List.of(ArticleTable.STORED, TextTable.ANALYSED);
  }

  @Override
  public List<Table> writes() {
    return List.of(ArticleTable.ARTICLES, StoryTables.STORIES, StoryTables.MEMBERS);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> stored = inputs.table(ArticleTable.STORED);
    Dataset<Row> analysed = inputs.table(TextTable.ANALYSED);
    List<Row> links = links(texts(analysed, "source", "sketch", "sentences"), stored);
    Dataset<Row> texts = texts(analysed);
    Dataset<Row> articles = articles(stored, texts, leaders(links, texts));
    return Map.of(
        ArticleTable.ARTICLES,
        articles,
        StoryTables.STORIES,
        stories(articles),
        StoryTables.MEMBERS,
        members(articles));
  }

  /** Pairs of near-copies with their overlap. */
  private static List<Row> links(Dataset<Row> texts, Dataset<Row> stored) {
    texts.persist();
    try {
      Dataset<Row> sketched = Candidates.sketched(texts);
      int[] formulas = Candidates.formulas(sketched);
      Dataset<Row> pairs = Candidates.pairs(sketched, formulas);
      return verified(pairs, texts, stored, boilerplate(texts), formulas).collectAsList();
    } finally {
      texts.unpersist();
    }
  }

  /**
   * One row per text: that of its first article, the earliest day's, then the smallest id's; with
   * further columns of the article.
   */
  private static Dataset<Row> texts(Dataset<Row> analysed, String... further) {
    List<Column> first = new ArrayList<>();
    first.add(unix_date(col("published_on")).as("day"));
    first.add(col("article_id"));
    for (String column : further) {
      first.add(col(column));
    }
    return analysed
        .groupBy(xxhash64(col("text_key")).as("text"))
        .agg(min(struct(first.toArray(Column[]::new))).as("first"))
        .select("text", "first.*");
  }

  /** Sentences that stand in many texts of one source, each time with others. */
  private static Set<Long> boilerplate(Dataset<Row> texts) {
    Set<Long> found = new HashSet<>();
    texts
        .select(col("source"), explode(col("sentences")).as("sentence"), col("sentences"))
        .select(
            col("source"),
            col("sentence"),
            when(
                    element_at(col("sentences"), 1).equalTo(col("sentence")),
                    expr("try_element_at(sentences, 2)"))
                .otherwise(element_at(col("sentences"), 1))
                .as("other"))
        .groupBy("source", "sentence", "other")
        .agg(count(lit(1)).as("n"))
        .groupBy("source", "sentence")
        .agg(count(lit(1)).as("others"), sum("n").as("texts"))
        .where(col("texts").geq(Boilerplate.LEAST_TEXTS))
        .where(col("others").geq(col("texts").multiply(Boilerplate.LEAST_VARIETY)))
        .select("sentence")
        .distinct()
        .collectAsList()
        .forEach(r -> found.add(r.getLong(0)));
    return found;
  }

  private static Dataset<Row> verified(
      Dataset<Row> candidates,
      Dataset<Row> texts,
      Dataset<Row> stored,
      Set<Long> boilerplate,
      int[] formulas) {
    Dataset<Row> bodies =
        stored
            .select("article_id", "body")
            .join(texts.select("article_id", "text", "day"), "article_id")
            .select("text", "day", "body");
    return candidates
        .join(bodies.toDF("a", "day_a", "body_a"), "a")
        .join(bodies.toDF("b", "day_b", "body_b"), "b")
        .select("a", "b", "day_a", "day_b", "body_a", "body_b")
        .flatMap(
            (FlatMapFunction<Row, Row>) pair -> compared(pair, boilerplate, formulas).iterator(),
            Encoders.row(VERIFIED));
  }

  private static List<Row> compared(Row pair, Set<Long> boilerplate, int[] formulas) {
    Print a = Print.of(Boilerplate.strip(pair.getString(4), boilerplate));
    Print b = Print.of(Boilerplate.strip(pair.getString(5), boilerplate));
    int days = Math.abs(pair.getInt(2) - pair.getInt(3));
    return a.nearCopyOf(b, days, formulas)
        ? List.of(RowFactory.create(pair.get(0), pair.get(1), a.overlap(b)))
        : List.of();
  }

  /** For each text with near-copies the first article of its story, and its overlap with one. */
  private static Dataset<Row> leaders(List<Row> links, Dataset<Row> texts) {
    UnionFind groups = new UnionFind();
    Map<Long, Double> overlaps = new HashMap<>();
    for (Row link : links) {
      groups.union(link.getLong(0), link.getLong(1));
      overlaps.merge(link.getLong(0), link.getDouble(2), Math::max);
      overlaps.merge(link.getLong(1), link.getDouble(2), Math::max);
    }
    List<Row> grouped =
        overlaps.keySet().stream()
            .map(t -> RowFactory.create(t, groups.find(t), overlaps.get(t)))
            .toList();
    StructType type =
        new StructType().add("text", LongType).add("story", LongType).add("overlap", DoubleType);
    Dataset<Row> members = texts.sparkSession().createDataFrame(grouped, type);
    Dataset<Row> firsts =
        texts
            .join(Scale.small(members), "text")
            .groupBy("story")
            .agg(min(struct(col("day"), col("article_id"))).getField("article_id").as("leader"));
    return members.join(firsts, "story").select("text", "leader", "overlap");
  }

  private static Dataset<Row> articles(
      Dataset<Row> stored, Dataset<Row> texts, Dataset<Row> leaders) {
    return stored
        .withColumn("text", xxhash64(col("text_key")))
        .join(texts.select(col("text"), col("article_id").as("first")), "text")
        .join(leaders, new String[] {"text"}, "left")
        .withColumn("story_id", coalesce(col("leader"), col("first")))
        .withColumn("is_copy", col("article_id").notEqual(col("first")))
        .withColumn("overlap", when(col("is_copy"), lit(1.0)).otherwise(col("overlap")));
  }

  private static Dataset<Row> stories(Dataset<Row> articles) {
    var first = col("article_id").equalTo(col("story_id"));
    return articles
        .groupBy("story_id")
        .agg(
            max(when(first, col("title"))).as("title"),
            max(when(first, col("source"))).as("first_source"),
            min("published_on").as("first_seen"),
            max("published_on").as("last_seen"),
            count(lit(1)).as("articles"),
            count_if(col("is_copy")).as("copies"),
            expr("count(distinct source)").as("sources"));
  }

  private static Dataset<Row> members(Dataset<Row> articles) {
    Dataset<Row> several =
        articles.groupBy("story_id").agg(count(lit(1)).as("n")).where(col("n").gt(1));
    return articles
        .join(several.select("story_id"), "story_id")
        .withColumn("overlap", coalesce(col("overlap"), lit(1.0)));
  }
}

package org.marsad.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.table.Table;
import org.marsad.term.ArticleTerms;
import org.marsad.term.TermTrends;

/**
 * The words of the window, by day and facet, and those that rose on its last day.
 *
 * <p>A list holds the words that set its day apart: the {@value #MOST} with the largest {@code
 * (stories - ½) · ln(N / df)}, where N counts the window's stories and df those with the word (K.
 * Spärck Jones, "A statistical interpretation of term specificity", 1972), printed by stories.
 *
 * @param words each word as printed; the lists name them by place
 * @param top facet → day's place (-1 the whole window) → pairs of word and stories
 * @param series word → stories by day, for the words of the lists over everything
 */
record Terms(
    List<String> words,
    Map<String, Map<Integer, List<long[]>>> top,
    Map<Integer, long[]> series,
    List<Rising> rising) {
  private static final int MOST = 15;
  private static final int MOST_RISING = 20;
  private static final int EXAMPLES = 3;
  private static final int WHOLE = -1;

  /** A word that rose on the last day. */
  record Rising(String term, long observed, double expected, double score, List<String> articles) {}

  static Terms of(Function<Table, Dataset<Row>> tables, Night night, Facets facets, Shelf shelf) {
    Builder built = new Builder(night.days().size());
    for (Row row : counts(tables, night, facets).collectAsList()) {
      int day = row.isNullAt(1) ? WHOLE : night.index(row.get(1));
      built.add(row.getString(0), day, row.getString(2), row.getLong(3), row.getInt(4));
    }
    return new Terms(built.words(), built.top, built.series, rising(tables, night, shelf));
  }

  private static Dataset<Row> counts(
      Function<Table, Dataset<Row>> tables, Night night, Facets facets) {
    Dataset<Row> terms =
        tables
            .apply(ArticleTerms.TABLE)
            .select("article_id", "story_id", "source", "published_on", "term", "surface");
    Dataset<Row> stories =
        facets
            .over(terms.join(categories(tables), "article_id"))
            .withColumn("day", explode(array(col("published_on"), lit(null).cast(DateType))))
            .groupBy("facet", "day", "term", "story_id")
            .agg(max("surface").as("surface"));
    Dataset<Row> counted =
        stories
            .groupBy("facet", "day", "term")
            .agg(count(lit(1)).as("n"), expr("mode(surface, true)").as("surface"));
    Column everything = col("facet").equalTo(Facets.EVERYTHING);
    Column whole = everything.and(col("day").isNull());
    Column special = col("n").minus(0.5).multiply(log(lit(night.stories()).divide(col("df"))));
    return counted
        .withColumn("df", max(when(whole, col("n"))).over(Window.partitionBy("term")))
        .withColumn("printed", max(when(whole, col("surface"))).over(Window.partitionBy("term")))
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("facet", "day")
                        .orderBy(special.desc(), col("n").desc(), col("term").asc())))
        .withColumn(
            "charted", max(everything.and(col("place").leq(MOST))).over(Window.partitionBy("term")))
        .where(
            col("place").leq(MOST).or(everything.and(col("day").isNotNull()).and(col("charted"))))
        .orderBy(col("facet"), col("day"), col("n").desc(), col("place"))
        .select("facet", "day", "printed", "n", "place");
  }

  static Dataset<Row> categories(Function<Table, Dataset<Row>> tables) {
    return tables.apply(ArticleTable.ARTICLES).select("article_id", "category");
  }

  private static List<Rising> rising(
      Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    if (night.isEmpty()) {
      return List.of();
    }
    List<Row> rows =
        tables
            .apply(TermTrends.TABLE)
            .where(col("published_on").equalTo(lit(night.last())).and(col("score").gt(0)))
            .orderBy("rank")
            .limit(MOST_RISING)
            .select("term", "surface", "observed", "expected", "score")
            .collectAsList();
    Map<String, List<String>> examples = new LinkedHashMap<>();
    rows.forEach(r -> examples.put(r.getString(0), new ArrayList<>()));
    Dataset<Row> standing =
        tables
            .apply(ArticleTerms.TABLE)
            .where(col("published_on").equalTo(lit(night.last())))
            .where(col("term").isin(examples.keySet().toArray()))
            .groupBy("term", "story_id")
            .agg(sum("occurrences").as("n"), expr("min(article_id)").as("article_id"))
            .withColumn(
                "place",
                row_number()
                    .over(
                        Window.partitionBy("term").orderBy(col("n").desc(), col("story_id").asc())))
            .where(col("place").leq(EXAMPLES))
            .orderBy("term", "place");
    for (Row row : standing.select("term", "article_id").collectAsList()) {
      examples.get(row.getString(0)).add(shelf.want(row.getString(1)));
    }
    return rows.stream()
        .map(
            r ->
                new Rising(
                    r.getString(1),
                    r.getLong(2),
                    r.getDouble(3),
                    r.getDouble(4),
                    examples.get(r.getString(0))))
        .toList();
  }

  private static final class Builder {
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Map<Integer, List<long[]>>> top = new LinkedHashMap<>();
    private final Map<Integer, long[]> series = new LinkedHashMap<>();
    private final int days;

    Builder(int days) {
      this.days = days;
    }

    void add(String facet, int day, String word, long stories, int place) {
      int term = places.computeIfAbsent(word, w -> places.size());
      if (place <= MOST) {
        top.computeIfAbsent(facet, f -> new LinkedHashMap<>())
            .computeIfAbsent(day, d -> new ArrayList<>())
            .add(new long[] {term, stories});
      }
      if (facet.equals(Facets.EVERYTHING) && day >= 0) {
        series.computeIfAbsent(term, t -> new long[days])[day] = stories;
      }
    }

    List<String> words() {
      return List.copyOf(places.keySet());
    }
  }
}

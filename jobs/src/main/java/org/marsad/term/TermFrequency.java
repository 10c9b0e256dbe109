package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * How often each term stands in each paper, day by day.
 *
 * <p>Reads {@code analysed}, {@code articles} and {@code terms}, writes {@code term_frequency}. Try
 * {@code ./marsad sql "SELECT surface, sum(stories) n FROM term_frequency GROUP BY 1 ORDER BY n
 * DESC LIMIT 20"}.
 */
public final class TermFrequency implements Analysis {
  static final Field OCCURRENCES = required("occurrences", LongType, "Times in titles and bodies");
  static final Field ARTICLES = required("articles", LongType, "Articles with the term");
  static final Field STORIES =
      required("stories", LongType, "Stories with the term: near-copies count once");
  static final Field PER_MILLION =
      required(
          "per_million",
          DoubleType,
          "Occurrences in a million terms (stop words not counted) of that day and source");

  public static final Table TABLE =
      new Table(
          "term_frequency",
          "One row per day, source and term.",
          List.of(PUBLISHED_ON, SOURCE, TERM),
          List.of(
              PUBLISHED_ON, SOURCE, TERM, SURFACE, OCCURRENCES, ARTICLES, STORIES, PER_MILLION));

  private static final StructType COUNTED =
      new StructType()
          .add(PUBLISHED_ON.name(), PUBLISHED_ON.type())
          .add(SOURCE.name(), SOURCE.type())
          .add(TERM.name(), TERM.type())
          .add("occurrences", LongType)
          .add("articles", LongType)
          .add("stories", LongType)
          .add("per_million", DoubleType);

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED, ArticleTable.ARTICLES, Terms.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public List<Table> inOrder() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> counted =
        Scale.together(
                ArticleTexts.rows(inputs)
                    .select("article_id", "story_id", "source", "published_on", "terms", "counts"),
                col("published_on"),
                col("source"))
            .sortWithinPartitions("published_on", "source", "story_id")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> new Grouped(rows, TermFrequency::together, TermFrequency::count),
                Encoders.row(COUNTED));
    return Map.of(TABLE, counted.join(Scale.small(Terms.surfaces(inputs)), "term"));
  }

  private static boolean together(Row a, Row b) {
    return a.getString(2).equals(b.getString(2)) && a.get(3).equals(b.get(3));
  }

  /** The terms of one day and source; the articles of a story come one behind the other. */
  private static List<Row> count(Row first, Iterator<Row> articles) {
    Map<String, Tally> tallies = new HashMap<>();
    long volume = 0;
    int story = 0;
    String last = "";
    while (articles.hasNext()) {
      Row article = articles.next();
      story += article.getString(1).equals(last) ? 0 : 1;
      last = article.getString(1);
      List<String> terms = article.getList(4);
      List<Integer> counts = article.getList(5);
      for (int i = 0; i < terms.size(); i++) {
        tallies.computeIfAbsent(terms.get(i), t -> new Tally()).add(counts.get(i), story);
        volume += counts.get(i);
      }
    }
    String[] terms = tallies.keySet().toArray(String[]::new);
    Arrays.sort(terms);
    List<Row> rows = new ArrayList<>(terms.length);
    for (String term : terms) {
      Tally t = tallies.get(term);
      double perMillion = t.occurrences * 1e6 / volume;
      rows.add(
          RowFactory.create(
              first.get(3), first.get(2), term, t.occurrences, t.articles, t.stories, perMillion));
    }
    return rows;
  }

  private static final class Tally {
    private long occurrences;
    private long articles;
    private long stories;
    private int lastStory;

    void add(int times, int story) {
      occurrences += times;
      articles++;
      if (story != lastStory) {
        lastStory = story;
        stories++;
      }
    }
  }
}

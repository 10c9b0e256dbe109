package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * How many stories of each day have each term, all sources together: what trends and bursts are
 * read from.
 *
 * <p>Reads {@code analysed}, {@code articles}, {@code terms}, {@code phrases} and {@code
 * source_signatures}, writes {@code term_days}. Terms are words and phrases; a phrase's words count
 * on their own too, so only rows of the same {@code term_words} may be added up. A source's
 * signature is not counted in its articles. Try {@code ./marsad sql "SELECT published_on, stories
 * FROM term_days WHERE term = 'زلزال' ORDER BY 1"}.
 */
public final class TermDays implements Analysis {
  static final Field WORDS =
      required("term_words", IntegerType, "Words of the term: 1, or 2 and 3 for a phrase");

  private static final StructType BY_SOURCE =
      new StructType()
          .add(ArticleTable.SOURCE.name(), ArticleTable.SOURCE.type())
          .add("stories", LongType)
          .add("weight", DoubleType);

  public static final Table TABLE =
      new Table(
          "term_days",
          "One row per day and term, word or phrase, over all sources.",
          List.of(PUBLISHED_ON, TERM),
          List.of(
              PUBLISHED_ON,
              TERM,
              SURFACE,
              WORDS,
              TermFrequency.OCCURRENCES,
              TermFrequency.ARTICLES,
              TermFrequency.STORIES,
              required(
                  "weight",
                  DoubleType,
                  "Sum over these stories of log2(1 + the most times in one of its articles)"),
              required(
                  "by_source",
                  createArrayType(BY_SOURCE),
                  "These stories and their weight by source, by name; one that several print with the"
                      + " term on the day is given to the one of them that is in the window"
                      + " longest, then first by name")));

  private static final StructType COUNTED =
      new StructType()
          .add(PUBLISHED_ON.name(), PUBLISHED_ON.type())
          .add("term", TERM.type())
          .add("term_words", IntegerType)
          .add("occurrences", LongType)
          .add("articles", LongType)
          .add("stories", LongType)
          .add("weight", DoubleType)
          .add("by_source", createArrayType(BY_SOURCE));

  @Override
  public List<Table> reads() {
    return List.of(
        TextTable.ANALYSED,
        ArticleTable.ARTICLES,
        Terms.TABLE,
        Phrases.TABLE,
        SourceSignatures.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    SourceSignatures.Known signatures = SourceSignatures.known(inputs);
    PhraseFinder phrases = PhraseFinder.of(inputs);
    Dataset<Row> texts = ArticleTexts.rows(inputs);
    Dataset<Row> since = Series.since(inputs).withColumnRenamed("source", "since_source");
    Dataset<Row> counted =
        Scale.together(
                texts.join(Scale.small(since), col("source").equalTo(col("since_source"))),
                col("published_on"))
            .sortWithinPartitions("published_on", "story_id", "since", "source")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows ->
                        new Grouped(
                            rows,
                            (a, b) -> a.get(3).equals(b.get(3)),
                            (first, day) -> count(first, day, phrases, signatures)),
                Encoders.row(COUNTED));
    Dataset<Row> surfaces =
        Terms.surfaces(inputs).union(inputs.table(Phrases.TABLE).select("term", "surface"));
    return Map.of(TABLE, counted.join(Scale.small(surfaces), "term"));
  }

  private static List<Row> count(
      Row first, Iterator<Row> articles, PhraseFinder phrases, SourceSignatures.Known signatures) {
    Map<String, Tally> day = new HashMap<>();
    int story = 0;
    String last = "";
    while (articles.hasNext()) {
      ArticleTexts.Text text = ArticleTexts.Text.of(articles.next());
      story += text.storyId().equals(last) ? 0 : 1;
      last = text.storyId();
      int of = story;
      for (int i = 0; i < text.terms().size(); i++) {
        String term = text.terms().get(i);
        if (!signatures.contains(text.source(), term)) {
          day.computeIfAbsent(term, t -> new Tally(1)).add(text.counts().get(i), of, text.source());
        }
      }
      phrases
          .count(text)
          .forEach(
              (phrase, n) ->
                  day.computeIfAbsent(phrase.term(), t -> new Tally(phrase.words()))
                      .add(n, of, text.source()));
    }
    List<Row> rows = new ArrayList<>(day.size());
    day.forEach(
        (term, t) ->
            rows.add(
                RowFactory.create(
                    first.get(3),
                    term,
                    t.words,
                    t.occurrences,
                    t.articles,
                    t.stories,
                    t.weight(),
                    t.bySource())));
    return rows;
  }

  /** The counts of one term on one day; the articles of a story come one behind the other. */
  private static final class Tally {
    private final int words;
    private long occurrences;
    private long articles;
    private long stories;
    private int most;
    private int lastStory;
    private String[] sources = new String[1];
    private long[] storiesOf = new long[1];
    private double[] weightOf = new double[1];
    private int ofSources;
    private int at;

    Tally(int words) {
      this.words = words;
    }

    /** Adds an article; a story's are sorted by their source's age. */
    void add(int times, int story, String source) {
      occurrences += times;
      articles++;
      if (story != lastStory) {
        weigh();
        lastStory = story;
        stories++;
        most = times;
        give(source);
      } else {
        most = Math.max(most, times);
      }
    }

    private void give(String source) {
      at = 0;
      while (at < ofSources && !sources[at].equals(source)) {
        at++;
      }
      if (at == sources.length) {
        sources = Arrays.copyOf(sources, 2 * at);
        storiesOf = Arrays.copyOf(storiesOf, 2 * at);
        weightOf = Arrays.copyOf(weightOf, 2 * at);
      }
      sources[at] = source;
      storiesOf[at]++;
      ofSources = Math.max(ofSources, at + 1);
    }

    /** Adds the last story's weight, once all of its articles are known. */
    private void weigh() {
      weightOf[at] += Math.log(1 + most) / Math.log(2);
      most = 0;
    }

    Row[] bySource() {
      weigh();
      Row[] rows = new Row[ofSources];
      for (int i = 0; i < ofSources; i++) {
        rows[i] = RowFactory.create(sources[i], storiesOf[i], weightOf[i]);
      }
      Arrays.sort(rows, Comparator.comparing(r -> r.getString(0)));
      return rows;
    }

    double weight() {
      weigh();
      return Arrays.stream(weightOf).sum();
    }
  }
}

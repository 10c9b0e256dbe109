package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * Terms of two and three words: الأمم المتحدة, مجلس الأمن الدولي.
 *
 * <p>Reads {@code collocations}, {@code analysed}, {@code articles} and {@code source_signatures},
 * writes {@code phrases}. A pair of neighbours is a phrase if it stands in at least {@value
 * #LEAST_STORIES} stories, its NPMI is at least {@value #LEAST_NPMI}, its G² at least {@value
 * #LEAST_G2}, and it mostly stands as a noun with its second part ({@link NounPhrase}). Three words
 * are one if both pairs are neighbours so and the same measures, of the first pair against the
 * third word, hold. What mostly stands in a longer one, or is not complete without a word behind
 * it, is none. The {@value #MOST} with the largest G² are kept. Try {@code ./marsad sql "SELECT
 * surface, stories FROM phrases ORDER BY stories DESC LIMIT 30"}.
 */
public final class Phrases implements Analysis {
  static final int LEAST_STORIES = 3;
  static final double LEAST_NPMI = 0.35;
  static final double LEAST_G2 = 20;
  static final int MOST = 10_000;

  /** Share of a pair's occurrences that must be those of a phrase. */
  private static final double LEAST_SHARE = 0.5;

  /** Share of either pair's occurrences that must be those of the three words. */
  private static final double LEAST_EXTENSION = 0.3;

  /** Share of a phrase's occurrences within a longer row of terms from which it is a piece. */
  private static final double MOST_WITHIN = 0.85;

  /** The same for terms of any kind behind a phrase that the article may have completed. */
  private static final double MOST_ONWARD_DEFINITE = 0.95;

  /** The longest row that is counted, to know what is a piece. */
  static final int LONGEST = 4;

  public static final Table TABLE =
      new Table(
          "phrases",
          "One row per phrase of two or three words.",
          List.of(TERM),
          List.of(
              TERM,
              SURFACE,
              TermDays.WORDS,
              TermFrequency.OCCURRENCES,
              TermFrequency.ARTICLES,
              TermFrequency.STORIES,
              Collocations.NPMI,
              Collocations.G2));

  private static final Comparator<Row> BY_G2 =
      Comparator.comparingDouble((Row r) -> -r.getDouble(7)).thenComparing(r -> r.getString(0));

  @Override
  public List<Table> reads() {
    return List.of(
        Collocations.TABLE, TextTable.ANALYSED, ArticleTable.ARTICLES, SourceSignatures.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Map<String, Pair> pairs = pairs(inputs);
    Set<String> known = new HashSet<>(pairs.keySet());
    SourceSignatures.Known signatures = SourceSignatures.known(inputs);
    Dataset<Row> counted =
        Scale.together(ArticleTexts.rows(inputs), col("story_id"))
            .sortWithinPartitions("story_id")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>)
                    rows -> new PhraseCounter(known, signatures).count(rows),
                Encoders.row(PhraseCounter.COUNTED))
            .groupBy("term", "text")
            .agg(
                sum("n").as("n"),
                sum("articles").as("a"),
                sum("stories").as("s"),
                sum("once").as("o"),
                sum("onward").as("on"))
            .groupBy("term")
            .agg(
                max(struct(col("text").notEqual(""), col("n"), col("text")))
                    .getField("text")
                    .as("surface"),
                sum("n").as("occurrences"),
                sum("a").as("articles"),
                sum("s").as("stories"),
                sum("o").as("once"),
                sum("on").as("onward"))
            .where(col("stories").geq(LEAST_STORIES).and(col("surface").notEqual("")));
    List<Row> candidates = counted.collectAsList();
    List<Row> phrases =
        candidates.stream().map(r -> measured(r, pairs)).filter(Objects::nonNull).toList();
    Set<String> pieces = pieces(candidates, phrases);
    phrases =
        phrases.stream()
            .filter(r -> !pieces.contains(r.getString(0)))
            .sorted(BY_G2)
            .limit(MOST)
            .toList();
    return Map.of(TABLE, counted.sparkSession().createDataFrame(phrases, TABLE.schema()));
  }

  /** What is known of two neighbours: how often so, and how often each stands first or second. */
  private record Pair(long together, long second, long all, double npmi, double g2) {}

  private static Map<String, Pair> pairs(Inputs inputs) {
    Map<String, Pair> pairs = new HashMap<>();
    inputs
        .table(Collocations.TABLE)
        .where(col("npmi").geq(LEAST_NPMI).and(col("g2").geq(LEAST_G2)))
        // A term of several words, such as د. ب. أ, could not be told from its neighbours.
        .where(not(concat(col("term_a"), col("term_b")).contains(" ")))
        .select("term_a", "term_b", "occurrences", "times_b", "times_all", "npmi", "g2")
        .collectAsList()
        .forEach(
            r ->
                pairs.put(
                    r.getString(0) + " " + r.getString(1),
                    new Pair(
                        r.getLong(2), r.getLong(3), r.getLong(4), r.getDouble(5), r.getDouble(6))));
    return pairs;
  }

  /**
   * Phrases that are pieces: the words right before or behind them are mostly the same, «الحرمين
   * الشريفين» in «خادم الحرمين الشريفين», «السمو الملكي الأمير» behind «صاحب», or mostly there,
   * «رئيس مجلس». Four words are no phrase; of those that mostly stand together the first three are.
   */
  private static Set<String> pieces(List<Row> candidates, List<Row> phrases) {
    Map<String, Row> rows = new HashMap<>();
    candidates.forEach(r -> rows.put(r.getString(0), r));
    Set<String> whole = new HashSet<>();
    phrases.forEach(r -> whole.add(r.getString(0)));
    Set<String> pieces = new HashSet<>(whole);
    pieces.removeIf(phrase -> !goesOn(rows.get(phrase)));
    List<Row> longest = candidates.stream().filter(r -> words(r) == LONGEST).toList();
    for (Row row : longest) {
      String firstThree = withoutLast(row);
      if (whole.contains(firstThree) && isWithin(rows.get(firstThree), row)) {
        pieces.remove(firstThree);
      }
    }
    whole.removeAll(pieces);
    longest.stream()
        .filter(row -> whole.contains(withoutLast(row)))
        .filter(row -> isWithin(rows.get(withoutFirst(row)), row))
        .forEach(row -> pieces.add(withoutFirst(row)));
    whole.removeAll(pieces);
    for (String phrase : whole) {
      Row row = rows.get(phrase);
      if (words(row) == LONGEST - 1) {
        Stream.of(withoutFirst(row), withoutLast(row))
            .filter(pair -> isWithin(rows.get(pair), row))
            .forEach(pieces::add);
      }
    }
    return pieces;
  }

  private static int words(Row candidate) {
    return 1 + (int) candidate.getString(0).chars().filter(c -> c == ' ').count();
  }

  private static String withoutFirst(Row candidate) {
    String term = candidate.getString(0);
    return term.substring(term.indexOf(' ') + 1);
  }

  private static String withoutLast(Row candidate) {
    String term = candidate.getString(0);
    return term.substring(0, term.lastIndexOf(' '));
  }

  /** Whether a phrase, null if it is none, mostly stands in a row of one word more. */
  private static boolean isWithin(Row phrase, Row longer) {
    return phrase != null && longer.getLong(5) >= MOST_WITHIN * phrase.getLong(5);
  }

  /** Whether the last word begins so; as a lemma it does if that is no article. */
  private static boolean hasArticle(String words) {
    return words.startsWith("ال", words.lastIndexOf(' ') + 1);
  }

  /** Whether a phrase mostly has a term behind it that completes it. */
  private static boolean goesOn(Row phrase) {
    boolean definite = hasArticle(phrase.getString(1)) && !hasArticle(phrase.getString(0));
    return phrase.getLong(6) >= (definite ? MOST_ONWARD_DEFINITE : MOST_WITHIN) * phrase.getLong(5);
  }

  /**
   * The phrase with its measures, or null if it is none. As with its pairs, what counts is how
   * often it stands in the first articles of stories.
   */
  private static Row measured(Row counted, Map<String, Pair> pairs) {
    String[] words = counted.getString(0).split(" ");
    if (words.length == LONGEST) {
      return null;
    }
    long n = counted.getLong(5);
    Pair first = pairs.get(words[0] + " " + words[1]);
    double npmi = first.npmi();
    double g2 = first.g2();
    long of = first.together();
    if (words.length == 3) {
      Pair next = pairs.get(words[1] + " " + words[2]);
      of = Math.max(first.together(), next.together());
      npmi = Association.npmi(n, first.together(), next.second(), first.all());
      g2 = Association.g2(n, first.together(), next.second(), first.all());
    }
    double share = words.length == 3 ? LEAST_EXTENSION : LEAST_SHARE;
    if (n < share * of || npmi < LEAST_NPMI || g2 < LEAST_G2) {
      return null;
    }
    return RowFactory.create(
        counted.get(0),
        counted.get(1),
        words.length,
        counted.get(2),
        counted.get(3),
        counted.get(4),
        npmi,
        g2);
  }
}

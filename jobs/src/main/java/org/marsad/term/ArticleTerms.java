package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.article.ArticleTable.ARTICLE_ID;
import static org.marsad.article.ArticleTable.IS_COPY;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.article.ArticleTable.STORY_ID;
import static org.marsad.table.Field.required;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
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
import org.marsad.table.Table;

/**
 * Counts the terms of each article once, for every analysis that counts terms.
 *
 * <p>Reads {@code analysed} and {@code articles}, writes {@code article_terms}. A term is the lemma
 * of a token that is no stop word. Try {@code ./marsad sql "SELECT term, occurrences FROM
 * article_terms WHERE article_id = '…' ORDER BY 2 DESC"}.
 */
public final class ArticleTerms implements Analysis {
  public static final Field TERM =
      required("term", StringType, "Lemma in its usual spelling: no clitics, no inflection");
  static final Field POS =
      required("pos", StringType, "Part of speech of its first token in the article");
  public static final Field SURFACE =
      required(
          "surface", StringType, "The form printed most, with its article but without clitics");
  public static final Field OCCURRENCES =
      required("occurrences", IntegerType, "Times in title and body");

  public static final Table TABLE =
      new Table(
          "article_terms",
          "One row per article and term.",
          List.of(PUBLISHED_ON, ARTICLE_ID, TERM),
          List.of(
              ARTICLE_ID,
              STORY_ID,
              PUBLISHED_ON,
              SOURCE,
              IS_COPY,
              TERM,
              POS,
              SURFACE,
              OCCURRENCES));

  private static final StructType COUNTED =
      new StructType()
          .add("article_id", StringType)
          .add("term", StringType)
          .add("pos", StringType)
          .add("surface", StringType)
          .add("occurrences", IntegerType);

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED, ArticleTable.ARTICLES);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> counted =
        inputs
            .table(TextTable.ANALYSED)
            .select(
                col("article_id"),
                col("tokens.lemma"),
                col("tokens.surface"),
                col("tokens.segments"),
                col("tokens.is_stop"),
                col("tokens.pos"))
            .flatMap((FlatMapFunction<Row, Row>) ArticleTerms::count, Encoders.row(COUNTED));
    Dataset<Row> articles =
        inputs
            .table(ArticleTable.ARTICLES)
            .select("article_id", "story_id", "published_on", "source", "is_copy");
    return Map.of(TABLE, counted.join(articles, "article_id"));
  }

  private static Iterator<Row> count(Row article) {
    List<String> lemmas = article.getList(1);
    List<String> surfaces = article.getList(2);
    List<String> segments = article.getList(3);
    List<Boolean> stops = article.getList(4);
    List<String> tags = article.getList(5);
    Map<String, Tally> terms = new LinkedHashMap<>();
    for (int i = 0; i < lemmas.size(); i++) {
      if (!stops.get(i)) {
        String tag = tags.get(i);
        terms
            .computeIfAbsent(lemmas.get(i), t -> new Tally(tag))
            .add(shown(surfaces.get(i), segments.get(i)));
      }
    }
    List<Row> rows = new ArrayList<>(terms.size());
    terms.forEach(
        (term, tally) ->
            rows.add(
                RowFactory.create(
                    article.get(0), term, tally.pos, tally.surface(term), tally.occurrences)));
    return rows.iterator();
  }

  /** How a token may stand for its term: bare or with the article; null with other clitics. */
  private static String shown(String surface, String segments) {
    if (segments == null) {
      return surface;
    }
    int first = segments.indexOf('+');
    if (first < 0) {
      return segments;
    }
    boolean articleOnly = segments.startsWith("ال+") && segments.indexOf('+', first + 1) < 0;
    return articleOnly ? segments.substring(0, first) + segments.substring(first + 1) : null;
  }

  /** The forms of one term in one article. */
  private static final class Tally {
    private final Map<String, Integer> forms = new LinkedHashMap<>();
    private final String pos;
    private int occurrences;

    Tally(String pos) {
      this.pos = pos;
    }

    void add(String form) {
      occurrences++;
      if (form != null) {
        forms.merge(form, 1, Integer::sum);
      }
    }

    /** The form met most, the first of equals; the term itself if only clitic forms occur. */
    String surface(String term) {
      return forms.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(term);
    }
  }
}

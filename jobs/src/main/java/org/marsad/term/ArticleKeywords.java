package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.article.ArticleTable.ARTICLE_ID;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The five terms that tell an article apart from the others of the window.
 *
 * <p>Reads {@code analysed}, {@code articles}, {@code terms}, {@code phrases} and {@code
 * source_signatures}, writes {@code article_keywords}. A term's weight is {@code (1 + ln tf) · ln(N
 * / df)} with the stories of the window and those with the term (C. Manning, P. Raghavan, H.
 * Schütze, "Introduction to Information Retrieval", 2008, 6.4.1). A phrase stands for its words:
 * these are left out. Verbs and adverbs are no keywords. Terms of one story alone are left out too,
 * names and slips of the pen alike, where the window has enough stories. Try {@code ./marsad sql
 * "SELECT title, collect_list(k.surface) FROM articles JOIN article_keywords k USING (article_id)
 * GROUP BY article_id, title"}.
 */
public final class ArticleKeywords implements Analysis {
  static final int KEYWORDS = 5;

  /** Stories from which on a term must stand in at least two. */
  private static final long ENOUGH_STORIES = 50;

  private static final Field RANK =
      required("rank", IntegerType, "Place in the article, 1 weighs most");

  public static final Table TABLE =
      new Table(
          "article_keywords",
          "One row per article and each of the five terms that tell it apart.",
          List.of(ARTICLE_ID, RANK),
          List.of(
              ARTICLE_ID,
              RANK,
              TERM,
              SURFACE,
              required(
                  "tf_idf",
                  DoubleType,
                  "(1 + ln occurrences) · ln(stories / stories with the term) (Manning and others"
                      + " 2008, 6.4.1)")));

  private static final StructType KEYWORD =
      new StructType()
          .add("article_id", StringType)
          .add("rank", IntegerType)
          .add("term", StringType)
          .add("surface", StringType)
          .add("tf_idf", DoubleType);

  private record Known(String surface, double idf) implements Serializable {}

  private record Keyword(String term, String surface, double weight) {}

  private static final Comparator<Keyword> HEAVIEST =
      Comparator.comparingDouble((Keyword k) -> -k.weight()).thenComparing(Keyword::term);

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
    HashMap<String, Known> known = known(inputs);
    SourceSignatures.Known signatures = SourceSignatures.known(inputs);
    PhraseFinder phrases = PhraseFinder.of(inputs);
    Dataset<Row> keywords =
        ArticleTexts.read(inputs)
            .flatMap(
                (FlatMapFunction<Row, Row>)
                    r -> keywords(ArticleTexts.Text.of(r), known, phrases, signatures).iterator(),
                Encoders.row(KEYWORD));
    return Map.of(TABLE, keywords);
  }

  private static HashMap<String, Known> known(Inputs inputs) {
    long stories = inputs.table(ArticleTable.ARTICLES).select("story_id").distinct().count();
    HashMap<String, Known> known = new HashMap<>();
    inputs
        .table(Terms.TABLE)
        .select("term", "surface", "stories")
        .union(inputs.table(Phrases.TABLE).select("term", "surface", "stories"))
        .where(col("stories").geq(stories < ENOUGH_STORIES ? 1 : 2))
        .collectAsList()
        .forEach(
            r ->
                known.put(
                    r.getString(0),
                    new Known(r.getString(1), Math.log((double) stories / r.getLong(2)))));
    return known;
  }

  private static List<Row> keywords(
      ArticleTexts.Text text,
      Map<String, Known> known,
      PhraseFinder phrases,
      SourceSignatures.Known signatures) {
    List<Keyword> found = new ArrayList<>();
    phrases
        .count(text)
        .forEach((phrase, n) -> add(found, phrase.term(), null, n, known.get(phrase.term())));
    for (int i = 0; i < text.terms().size(); i++) {
      boolean signature = signatures.contains(text.source(), text.terms().get(i));
      if (!signature && NounPhrase.names(text.tags().get(i))) {
        String term = text.terms().get(i);
        add(found, term, text.surfaces().get(i), text.counts().get(i), known.get(term));
      }
    }
    found.sort(HEAVIEST);
    List<Row> rows = new ArrayList<>(KEYWORDS);
    Set<String> told = new HashSet<>();
    for (Keyword k : found) {
      List<String> words = List.of(k.term().split(" "));
      if (rows.size() < KEYWORDS && words.stream().noneMatch(told::contains)) {
        rows.add(
            RowFactory.create(
                text.articleId(), rows.size() + 1, k.term(), k.surface(), k.weight()));
        told.addAll(words);
      }
    }
    return rows;
  }

  /** Adds a term as the article prints it; null for a phrase, as all print it. */
  private static void add(List<Keyword> found, String term, String own, int n, Known of) {
    if (of != null) {
      String surface = own == null ? of.surface() : own;
      found.add(new Keyword(term, surface, (1 + Math.log(n)) * of.idf()));
    }
  }
}

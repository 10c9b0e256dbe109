package org.marsad.term;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.article.ArticleTable.ARTICLE_ID;
import static org.marsad.article.ArticleTable.IS_COPY;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.article.ArticleTable.STORY_ID;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.NarrowSide;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * The terms of each article, as they were counted when its text was analysed.
 *
 * <p>Reads {@code analysed} and {@code articles}, writes {@code article_terms}. A term is the lemma
 * of a token that is no stop word. Articles are sorted before their terms become rows: a sort of
 * some thousand rows in place of one of millions. Try {@code ./marsad sql "SELECT term, occurrences
 * FROM article_terms WHERE article_id = '…' ORDER BY 2 DESC"}.
 */
public final class ArticleTerms implements Analysis {
  public static final Field TERM =
      required(
          "term",
          StringType,
          "Lemma in its usual spelling: no clitics, no inflection; /فعل behind a verb that is spelled"
              + " like another word");
  static final Field POS =
      required("pos", StringType, "Part of speech of its first token in the article");
  public static final Field SURFACE =
      required(
          "surface",
          StringType,
          "The form printed most, with its article but without clitics and the accusative's alif");
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

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED, ArticleTable.ARTICLES);
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
    Dataset<Row> articles =
        inputs.table(ArticleTable.ARTICLES).select("article_id", "story_id", "is_copy");
    Dataset<Row> terms =
        inputs
            .table(TextTable.ANALYSED)
            .select(col("article_id"), col("published_on"), col("source"), array_sort(col("terms")))
            .toDF("article_id", "published_on", "source", "terms")
            .join(NarrowSide.of(articles), "article_id");
    Dataset<Row> sorted =
        Scale.balanced(terms, col("published_on"))
            .sortWithinPartitions("published_on", "article_id");
    return Map.of(
        TABLE,
        sorted.select(
            col("article_id"),
            col("story_id"),
            col("published_on"),
            col("source"),
            col("is_copy"),
            inline(col("terms"))));
  }
}

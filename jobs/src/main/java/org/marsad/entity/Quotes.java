package org.marsad.entity;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.article.ArticleTable.ARTICLE_ID;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.article.TextTable.END;
import static org.marsad.article.TextTable.FIELD;
import static org.marsad.article.TextTable.SENTENCE;
import static org.marsad.article.TextTable.START;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Who said what.
 *
 * <p>Reads {@code analysed}, writes {@code quotes}. The rules are rows of {@code quote_verbs.tsv}.
 * Try {@code ./marsad sql "SELECT speaker, text FROM quotes WHERE kind = 'direct' LIMIT 20"}.
 */
public final class Quotes implements Analysis {
  public static final Table TABLE =
      new Table(
          "quotes",
          "One row per quotation, direct or reported.",
          List.of(PUBLISHED_ON, ARTICLE_ID, FIELD, START, END),
          List.of(
              ARTICLE_ID,
              PUBLISHED_ON,
              SOURCE,
              FIELD,
              SENTENCE,
              required("speaker", StringType, "Who speaks, as printed, with the title"),
              optional(
                  "entity_id",
                  StringType,
                  "The entity that speaks, by name or by a title that the article gives nobody else; else null"),
              required(
                  "verb", StringType, "Lemma of the word that announces it; a headline's colon"),
              required(
                  "kind", StringType, "direct (marked as the speaker's own words) or indirect"),
              required("text", StringType, "The characters from start to end, as written"),
              START,
              END));

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    return Map.of(TABLE, TextTable.each(inputs.table(TextTable.ANALYSED), "quotes"));
  }
}

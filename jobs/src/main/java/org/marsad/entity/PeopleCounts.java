package org.marsad.entity;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.article.ArticleTable.ARTICLE_ID;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.article.TextTable.END;
import static org.marsad.article.TextTable.FIELD;
import static org.marsad.article.TextTable.SENTENCE;
import static org.marsad.article.TextTable.START;
import static org.marsad.article.TextTable.SURFACE;
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
 * How many were killed, wounded, arrested or driven out, as the articles say.
 *
 * <p>Reads {@code analysed}, writes {@code counts}. The rules are rows of {@code
 * casualty_words.tsv}. Try {@code ./marsad sql "SELECT what, low, surface FROM counts ORDER BY low
 * DESC LIMIT 20"}.
 */
public final class PeopleCounts implements Analysis {
  public static final Table TABLE =
      new Table(
          "counts",
          "One row per number of people that something happened to.",
          List.of(PUBLISHED_ON, ARTICLE_ID, FIELD, START),
          List.of(
              ARTICLE_ID,
              PUBLISHED_ON,
              SOURCE,
              FIELD,
              SENTENCE,
              required(
                  "what",
                  StringType,
                  "killed, wounded, casualties (killed or wounded), infected, arrested, trapped, displaced,"
                      + " missing or kidnapped"),
              required("low", LongType, "The number, or its lower bound"),
              optional("high", LongType, "Upper bound; null if open; equals low if exact"),
              required(
                  "qualifier",
                  StringType,
                  "exact, at_least, at_most, about, range, tens, hundreds or thousands"),
              required("unit", StringType, "What is counted, as printed; empty if not said"),
              optional("place_id", StringType, "The place that the sentence names nearest"),
              optional(
                  "year",
                  IntegerType,
                  "The latest year that the sentence names beside the number; one before"
                      + " published_on's: the number may be of then"),
              SURFACE,
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
    return Map.of(TABLE, TextTable.each(inputs.table(TextTable.ANALYSED), "counts"));
  }
}

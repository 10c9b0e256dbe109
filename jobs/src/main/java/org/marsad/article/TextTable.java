package org.marsad.article;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Field;
import org.marsad.table.Table;

/**
 * What the analysis of an article's text found, once for each version of the analyser: kept in the
 * store as one row per article, shown to users as the table {@code tokens}.
 */
public final class TextTable {
  public static final Field FIELD = required("field", StringType, "title or body");
  public static final Field PARAGRAPH =
      required("paragraph", IntegerType, "Index of the paragraph in the field, from 0");
  public static final Field SENTENCE =
      required("sentence", IntegerType, "Index of the sentence in the field, from 0");
  public static final Field START =
      required("start", IntegerType, "First UTF-16 offset in the stored title or body");
  public static final Field END =
      required("end", IntegerType, "UTF-16 offset behind the last character");
  public static final Field SURFACE =
      required("surface", StringType, "The characters from start to end, as written");
  private static final Field POSITION =
      required("position", IntegerType, "Index of the token in the field, from 0");
  private static final Field LEMMA =
      required(
          "lemma",
          StringType,
          "Citation form: singular noun, masculine adjective, perfect verb, the name itself");
  private static final Field SEGMENTS =
      required(
          "segments", createArrayType(StringType), "Clitics and stem in order, letters as written");
  private static final Field POS =
      required("pos", StringType, "Coarse part of speech, Universal Dependencies' tags");
  private static final Field IS_STOP =
      required(
          "is_stop",
          BooleanType,
          "Stop word, news formula, number, sign, furniture of the page, or not in Arabic letters:"
              + " no term");

  private static final Field COUNTS_FOR =
      optional(
          "term",
          StringType,
          "The term that it counts for: its lemma, with /فعل for a verb that is spelled like"
              + " another word; empty for what is no term");

  /** One row per token: a view on the store. */
  public static final Table TOKENS =
      new Table(
          "tokens",
          "One row per token of a title or body (a view on the store).",
          List.of(ArticleTable.ARTICLE_ID, FIELD, POSITION),
          List.of(
              ArticleTable.ARTICLE_ID,
              FIELD,
              PARAGRAPH,
              SENTENCE,
              POSITION,
              START,
              END,
              SURFACE,
              LEMMA,
              SEGMENTS,
              POS,
              IS_STOP,
              COUNTS_FOR));

  /**
   * A word within its article's row; segments joined by +, null where the surface is the only; the
   * term that it counts for, null where that is the lemma.
   */
  static final StructType WORD =
      struct(SURFACE, LEMMA)
          .add("segments", StringType)
          .add(POS.name(), POS.type())
          .add(IS_STOP.name(), IS_STOP.type())
          .add(COUNTS_FOR.name(), COUNTS_FOR.type());

  /** A sentence within its article's row, and how many tokens it has. */
  static final StructType SENTENCE_TOKENS =
      struct(FIELD, PARAGRAPH, SENTENCE).add("tokens", IntegerType);

  /** A mention within its article's row. */
  static final StructType MENTION =
      struct(FIELD, PARAGRAPH, SENTENCE, START, END, SURFACE)
          .add("entity_id", StringType)
          .add("type", StringType)
          .add("origin", StringType)
          .add("rule", StringType)
          .add("score", DoubleType)
          .add("form", StringType);

  /** A person's title within its article's row. */
  static final StructType PERSON_TITLE =
      struct(FIELD)
          .add("entity_id", StringType)
          .add("title", StringType)
          .add("start", IntegerType)
          .add("end", IntegerType);

  /** A quotation within its article's row. */
  static final StructType QUOTE =
      struct(FIELD, SENTENCE)
          .add("speaker", StringType)
          .add("entity_id", StringType)
          .add("verb", StringType)
          .add("kind", StringType)
          .add("text", StringType)
          .add("start", IntegerType)
          .add("end", IntegerType);

  /** A count of people within its article's row. */
  static final StructType COUNT =
      struct(FIELD, SENTENCE)
          .add("what", StringType)
          .add("low", LongType)
          .add("high", LongType)
          .add("qualifier", StringType)
          .add("unit", StringType)
          .add("place_id", StringType)
          .add("year", IntegerType)
          .add("surface", StringType)
          .add("start", IntegerType)
          .add("end", IntegerType);

  /** A term within its article's row; the form of it printed most. */
  static final StructType TERM =
      new StructType()
          .add("term", StringType)
          .add("pos", StringType)
          .add("surface", StringType)
          .add("occurrences", IntegerType);

  /** A form within its article's row: the place of its term, and how it is printed. */
  static final StructType FORM =
      new StructType().add("term", IntegerType).add("surface", StringType);

  /** One row per analysed article, in the store. */
  public static final Table ANALYSED =
      new Table(
          "analysed",
          "One row per article in the store, for one version of the analyser.",
          List.of(ArticleTable.PUBLISHED_ON, ArticleTable.ARTICLE_ID),
          List.of(
              ArticleTable.ARTICLE_ID,
              ArticleTable.SOURCE,
              ArticleTable.PUBLISHED_ON,
              ArticleTable.TEXT_KEY,
              required("words", createArrayType(WORD), "Different tokens of title and body"),
              required(
                  "tokens", createArrayType(IntegerType), "Their places among words, in order"),
              required(
                  "gaps", createArrayType(IntegerType), "Characters between a token and the last"),
              required("token_sentences", createArrayType(SENTENCE_TOKENS), "Where sentences end"),
              required("mentions", createArrayType(MENTION), "Names found in title and body"),
              required("titles", createArrayType(PERSON_TITLE), "Titles beside persons' names"),
              required("quotes", createArrayType(QUOTE), "Who said what"),
              required("counts", createArrayType(COUNT), "How many were killed, wounded …"),
              required("terms", createArrayType(TERM), "Terms of title and body"),
              required("forms", createArrayType(FORM), "Printed forms of these"),
              required(
                  "order",
                  createArrayType(IntegerType),
                  "Forms in the order of the text, -1 where a row of terms ends"),
              required("sketch", createArrayType(IntegerType), "Lowest shingles of the body"),
              required(
                  "sentences", createArrayType(LongType), "Sentences of the body, longest first")));

  private TextTable() {}

  /** The table {@code tokens} out of the store's rows. */
  public static Dataset<Row> tokens(Dataset<Row> analysed) {
    return analysed
        .select("article_id", "words", "tokens", "gaps", "token_sentences")
        .flatMap((FlatMapFunction<Row, Row>) PackedTokens::rows, Encoders.row(TOKENS.schema()));
  }

  /** One row for each element of a column, behind its article's id, day and source. */
  public static Dataset<Row> each(Dataset<Row> analysed, String column) {
    return analysed.select(
        col("article_id"), col("published_on"), col("source"), inline(col(column)));
  }

  private static StructType struct(Field... fields) {
    StructType type = new StructType();
    for (Field field : fields) {
      type = type.add(field.name(), field.type());
    }
    return type;
  }
}

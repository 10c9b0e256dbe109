package org.marsad.article;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.util.List;
import org.marsad.table.Field;
import org.marsad.table.Table;

/** The columns of articles, and the two tables that have them: the store's and the published. */
public final class ArticleTable {
  public static final Field ARTICLE_ID =
      required(
          "article_id",
          StringType,
          "Hash of the source, address, title and body: the same article has the same id from any"
              + " file, in any order, with any white space");
  public static final Field STORY_ID =
      required(
          "story_id",
          StringType,
          "Id of the earliest article of its story: near-copies of one piece share it");
  public static final Field SOURCE =
      required("source", StringType, "The paper or site, as the input names it");
  public static final Field URL = optional("url", StringType, "Address, empty if unknown");
  public static final Field TITLE =
      required("title", StringType, "Headline, as written; may be empty");
  public static final Field BODY =
      required("body", StringType, "Text, as written, one paragraph a line");
  public static final Field AUTHOR = optional("author", StringType, "By-line, empty if unknown");
  public static final Field CATEGORY =
      optional("category", StringType, "Section, as the input names it; empty if unknown");
  public static final Field PUBLISHED_ON =
      required("published_on", DateType, "Day of publication, in the source's own time zone");
  public static final Field DATE_ORIGIN =
      required(
          "date_origin",
          StringType,
          "Where the day comes from: record, sidecar, option, path, url, or file_time (a guess: the"
              + " file's own, or if that is before 1990 the day of reading)");
  public static final Field LANGUAGE =
      required("language", StringType, "ISO 639-1 code; ar, since nothing else is taken");
  public static final Field CHARSET =
      required(
          "charset",
          StringType,
          "Encoding of the input, and the wrong decoding that was undone, if any");
  public static final Field WORDS = required("words", IntegerType, "Words in the body");
  public static final Field IS_COPY =
      required(
          "is_copy",
          BooleanType,
          "Whether an earlier article of the window has the same words in its body");
  public static final Field BATCH_ID =
      required("batch_id", StringType, "The batch that brought it into the store");
  static final Field TEXT_KEY =
      required("text_key", StringType, "Hash of the letters and digits of the body");

  /** Articles as the store keeps them. */
  public static final Table STORED =
      new Table(
          "stored_articles",
          "One row per article in the store.",
          List.of(PUBLISHED_ON, ARTICLE_ID),
          List.of(
              ARTICLE_ID,
              TEXT_KEY,
              SOURCE,
              URL,
              TITLE,
              BODY,
              AUTHOR,
              CATEGORY,
              PUBLISHED_ON,
              DATE_ORIGIN,
              LANGUAGE,
              CHARSET,
              WORDS,
              BATCH_ID));

  /** Articles as a run publishes them. */
  public static final Table ARTICLES =
      new Table(
          "articles",
          "One row per article of the window.",
          List.of(PUBLISHED_ON, ARTICLE_ID),
          List.of(
              ARTICLE_ID,
              STORY_ID,
              SOURCE,
              URL,
              TITLE,
              BODY,
              AUTHOR,
              CATEGORY,
              PUBLISHED_ON,
              DATE_ORIGIN,
              LANGUAGE,
              CHARSET,
              WORDS,
              IS_COPY,
              BATCH_ID));

  private ArticleTable() {}

  /** The columns that tell articles of the store apart: one read again may have another day. */
  public static String[] key() {
    return new String[] {ARTICLE_ID.name(), PUBLISHED_ON.name()};
  }
}

package org.marsad.topic;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.marsad.article.ArticleTable.ARTICLE_ID;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.util.List;
import org.marsad.table.Field;
import org.marsad.table.Table;
import org.marsad.term.ArticleTerms;

/** The tables of topics. */
public final class TopicTables {
  static final Field TOPIC_ID =
      required("topic_id", StringType, "Stable from night to night while the topic lives");
  private static final Field RANK = required("rank", IntegerType, "1 is the first word");
  static final Field ARTICLES =
      required("articles", LongType, "Articles of which it is the main topic, copies included");

  public static final Table TOPICS =
      new Table(
          "topics",
          "One row per topic of the window.",
          List.of(TOPIC_ID),
          List.of(
              TOPIC_ID,
              required(
                  "label",
                  StringType,
                  "Up to three phrases, names or words that set it apart, as printed; no two topics"
                      + " share one"),
              required(
                  "coherence_npmi",
                  DoubleType,
                  "Mean document NPMI over the pairs of its ten first words, in the window's stories"
                      + " (Aletras, Stevenson 2013); -1 to 1"),
              required(
                  "exclusivity",
                  DoubleType,
                  "Mean share that it has of its ten first words' weight over all topics; 0 to 1"),
              ARTICLES,
              required("share", DoubleType, "Share of the window's articles"),
              required(
                  "examples",
                  createArrayType(StringType),
                  "Ids of its most typical articles, one of each source, at most three"),
              required(
                  "first_seen",
                  DateType,
                  "Day of the earliest article that it had when it was born"),
              required("status", StringType, "new, or continued from the night before"),
              optional(
                  "drift",
                  DoubleType,
                  "1 - cosine between its words and last night's; empty for a new topic")));

  public static final Table TERMS =
      new Table(
          "topic_terms",
          "One row per topic and rank of its twenty first words.",
          List.of(TOPIC_ID, RANK),
          List.of(
              TOPIC_ID,
              RANK,
              ArticleTerms.TERM,
              ArticleTerms.SURFACE,
              required(
                  "weight",
                  DoubleType,
                  "Mean TF-IDF in the topic's stories times the logarithm of its ratio to the mean"
                      + " over all topics; the ten first words are chosen to stand in the same"
                      + " stories as well, so that the eleventh may weigh more than the tenth")));

  public static final Table ARTICLE_TOPICS =
      new Table(
          "article_topics",
          "One row per article and topic that has a share in it.",
          List.of(ARTICLE_ID, TOPIC_ID),
          List.of(
              ARTICLE_ID,
              TOPIC_ID,
              required("weight", DoubleType, "Share; an article's shares sum to 1"),
              required(
                  "is_main",
                  BooleanType,
                  "Whether the article is about it: its largest share, if it is near enough; an"
                      + " article about none of the topics has no main one")));

  private static final Field EVENT =
      required(
          "event",
          StringType,
          "born; continued; drifted: continued under other words; split: other_id came out of it;"
              + " merged: most of it is in other_id; ended");

  private static final Field OTHER_ID =
      optional("other_id", StringType, "The other topic of a split or merger");

  public static final Table EVENTS =
      new Table(
          "topic_events",
          "One row per night, topic and what happened to it since the night before.",
          List.of(PUBLISHED_ON, TOPIC_ID, EVENT, OTHER_ID),
          List.of(
              PUBLISHED_ON,
              TOPIC_ID,
              EVENT,
              OTHER_ID,
              required("label", StringType, "The topic's label; of one that ended, its last"),
              required(
                  "score",
                  DoubleType,
                  "continued: cosine of its words to last night's; drifted: 1 - that; split, merged:"
                      + " share of the stories of both nights that moved; 1 otherwise")));

  public static final Table TRENDS =
      new Table(
          "topic_trends",
          "One row per topic and day.",
          List.of(TOPIC_ID, PUBLISHED_ON),
          List.of(
              TOPIC_ID,
              PUBLISHED_ON,
              required("articles", LongType, "Articles of the day of which it is the main topic"),
              required("share", DoubleType, "Share of the day's articles")));

  private TopicTables() {}
}

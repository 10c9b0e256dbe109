package org.marsad.article;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.required;

import java.util.List;
import org.marsad.table.Table;

/** The tables of stories: pieces with the articles that print them, word for word or altered. */
public final class StoryTables {
  /** One row per story. */
  public static final Table STORIES =
      new Table(
          "stories",
          "One row per story: a piece and its near-copies.",
          List.of(ArticleTable.STORY_ID),
          List.of(
              ArticleTable.STORY_ID,
              ArticleTable.TITLE,
              required("first_source", StringType, "The source of the earliest article"),
              required("first_seen", DateType, "The day of the earliest article in the window"),
              required("last_seen", DateType, "The day of the latest article in the window"),
              required("articles", LongType, "Articles of the story"),
              required("copies", LongType, "Of these, word-for-word copies of an earlier one"),
              required("sources", LongType, "Sources that print it")));

  /** One row per article of a story that has several. */
  public static final Table MEMBERS =
      new Table(
          "story_members",
          "One row per article of a story with at least two articles.",
          List.of(ArticleTable.STORY_ID, ArticleTable.ARTICLE_ID),
          List.of(
              ArticleTable.STORY_ID,
              ArticleTable.ARTICLE_ID,
              ArticleTable.PUBLISHED_ON,
              ArticleTable.SOURCE,
              ArticleTable.IS_COPY,
              required(
                  "overlap",
                  DoubleType,
                  "Three-word shingles shared with the article of the story it is most like, as a"
                      + " share of the shorter's, 0 to 1; 1 for a copy")));

  private StoryTables() {}
}

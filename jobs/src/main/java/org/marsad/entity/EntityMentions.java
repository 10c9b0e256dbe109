package org.marsad.entity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.article.ArticleTable.ARTICLE_ID;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.article.ArticleTable.STORY_ID;
import static org.marsad.article.TextTable.END;
import static org.marsad.article.TextTable.FIELD;
import static org.marsad.article.TextTable.PARAGRAPH;
import static org.marsad.article.TextTable.SENTENCE;
import static org.marsad.article.TextTable.START;
import static org.marsad.article.TextTable.SURFACE;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.names.Mention;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.NarrowSide;
import org.marsad.table.Table;

/**
 * Every name in every article of the window.
 *
 * <p>Reads {@code analysed} and {@code articles}, writes {@code entity_mentions}. Try {@code
 * ./marsad sql "SELECT surface, count(*) n FROM entity_mentions GROUP BY 1 ORDER BY n DESC"}.
 */
public final class EntityMentions implements Analysis {
  public static final Field ENTITY_ID =
      required(
          "entity_id",
          StringType,
          "Wikidata id where known; ms-… for the lexicon's own, u-… for names it does not know");
  static final Field TYPE = required("type", StringType, "PERSON, ORGANIZATION or LOCATION");
  static final Field ORIGIN =
      required(
          "origin",
          StringType,
          "What recognised it: lexicon, model, or both where they see the same name");
  static final Field RULE =
      required(
          "rule",
          StringType,
          "What joined the form to the entity; given_name: a given name alone, of whom is not told,"
              + " left out of all tables of entities and pairs");
  static final Field FORM =
      required(
          "form",
          StringType,
          "The surface as one would cite it: no vowel signs, tatweel or quotation marks, the"
              + " article that melted into ل given back");
  static final Field SCORE = required("score", DoubleType, "Confidence, 0 to 1");

  public static final Table TABLE =
      new Table(
          "entity_mentions",
          "One row per mention of a name.",
          List.of(PUBLISHED_ON, ARTICLE_ID, FIELD, START),
          List.of(
              ARTICLE_ID,
              STORY_ID,
              PUBLISHED_ON,
              SOURCE,
              FIELD,
              PARAGRAPH,
              SENTENCE,
              START,
              END,
              SURFACE,
              FORM,
              ENTITY_ID,
              TYPE,
              ORIGIN,
              RULE,
              SCORE));

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED, ArticleTable.ARTICLES);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  /**
   * Mentions that say who or what is meant: a given name that the article does not join to a fuller
   * one is somebody else in the next article, and no entity.
   */
  public static Dataset<Row> ofEntities(Dataset<Row> mentions) {
    return mentions.where(col("rule").notEqual(Mention.GIVEN_NAME));
  }

  /** The same of an article's mentions as {@code analysed} holds them: the entities' ids. */
  public static Column idsOfEntities(Column mentions) {
    return filter(mentions, m -> m.getField("rule").notEqual(Mention.GIVEN_NAME))
        .getField("entity_id");
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> mentions = TextTable.each(inputs.table(TextTable.ANALYSED), "mentions");
    Dataset<Row> stories = inputs.table(ArticleTable.ARTICLES).select("article_id", "story_id");
    return Map.of(TABLE, mentions.join(NarrowSide.of(stories), "article_id"));
  }
}

package org.marsad.entity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.article.TextTable.SURFACE;
import static org.marsad.entity.EntityMentions.ENTITY_ID;
import static org.marsad.entity.EntityMentions.RULE;
import static org.marsad.entity.EntityMentions.TYPE;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * Who and what was named, under which forms, and how often by day and paper.
 *
 * <p>Reads {@code entity_mentions} and the lexicon's entities, writes {@code entities}, {@code
 * entity_variants} and {@code entity_frequency}. Try {@code ./marsad sql "SELECT name, stories FROM
 * entities ORDER BY stories DESC LIMIT 30"}.
 */
public final class Entities implements Analysis {
  static final Field OCCURRENCES = required("occurrences", LongType, "Mentions");
  static final Field ARTICLES = required("articles", LongType, "Articles with a mention");
  static final Field STORIES =
      required("stories", LongType, "Stories with a mention: near-copies count once");
  static final Field FIRST_SEEN = required("first_seen", DateType, "First day in the window");
  static final Field LAST_SEEN = required("last_seen", DateType, "Last day in the window");
  static final Field CONFIDENCE =
      required("confidence", DoubleType, "Highest score of a mention in this form");

  private static final Column AGENCY = col("kind").equalTo("agency");

  public static final Table TABLE =
      new Table(
          "entities",
          "One row per entity named in the window.",
          List.of(ENTITY_ID),
          List.of(
              ENTITY_ID,
              KnownEntities.NAME,
              KnownEntities.NAME_EN,
              TYPE,
              KnownEntities.KIND,
              OCCURRENCES,
              ARTICLES,
              STORIES,
              FIRST_SEEN,
              LAST_SEEN));

  public static final Table VARIANTS =
      new Table(
          "entity_variants",
          "One row per entity and written form, with the rule that joined it.",
          List.of(ENTITY_ID, SURFACE),
          List.of(ENTITY_ID, SURFACE, OCCURRENCES, ARTICLES, RULE, CONFIDENCE));

  public static final Table FREQUENCY =
      new Table(
          "entity_frequency",
          "One row per day, source and entity.",
          List.of(PUBLISHED_ON, SOURCE, ENTITY_ID),
          List.of(PUBLISHED_ON, SOURCE, ENTITY_ID, OCCURRENCES, ARTICLES, STORIES));

  @Override
  public List<Table> reads() {
    return List.of(EntityMentions.TABLE, KnownEntities.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE, VARIANTS, FREQUENCY);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> mentions = EntityMentions.ofEntities(inputs.table(EntityMentions.TABLE));
    return Map.of(
        TABLE, entities(mentions, inputs.table(KnownEntities.TABLE)),
        VARIANTS, variants(mentions),
        FREQUENCY, frequency(mentions));
  }

  private static Dataset<Row> entities(Dataset<Row> mentions, Dataset<Row> known) {
    Dataset<Row> counted =
        byArticle(mentions)
            .groupBy("entity_id")
            .agg(
                sum("n").as("occurrences"),
                count(lit(1)).as("articles"),
                countDistinct("story_id").as("stories"),
                min("published_on").as("first_seen"),
                max("published_on").as("last_seen"));
    return counted
        .join(mostFrequent(mentions, col("type"), "type"), "entity_id")
        .join(mostFrequent(fullNames(mentions), col("surface"), "printed"), "entity_id", "left")
        .join(mostFrequent(mentions, col("surface"), "any_form"), "entity_id")
        .join(known, counted.col("entity_id").equalTo(known.col("entity_id")), "left")
        .select(
            counted.col("*"),
            col("type"),
            coalesce(col("name"), col("printed"), col("any_form")).as("name"),
            col("name_en"),
            col("kind"));
  }

  /**
   * The mentions that say who is in the news: without what {@link OwnNames} leaves out, and without
   * news agencies, which are named as a report's source.
   *
   * @param mentions rows of {@code entity_mentions}
   * @param own rows of {@code own_names}
   * @param entities rows of {@code entities}
   */
  public static Dataset<Row> inTheNews(
      Dataset<Row> mentions, Dataset<Row> own, Dataset<Row> entities) {
    Dataset<Row> agencies = entities.where(AGENCY).select("entity_id");
    return OwnNames.without(EntityMentions.ofEntities(mentions), own)
        .join(Scale.small(agencies), new String[] {"entity_id"}, "left_anti");
  }

  /** Rows of {@code entities} that are no news agencies. */
  public static Dataset<Row> withoutAgencies(Dataset<Row> entities) {
    return entities.where(coalesce(not(AGENCY), lit(true)));
  }

  /** Mentions by more than a bare surname: the press prints «ليون» more often than the whole. */
  private static Dataset<Row> fullNames(Dataset<Row> mentions) {
    return mentions.where(col("rule").notEqual("surname_of"));
  }

  /** The value that most mentions of an entity have; of equals the longer. */
  private static Dataset<Row> mostFrequent(Dataset<Row> mentions, Column value, String name) {
    return mentions
        .groupBy(col("entity_id"), value.as("value"))
        .agg(count(lit(1)).as("n"))
        .groupBy("entity_id")
        .agg(max(struct(col("n"), length(col("value")), col("value"))).as("best"))
        .select(col("entity_id"), col("best.value").as(name));
  }

  private static Dataset<Row> variants(Dataset<Row> mentions) {
    return mentions
        .groupBy("entity_id", "surface")
        .agg(
            count(lit(1)).as("occurrences"),
            countDistinct("article_id").as("articles"),
            max(struct(col("score"), col("rule"))).as("best"))
        .withColumn("rule", col("best.rule"))
        .withColumn("confidence", col("best.score"));
  }

  private static Dataset<Row> frequency(Dataset<Row> mentions) {
    return byArticle(mentions)
        .groupBy("published_on", "source", "entity_id")
        .agg(
            sum("n").as("occurrences"),
            count(lit(1)).as("articles"),
            countDistinct("story_id").as("stories"));
  }

  /**
   * One row per article and entity, so that no more than one thing is counted by being distinct.
   */
  private static Dataset<Row> byArticle(Dataset<Row> mentions) {
    return mentions
        .groupBy("entity_id", "article_id", "story_id", "published_on", "source")
        .agg(count(lit(1)).as("n"));
  }
}

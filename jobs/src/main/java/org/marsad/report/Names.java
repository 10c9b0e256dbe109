package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.OwnNames;
import org.marsad.table.Table;

/**
 * Who was named.
 *
 * @param cards what is known of each entity on the page, by id
 * @param top facet → type → entity id, articles and stories, the most stories first
 * @param breaking names with more stories on the last day than the days before let expect
 */
record Names(
    Map<String, Card> cards,
    Map<String, Map<String, List<Object[]>>> top,
    List<Breakthrough> breaking) {
  private static final int MOST = 30;
  private static final int MOST_IN_A_FACET = 15;
  private static final int EXAMPLES = 3;
  private static final int FORMS = 8;

  /**
   * An entity: its name, spellings with their mentions, stories by day, and passages of articles.
   */
  record Card(
      String name,
      String nameEn,
      String type,
      long stories,
      List<Object[]> forms,
      long[] daily,
      List<Passage> passages) {}

  static Names of(
      Function<Table, Dataset<Row>> tables,
      Night night,
      Facets facets,
      Shelf shelf,
      Set<String> also) {
    Dataset<Row> mentions =
        Entities.inTheNews(
                tables.apply(EntityMentions.TABLE),
                tables.apply(OwnNames.TABLE),
                tables.apply(Entities.TABLE))
            .select(
                col("article_id"),
                col("story_id"),
                col("published_on"),
                col("source"),
                col("entity_id"),
                Passage.place(col("field"), col("start"), col("end")).as("at"));
    Map<String, Map<String, List<Object[]>>> top = new LinkedHashMap<>();
    Set<String> ids = new LinkedHashSet<>(also);
    for (Row r : counts(tables, mentions.drop("at"), facets).collectAsList()) {
      top.computeIfAbsent(r.getString(0), f -> new LinkedHashMap<>())
          .computeIfAbsent(r.getString(1), t -> new ArrayList<>())
          .add(new Object[] {r.getString(2), r.getLong(3), r.getLong(4)});
      ids.add(r.getString(2));
    }
    Breaking.Found found = Breaking.of(tables.apply(ArticleTable.ARTICLES), mentions, night);
    found.names().forEach(b -> ids.add(b.entityId()));
    Map<String, List<Passage>> passages = new HashMap<>();
    examples(mentions, ids).forEach((id, asks) -> passages.put(id, shelf.cite(asks)));
    return new Names(cards(tables, ids, passages, found.daily(ids, night)), top, found.names());
  }

  private static Dataset<Row> counts(
      Function<Table, Dataset<Row>> tables, Dataset<Row> mentions, Facets facets) {
    Dataset<Row> types = tables.apply(Entities.TABLE).select("entity_id", "type");
    Column limit = when(col("facet").equalTo(Facets.EVERYTHING), MOST).otherwise(MOST_IN_A_FACET);
    return facets
        .over(
            mentions
                .distinct()
                .join(
                    tables.apply(ArticleTable.ARTICLES).select("article_id", "category"),
                    "article_id"))
        .groupBy("facet", "entity_id")
        .agg(count(lit(1)).as("articles"), countDistinct("story_id").as("stories"))
        .join(types, "entity_id")
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("facet", "type")
                        .orderBy(
                            col("stories").desc(), col("articles").desc(), col("entity_id").asc())))
        .where(col("place").leq(limit))
        .orderBy("facet", "type", "place")
        .select("facet", "type", "entity_id", "articles", "stories");
  }

  /** Where the latest articles name an entity, one a story; in the body if it does. */
  private static Map<String, List<Passage.Ask>> examples(Dataset<Row> mentions, Set<String> ids) {
    Dataset<Row> rows =
        mentions
            .where(col("entity_id").isin(ids.toArray()))
            .groupBy("entity_id", "story_id", "article_id", "published_on")
            .agg(
                count(lit(1)).as("n"),
                min(struct(col("at").getItem(0).multiply(-1), col("at"))).getField("at").as("at"))
            .groupBy("entity_id", "story_id")
            .agg(
                max("published_on").as("day"),
                org.apache.spark.sql.functions.max("n").as("n"),
                min(struct("article_id", "at")).as("article"))
            .select("entity_id", "day", "n", "article.*")
            .withColumn(
                "place",
                row_number()
                    .over(
                        Window.partitionBy("entity_id")
                            .orderBy(col("day").desc(), col("n").desc(), col("article_id").asc())))
            .where(col("place").leq(EXAMPLES))
            .orderBy("entity_id", "place")
            .select("entity_id", "article_id", "at");
    Map<String, List<Passage.Ask>> asks = new HashMap<>();
    for (Row r : rows.collectAsList()) {
      asks.computeIfAbsent(r.getString(0), e -> new ArrayList<>())
          .add(Passage.Ask.at(r.getString(1), r.getList(2)));
    }
    return asks;
  }

  private static Map<String, Card> cards(
      Function<Table, Dataset<Row>> tables,
      Set<String> ids,
      Map<String, List<Passage>> passages,
      Map<String, long[]> daily) {
    Map<String, List<Object[]>> forms = forms(tables, ids);
    Map<String, Card> cards = new LinkedHashMap<>();
    for (Row r :
        tables
            .apply(Entities.TABLE)
            .where(col("entity_id").isin(ids.toArray()))
            .select("entity_id", "name", "name_en", "type", "stories")
            .collectAsList()) {
      String id = r.getString(0);
      cards.put(
          id,
          new Card(
              r.getString(1),
              r.isNullAt(2) ? "" : r.getString(2),
              r.getString(3),
              r.getLong(4),
              forms.getOrDefault(id, List.of()),
              daily.getOrDefault(id, new long[0]),
              passages.getOrDefault(id, List.of())));
    }
    return cards;
  }

  private static Map<String, List<Object[]>> forms(
      Function<Table, Dataset<Row>> tables, Set<String> ids) {
    Dataset<Row> rows =
        tables
            .apply(Entities.VARIANTS)
            .where(col("entity_id").isin(ids.toArray()))
            .withColumn(
                "place",
                row_number()
                    .over(
                        Window.partitionBy("entity_id")
                            .orderBy(col("occurrences").desc(), col("surface").asc())))
            .where(col("place").leq(FORMS))
            .orderBy("entity_id", "place");
    Map<String, List<Object[]>> forms = new HashMap<>();
    for (Row r : rows.select("entity_id", "surface", "occurrences").collectAsList()) {
      forms
          .computeIfAbsent(r.getString(0), e -> new ArrayList<>())
          .add(new Object[] {r.getString(1), r.getLong(2)});
    }
    return forms;
  }
}

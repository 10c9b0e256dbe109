package org.marsad.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.article.StoryTables;
import org.marsad.entity.Entities;
import org.marsad.entity.PeopleCounts;
import org.marsad.entity.Quotes;
import org.marsad.table.Table;

/**
 * What was said and counted on the last day.
 *
 * @param quotes the words of the persons and then the bodies that most stories named, one of each
 *     and one of an article
 * @param counts numbers of people that something happened to, of each story and place one of
 *     killed, one of wounded …: the arrested last, those of headlines first, then by the papers
 *     that print the story, then the largest
 */
record Said(List<Quote> quotes, List<Count> counts) {
  private static final int MOST_QUOTES = 16;
  private static final int MOST_COUNTS = 16;
  private static final int SHORTEST = 30;
  private static final int LONGEST = 320;

  /** Somebody's words. */
  record Quote(String speaker, String text, boolean direct, String article) {}

  /**
   * What happened to how many, and where, if the sentence says it.
   *
   * @param high null if open
   * @param qualifier as in {@link PeopleCounts}
   */
  record Count(
      String what,
      long low,
      Long high,
      String qualifier,
      String place,
      String placeEn,
      List<Passage> passages) {}

  static Said of(Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    if (night.isEmpty()) {
      return new Said(List.of(), List.of());
    }
    return new Said(quotes(tables, night, shelf), counts(tables, night, shelf));
  }

  private static List<Quote> quotes(
      Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    Dataset<Row> known =
        Entities.withoutAgencies(tables.apply(Entities.TABLE))
            .select(
                col("entity_id"),
                col("stories").as("named"),
                col("type").equalTo("PERSON").as("person"));
    Column order = when(col("kind").equalTo("direct"), 0).otherwise(1);
    Column[] first = {col("person").desc(), col("named").desc(), col("entity_id")};
    return today(tables, Quotes.TABLE, night)
        .where(length(col("text")).between(SHORTEST, LONGEST))
        .join(known, "entity_id")
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("entity_id")
                        .orderBy(order, col("article_id"), col("start"))))
        .where(col("place").equalTo(1))
        .withColumn(
            "in_article", row_number().over(Window.partitionBy("article_id").orderBy(first)))
        .where(col("in_article").equalTo(1))
        .orderBy(first)
        .limit(MOST_QUOTES)
        .select("speaker", "text", "kind", "article_id")
        .collectAsList()
        .stream()
        .map(
            r ->
                new Quote(
                    r.getString(0),
                    r.getString(1).strip(),
                    r.getString(2).equals("direct"),
                    shelf.want(r.getString(3))))
        .toList();
  }

  private static List<Count> counts(
      Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    Dataset<Row> stories = tables.apply(StoryTables.STORIES).select("story_id", "sources");
    Dataset<Row> places =
        tables
            .apply(Entities.TABLE)
            .select(col("entity_id").as("place_id"), col("name"), col("name_en"));
    Column[] order = {
      col("what").equalTo("arrested"),
      col("headline").desc(),
      col("sources").desc(),
      coalesce(col("high"), col("low")).desc(),
      col("story_id"),
      col("what"),
      col("start")
    };
    return today(tables, PeopleCounts.TABLE, night)
        // «قُتل 224 في نيروبي عام 1998» is no news.
        .where(coalesce(col("year"), year(col("published_on"))).geq(year(col("published_on"))))
        .join(stories, "story_id")
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("story_id", "what")
                        .orderBy(
                            col("field").desc(),
                            col("low").desc(),
                            col("article_id"),
                            col("start"))))
        .where(col("place").equalTo(1))
        .withColumn("headline", col("field").equalTo("title"))
        .withColumn(
            "of_place",
            row_number()
                .over(
                    Window.partitionBy(col("what"), coalesce(col("place_id"), col("story_id")))
                        .orderBy(order)))
        .where(col("of_place").equalTo(1))
        .orderBy(order)
        .limit(MOST_COUNTS)
        .join(places, new String[] {"place_id"}, "left")
        .orderBy(order)
        .select(
            col("what"),
            col("low"),
            col("high"),
            col("qualifier"),
            coalesce(col("name"), lit("")),
            coalesce(col("name_en"), col("name"), lit("")),
            col("article_id"),
            Passage.place(col("field"), col("start"), col("end")))
        .collectAsList()
        .stream()
        .map(
            r ->
                new Count(
                    r.getString(0),
                    r.getLong(1),
                    r.isNullAt(2) ? null : r.getLong(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    shelf.cite(List.of(Passage.Ask.at(r.getString(6), r.getList(7))))))
        .toList();
  }

  private static Dataset<Row> today(
      Function<Table, Dataset<Row>> tables, Table table, Night night) {
    Dataset<Row> articles =
        tables
            .apply(ArticleTable.ARTICLES)
            .where(col("published_on").equalTo(lit(night.last())))
            .where(col("article_id").equalTo(col("story_id")))
            .select("article_id", "story_id");
    return tables
        .apply(table)
        .where(col("published_on").equalTo(lit(night.last())))
        .join(articles, "article_id");
  }
}

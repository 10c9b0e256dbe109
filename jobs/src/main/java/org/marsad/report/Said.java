package org.marsad.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.entity.Entities;
import org.marsad.entity.PeopleCounts;
import org.marsad.entity.Quotes;
import org.marsad.table.Table;

/**
 * What was said and counted on the last day.
 *
 * @param quotes the words of the persons and bodies that most stories named, one of each
 * @param counts the largest numbers of people that something happened to, one of each story
 */
record Said(List<Quote> quotes, List<Count> counts) {
  private static final int MOST_QUOTES = 16;
  private static final int MOST_COUNTS = 16;
  private static final int SHORTEST = 30;
  private static final int LONGEST = 320;

  /** Somebody's words. */
  record Quote(String speaker, String text, boolean direct, String article) {}

  /** What happened to how many, as the sentence says it between what stands around it. */
  record Count(String what, String before, String surface, String after, String article) {}

  static Said of(Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    if (night.isEmpty()) {
      return new Said(List.of(), List.of());
    }
    return new Said(quotes(tables, night, shelf), counts(tables, night, shelf));
  }

  private static List<Quote> quotes(
      Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    Dataset<Row> known =
        tables.apply(Entities.TABLE).select(col("entity_id"), col("stories").as("named"));
    Column order = when(col("kind").equalTo("direct"), 0).otherwise(1);
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
        .orderBy(col("named").desc(), col("entity_id"))
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
    return today(tables, PeopleCounts.TABLE, night)
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("story_id", "what")
                        .orderBy(
                            col("low").desc(),
                            col("field").desc(),
                            col("article_id"),
                            col("start"))))
        .where(col("place").equalTo(1))
        .orderBy(
            coalesce(col("high"), col("low")).desc(), col("story_id"), col("what"), col("start"))
        .limit(MOST_COUNTS)
        .select(
            col("what"),
            when(col("field").equalTo("title"), col("title")).otherwise(col("body")),
            col("start"),
            col("end"),
            col("article_id"))
        .collectAsList()
        .stream()
        .map(r -> count(r, shelf))
        .toList();
  }

  private static Count count(Row row, Shelf shelf) {
    int start = row.getInt(2);
    int end = row.getInt(3);
    Snippet cut = Snippet.of(row.getString(1), start, end);
    return new Count(
        row.getString(0),
        cut.text().substring(0, cut.at(start)),
        cut.text().substring(cut.at(start), cut.at(end)),
        cut.text().substring(cut.at(end)),
        shelf.want(row.getString(4)));
  }

  private static Dataset<Row> today(
      Function<Table, Dataset<Row>> tables, Table table, Night night) {
    Dataset<Row> articles =
        tables
            .apply(ArticleTable.ARTICLES)
            .where(col("published_on").equalTo(lit(night.last())))
            .where(col("article_id").equalTo(col("story_id")))
            .select("article_id", "story_id", "title", "body");
    return tables
        .apply(table)
        .where(col("published_on").equalTo(lit(night.last())))
        .join(articles, "article_id");
  }
}

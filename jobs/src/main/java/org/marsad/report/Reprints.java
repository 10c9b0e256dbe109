package org.marsad.report;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.StoryTables;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/** The stories of the last day that the most papers print, word for word or altered. */
final class Reprints {
  private static final int MOST = 8;
  private static final int LEAST_SOURCES = 2;

  private Reprints() {}

  /**
   * One story.
   *
   * @param article its earliest article
   * @param sources who prints it, by name
   */
  record Reprint(String article, long articles, List<String> sources) {
    /** The sources as the page's script reads them. */
    public String names() {
      return ScriptJson.of(sources);
    }
  }

  static List<Reprint> of(Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    if (night.isEmpty()) {
      return List.of();
    }
    Dataset<Row> members = tables.apply(StoryTables.MEMBERS);
    Dataset<Row> today =
        members.where(col("published_on").equalTo(lit(night.last()))).select("story_id");
    Dataset<Row> widest =
        tables
            .apply(StoryTables.STORIES)
            .where(col("sources").geq(LEAST_SOURCES))
            .join(today, new String[] {"story_id"}, "left_semi")
            .orderBy(col("sources").desc(), col("articles").desc(), col("story_id"))
            .limit(MOST)
            .select("story_id", "sources", "articles");
    return members
        .join(Scale.small(widest), "story_id")
        .groupBy("story_id", "sources", "articles")
        .agg(array_sort(collect_set("source")).as("names"))
        .orderBy(col("sources").desc(), col("articles").desc(), col("story_id"))
        .select("story_id", "articles", "names")
        .collectAsList()
        .stream()
        .map(r -> new Reprint(shelf.want(r.getString(0)), r.getLong(1), r.getList(2)))
        .toList();
  }
}

package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.SourceHealth;

/**
 * The window of a run.
 *
 * @param days its days that have articles, the last {@value #MOST_DAYS} at most
 * @param last the day the report is about: the last one whose articles say their day themselves
 */
record Night(
    List<LocalDate> days,
    LocalDate last,
    long articles,
    long stories,
    long sources,
    long copies,
    List<Long> daily) {
  private static final int MOST_DAYS = 31;

  static Night of(Dataset<Row> articles) {
    Row whole =
        articles
            .agg(
                count(lit(1)),
                countDistinct("story_id"),
                countDistinct("source"),
                count_if(col("is_copy")),
                SourceHealth.lastDay())
            .first();
    LocalDate last = (LocalDate) whole.get(4);
    List<Row> days =
        articles
            .where(last == null ? lit(false) : col("published_on").leq(lit(last)))
            .groupBy("published_on")
            .agg(count(lit(1)).as("articles"))
            .orderBy(col("published_on").desc())
            .limit(MOST_DAYS)
            .orderBy("published_on")
            .collectAsList();
    return new Night(
        days.stream().map(r -> (LocalDate) r.get(0)).toList(),
        last,
        whole.getLong(0),
        whole.getLong(1),
        whole.getLong(2),
        whole.getLong(3),
        days.stream().map(r -> r.getLong(1)).toList());
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  public LocalDate first() {
    return isEmpty() ? null : days.get(0);
  }

  /** The place of a day among the days, or -1. */
  int index(Object day) {
    return days.indexOf(day);
  }
}

package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.SourceHealth;

/**
 * The window of a run.
 *
 * @param days its days that have articles, the last {@value #MOST_DAYS} at most: what is drawn and
 *     compared
 * @param first the first day of all that has articles
 * @param last the day the report is about: the last one whose articles say their day themselves,
 *     and that has neither only begun nor been cut off
 * @param judged the last day that is over, see {@link SourceHealth#judgedDay}
 * @param newcomers sources that have hardly any past to be compared with: their first day is the
 *     last, or where there are {@value #LONG} days or more one of the last {@value #NEW}
 * @param daily articles of each of the days
 * @param dailyStories stories of each of the days
 */
record Night(
    List<LocalDate> days,
    LocalDate first,
    LocalDate last,
    LocalDate judged,
    long articles,
    long stories,
    long sources,
    long copies,
    Set<String> newcomers,
    List<Long> daily,
    List<Long> dailyStories) {
  private static final int MOST_DAYS = 31;
  private static final int NEW = 7;
  private static final int LONG = 14;

  /** A last day with less than this part of what is usual was not collected whole. */
  private static final int CUT_OFF = 10;

  /** Days from the last to today within which a window is no archive. */
  private static final int LIVE = 7;

  private static final Night EMPTY =
      new Night(List.of(), null, null, null, 0, 0, 0, 0, Set.of(), List.of(), List.of());

  /**
   * The window's days. An archive's last one with less than a tenth of the articles of a usual day
   * is left out.
   *
   * @param today the first day that is not over: such a day is left out as long as it has fewer
   *     than half of the articles of the day before it
   */
  static Night of(Dataset<Row> articles, LocalDate today) {
    // A row for each source, and one whose source is null for all of them.
    Map<String, Row> counted = new HashMap<>();
    articles
        .rollup("source")
        .agg(
            count(lit(1)),
            countDistinct("story_id"),
            count_if(col("is_copy")),
            min("published_on"),
            SourceHealth.lastDay(),
            SourceHealth.judgedDay(today))
        .collectAsList()
        .forEach(r -> counted.put(r.getString(0), r));
    Row whole = counted.remove(null);
    if (whole == null) {
      return EMPTY;
    }
    List<Row> days =
        articles
            .where(col("published_on").leq(lit(whole.getLocalDate(5))))
            .groupBy("published_on")
            .agg(count(lit(1)).as("articles"), countDistinct("story_id").as("stories"))
            .orderBy(col("published_on").desc())
            .limit(MOST_DAYS)
            .orderBy("published_on")
            .collectAsList();
    while (days.size() > 1 && (hasBarelyBegun(days, today) || isCutOff(days, today))) {
      days = days.subList(0, days.size() - 1);
    }
    LocalDate first = whole.getLocalDate(4);
    LocalDate last = days.get(days.size() - 1).getLocalDate(0);
    Set<String> newcomers = new TreeSet<>(counted.keySet());
    newcomers.removeIf(source -> !isNew(counted.get(source).getLocalDate(4), first, last));
    return new Night(
        days.stream().map(r -> r.getLocalDate(0)).toList(),
        first,
        last,
        whole.getLocalDate(6),
        whole.getLong(1),
        whole.getLong(2),
        counted.size(),
        whole.getLong(3),
        newcomers,
        days.stream().map(r -> r.getLong(1)).toList(),
        days.stream().map(r -> r.getLong(2)).toList());
  }

  /** Whether the window has more days than are shown one by one. */
  public boolean isCut() {
    return !days.isEmpty() && first.isBefore(days.get(0));
  }

  private static boolean isNew(LocalDate since, LocalDate first, LocalDate last) {
    boolean several = first.isBefore(last.minusDays(LONG - 2));
    return since.isAfter(several ? last.minusDays(NEW) : last.minusDays(1));
  }

  private static boolean hasBarelyBegun(List<Row> days, LocalDate today) {
    Row last = days.get(days.size() - 1);
    LocalDate day = last.getAs(0);
    return !day.isBefore(today) && 2 * last.getLong(1) < days.get(days.size() - 2).getLong(1);
  }

  /**
   * The last day of an archive that was collected until its small hours; a night on which few feeds
   * came is told as it is.
   */
  private static boolean isCutOff(List<Row> days, LocalDate today) {
    LocalDate last = days.get(days.size() - 1).getAs(0);
    if (!last.isBefore(today.minusDays(LIVE))) {
      return false;
    }
    List<Long> articles = days.stream().map(r -> r.getLong(1)).sorted().toList();
    long median = articles.get(articles.size() / 2);
    return CUT_OFF * days.get(days.size() - 1).getLong(1) < median;
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  /**
   * Counts by day.
   *
   * @param rows of a key, a day and a count; days that are not the night's are passed over
   */
  Map<String, long[]> daily(Dataset<Row> rows) {
    Map<String, long[]> daily = new HashMap<>();
    String day = rows.columns()[1];
    for (Row row : rows.where(col(day).isin(days.toArray())).collectAsList()) {
      daily
              .computeIfAbsent(row.getString(0), k -> new long[days.size()])[
              days.indexOf(row.getLocalDate(1))] =
          row.getLong(2);
    }
    return daily;
  }
}

package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.RejectTable;
import org.marsad.article.SourceHealth;
import org.marsad.table.Table;

/**
 * How far the night can be trusted: sources, and what was not taken.
 *
 * @param alarms those of the last day that was over, and of what there was of the next
 * @param unjudged whether the past of a source is too short to judge its volume
 */
record Health(List<Source> sources, List<Alarm> alarms, boolean unjudged, List<Reason> rejects) {
  private static final int MOST = 60;

  /** A source over the window, with its articles by day. */
  record Source(
      String name,
      long articles,
      long copies,
      long rejects,
      long empty,
      long mojibake,
      long guessed,
      double words,
      long[] daily) {

    /** On how many of the days it brought anything. */
    public long days() {
      return Arrays.stream(daily).filter(n -> n > 0).count();
    }
  }

  /**
   * An alarm about a source.
   *
   * @param code see the column {@code alarms} of {@link SourceHealth#TABLE}
   * @param last the last day that it brought an article
   * @param articles those of the alarm's day, and so the next three
   * @param usual articles on this weekday, 0 if unknown
   */
  record Alarm(
      String name,
      String code,
      LocalDate last,
      long articles,
      long records,
      long empty,
      long mojibake,
      double usual) {}

  /** A reason to take nothing, how often, and where first. */
  record Reason(String code, long records, String input, long position, String detail) {}

  /** How many records of the window were not taken. */
  public long rejected() {
    return rejects.stream().mapToLong(Reason::records).sum();
  }

  static Health of(Function<Table, Dataset<Row>> tables, Night night) {
    Dataset<Row> health = tables.apply(SourceHealth.TABLE);
    List<Row> totals =
        health
            .groupBy("source")
            .agg(
                sum("articles").as("articles"),
                sum("copies"),
                sum("rejects"),
                sum("empty_bodies"),
                sum("mojibake"),
                sum("guessed_dates"),
                percentile(col("median_words"), lit(0.5)))
            .orderBy(col("articles").desc(), col("source").asc())
            .limit(MOST)
            .collectAsList();
    Map<String, long[]> daily =
        night.daily(
            health
                .where(col("source").isin(totals.stream().map(r -> r.get(0)).toArray()))
                .select("source", "published_on", "articles"));
    List<Source> sources = new ArrayList<>();
    for (Row r : totals) {
      sources.add(
          new Source(
              r.getString(0),
              r.getLong(1),
              r.getLong(2),
              r.getLong(3),
              r.getLong(4),
              r.getLong(5),
              r.getLong(6),
              r.isNullAt(7) ? 0 : r.getDouble(7),
              daily.getOrDefault(r.getString(0), new long[night.days().size()])));
    }
    return new Health(
        sources,
        alarms(health, health.where(col("published_on").geq(lit(night.judged())))),
        !health
            .where(
                col("published_on")
                    .equalTo(lit(night.judged()))
                    .and(col("usual_articles").isNull()))
            .isEmpty(),
        rejects(tables));
  }

  private static List<Alarm> alarms(Dataset<Row> health, Dataset<Row> lately) {
    Dataset<Row> came =
        health.where("articles > 0").groupBy("source").agg(max("published_on").as("last"));
    List<Alarm> alarms = new ArrayList<>();
    for (Row r :
        lately
            .where("alarms <> ''")
            .join(came, "source")
            .orderBy("source", "published_on")
            .limit(MOST)
            .selectExpr(
                "source",
                "alarms",
                "last",
                "articles",
                "articles + rejects",
                "empty_bodies",
                "mojibake",
                "coalesce(usual_articles, 0D)")
            .collectAsList()) {
      for (String code : r.getString(1).split(" ")) {
        alarms.add(
            new Alarm(
                r.getString(0),
                code,
                (LocalDate) r.get(2),
                r.getLong(3),
                r.getLong(4),
                r.getLong(5),
                r.getLong(6),
                r.getDouble(7)));
      }
    }
    return alarms;
  }

  private static List<Reason> rejects(Function<Table, Dataset<Row>> tables) {
    return tables
        .apply(RejectTable.REJECTS)
        .groupBy("reason")
        .agg(
            count(lit(1)).as("records"),
            expr("min(struct(substring_index(input, '/', -1) AS input, position,"
                    + " substring(detail, 1, 200) AS detail))")
                .as("first"))
        .orderBy(col("records").desc(), col("reason").asc())
        .selectExpr("reason", "records", "first.input", "first.position", "first.detail")
        .collectAsList()
        .stream()
        .map(
            r ->
                new Reason(
                    r.getString(0), r.getLong(1), r.getString(2), r.getLong(3), r.getString(4)))
        .toList();
  }
}

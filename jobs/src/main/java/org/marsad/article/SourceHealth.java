package org.marsad.article;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * What each paper delivered each day, and in what state.
 *
 * <p>Reads {@code articles} and {@code rejects}, writes {@code source_health}. Try {@code ./marsad
 * sql "SELECT source, sum(articles), sum(rejects) FROM source_health GROUP BY 1"}, or {@code ...
 * "SELECT * FROM source_health WHERE alarms <> ''"}.
 */
public final class SourceHealth implements Analysis {
  private static final Field DAY =
      optional("published_on", ArticleTable.PUBLISHED_ON.type(), "The day; empty where unknown");

  public static final Table TABLE =
      new Table(
          "source_health",
          "One row per day and source; on the last day that is over also for a source that is"
              + " missed.",
          List.of(DAY, ArticleTable.SOURCE),
          List.of(
              DAY,
              ArticleTable.SOURCE,
              required("articles", LongType, "Articles taken"),
              required("copies", LongType, "Of these, exact copies of an earlier article"),
              required(
                  "rejects",
                  LongType,
                  "Records not taken, repeated ones included; one that is read again counts once"),
              required("empty_bodies", LongType, "Of these, records without text"),
              required("mojibake", LongType, "Articles repaired and records lost to it"),
              required("guessed_dates", LongType, "Articles whose day is that of the file"),
              optional("median_words", DoubleType, "Median length of a body in words"),
              optional(
                  "usual_articles",
                  DoubleType,
                  "Mean of the source's articles on this weekday over the eight weeks before; empty"
                      + " with fewer than three such days"),
              required(
                  "alarms",
                  StringType,
                  "What to look into, parted by spaces: silent (nothing for --silent-days days, 2 by"
                      + " default, from a source that had come on half of the days before),"
                      + " mojibake or empty_bodies (above a tenth of the day's new records, at"
                      + " least 3), volume_low or volume_high (five standard deviations from"
                      + " usual_articles, on days that are over); empty if nothing")));

  @Override
  public List<Table> reads() {
    return List.of(ArticleTable.ARTICLES, RejectTable.REJECTS);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> taken =
        inputs
            .table(ArticleTable.ARTICLES)
            .groupBy("published_on", "source")
            .agg(
                count(lit(1)).as("articles"),
                count_if(col("is_copy")).as("copies"),
                count_if(col("charset").contains("(")).as("repaired"),
                count_if(col("date_origin").equalTo(DateOrigin.FILE_TIME.code()))
                    .as("guessed_dates"),
                percentile(col("words"), lit(0.5)).as("median_words"));
    Dataset<Row> lost =
        inputs
            .table(RejectTable.REJECTS)
            .drop("batch_id")
            .distinct()
            .groupBy("published_on", "source")
            .agg(
                count(lit(1)).as("rejects"),
                count_if(reason(RejectReason.REPEATED)).as("repeated"),
                count_if(reason(RejectReason.EMPTY_BODY)).as("empty_bodies"),
                count_if(reason(RejectReason.MOJIBAKE)).as("lost"));
    Dataset<Row> both =
        taken
            .join(
                lost,
                taken
                    .col("published_on")
                    .eqNullSafe(lost.col("published_on"))
                    .and(taken.col("source").eqNullSafe(lost.col("source"))),
                "full")
            .select(
                coalesce(taken.col("published_on"), lost.col("published_on")).as("published_on"),
                coalesce(taken.col("source"), lost.col("source"), lit("unknown")).as("source"),
                zero("articles"),
                zero("copies"),
                zero("rejects"),
                zero("empty_bodies"),
                coalesce(col("repaired"), lit(0L))
                    .plus(coalesce(col("lost"), lit(0L)))
                    .as("mojibake"),
                zero("guessed_dates"),
                col("median_words"),
                zero("repeated"));
    LocalDate judged =
        inputs
            .table(ArticleTable.ARTICLES)
            .agg(judgedDay(inputs.parameters().today()))
            .first()
            .getAs(0);
    SourceAlarms alarms = new SourceAlarms(judged, inputs.parameters().silentDays());
    Dataset<Row> health =
        both.groupByKey((MapFunction<Row, String>) row -> row.getAs("source"), Encoders.STRING())
            .flatMapGroups(
                (FlatMapGroupsFunction<String, Row, Row>)
                    (source, rows) -> judged(source, rows, alarms).iterator(),
                Encoders.row(TABLE.schema()));
    return Map.of(TABLE, health);
  }

  /** The day that a window is about: the last one whose articles say their day themselves. */
  public static Column lastDay() {
    return coalesce(
        max(when(col("date_origin").notEqual(DateOrigin.FILE_TIME.code()), col("published_on"))),
        max("published_on"));
  }

  /**
   * The day whose volumes are judged, over all articles: the last one that is over, or the last
   * there is if none is.
   *
   * @param today the first day that is not over
   */
  public static Column judgedDay(LocalDate today) {
    Column over = when(col("published_on").lt(lit(today)), col("published_on"));
    Column own = col("date_origin").notEqual(DateOrigin.FILE_TIME.code());
    return coalesce(max(when(own, over)), max(over), lastDay());
  }

  /** A source's rows with their alarms, and one for the last day if the source is missed there. */
  private static List<Row> judged(String source, Iterator<Row> rows, SourceAlarms alarms) {
    TreeMap<LocalDate, Row> dated = new TreeMap<>();
    TreeMap<LocalDate, SourceAlarms.Day> days = new TreeMap<>();
    List<Row> judged = new ArrayList<>();
    rows.forEachRemaining(
        row -> {
          LocalDate date = row.getAs("published_on");
          if (date == null) {
            judged.add(with(row, SourceAlarms.faults(day(row)), null));
          } else {
            dated.put(date, row);
            days.put(date, day(row));
          }
        });
    alarms
        .of(days)
        .forEach(
            (date, verdict) -> {
              Row missed = RowFactory.create(date, source, 0L, 0L, 0L, 0L, 0L, 0L, null, 0L);
              judged.add(with(dated.getOrDefault(date, missed), verdict.alarms(), verdict.usual()));
            });
    return judged;
  }

  private static SourceAlarms.Day day(Row row) {
    long articles = row.getAs("articles");
    long rejects = row.getAs("rejects");
    long repeated = row.getAs("repeated");
    return new SourceAlarms.Day(
        articles, articles + rejects - repeated, row.getAs("mojibake"), row.getAs("empty_bodies"));
  }

  /** The row with its last cell, how many were repeated, replaced. */
  private static Row with(Row row, List<String> alarms, Double usual) {
    int last = row.length() - 1;
    Object[] cells = new Object[last + 2];
    for (int i = 0; i < last; i++) {
      cells[i] = row.get(i);
    }
    cells[last] = usual;
    cells[last + 1] = String.join(" ", alarms);
    return RowFactory.create(cells);
  }

  private static Column reason(RejectReason reason) {
    return col("reason").equalTo(reason.code());
  }

  private static Column zero(String name) {
    return coalesce(col(name), lit(0L)).as(name);
  }
}

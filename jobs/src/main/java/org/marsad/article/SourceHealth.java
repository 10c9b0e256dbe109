package org.marsad.article;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * What each paper delivered each day, and in what state.
 *
 * <p>Reads {@code articles} and {@code rejects}, writes {@code source_health}. Try {@code ./marsad
 * sql "SELECT source, sum(articles), sum(rejects) FROM source_health GROUP BY 1"}.
 */
public final class SourceHealth implements Analysis {
  private static final Field DAY =
      optional("published_on", ArticleTable.PUBLISHED_ON.type(), "The day; empty where unknown");

  public static final Table TABLE =
      new Table(
          "source_health",
          "One row per day and source.",
          List.of(DAY, ArticleTable.SOURCE),
          List.of(
              DAY,
              ArticleTable.SOURCE,
              required("articles", LongType, "Articles taken"),
              required("copies", LongType, "Of these, exact copies of an earlier article"),
              required("rejects", LongType, "Records not taken, repeated ones included"),
              required("empty_bodies", LongType, "Of these, records without text"),
              required("mojibake", LongType, "Articles repaired and records lost to it"),
              required("guessed_dates", LongType, "Articles whose day is that of the file"),
              optional("median_words", DoubleType, "Median length of a body in words")));

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
            .groupBy("published_on", "source")
            .agg(
                count(lit(1)).as("rejects"),
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
                col("median_words"));
    return Map.of(TABLE, both);
  }

  private static org.apache.spark.sql.Column reason(RejectReason reason) {
    return col("reason").equalTo(reason.code());
  }

  private static org.apache.spark.sql.Column zero(String name) {
    return coalesce(col(name), lit(0L)).as(name);
  }
}

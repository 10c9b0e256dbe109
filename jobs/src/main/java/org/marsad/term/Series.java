package org.marsad.term;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.table.Inputs;

/**
 * The days of a window and, over them, the stories with each term.
 *
 * @param days in order, those with articles
 * @param volumes the stories of each
 */
record Series(LocalDate[] days, long[] volumes) implements java.io.Serializable {
  /** The window's days. */
  static Series of(Inputs inputs) {
    TreeMap<LocalDate, Long> volumes = new TreeMap<>();
    inputs
        .table(ArticleTable.ARTICLES)
        .select("published_on", "story_id")
        .distinct()
        .groupBy("published_on")
        .agg(functions.count(functions.lit(1)))
        .collectAsList()
        .forEach(r -> volumes.put(r.getLocalDate(0), r.getLong(1)));
    return new Series(
        volumes.keySet().toArray(LocalDate[]::new),
        volumes.values().stream().mapToLong(Long::longValue).toArray());
  }

  int[] weekdays() {
    int[] weekdays = new int[days.length];
    for (int i = 0; i < days.length; i++) {
      weekdays[i] = days[i].getDayOfWeek().getValue() - 1;
    }
    return weekdays;
  }

  /** A term's stories and their weights by day. */
  record Term(String term, String surface, long[] stories, double[] weights) {
    long total() {
      long total = 0;
      for (long n : stories) {
        total += n;
      }
      return total;
    }
  }

  /** What a term's series gives. */
  interface Reader extends java.io.Serializable {
    List<Row> rows(Term term);
  }

  /** Reads each term's series out of {@code term_days}. */
  Dataset<Row> read(Inputs inputs, StructType type, Reader reader) {
    return inputs
        .table(TermDays.TABLE)
        .select("term", "surface", "published_on", "stories", "weight")
        .repartition(col("term"))
        .sortWithinPartitions("term", "published_on")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows ->
                    new Grouped(
                        rows,
                        (a, b) -> a.getString(0).equals(b.getString(0)),
                        (first, run) -> reader.rows(term(first, run))),
            Encoders.row(type));
  }

  private Term term(Row first, Iterator<Row> rows) {
    long[] stories = new long[days.length];
    double[] weights = new double[days.length];
    while (rows.hasNext()) {
      Row row = rows.next();
      int day = java.util.Arrays.binarySearch(days, row.getLocalDate(2));
      stories[day] = row.getLong(3);
      weights[day] = row.getDouble(4);
    }
    return new Term(first.getString(0), first.getString(1), stories, weights);
  }
}

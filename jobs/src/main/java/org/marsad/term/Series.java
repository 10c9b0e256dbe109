package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;

/**
 * The days of a window and, over them, the stories with each term. A story of a day is given to one
 * of the sources that print it on that day, or print it with the term, see {@link #since}.
 *
 * @param days in order, those with articles
 * @param sources by name
 * @param volumes the stories of each source on each day
 */
record Series(LocalDate[] days, String[] sources, long[][] volumes) implements Serializable {
  /** Expected stories by which the rate of a term in a source is shrunk to its rate in all. */
  static final double SOURCE_PRIOR = 2;

  /** The window's days. */
  static Series of(Inputs inputs) {
    return inputs.once(Series.class, Series::read);
  }

  private static Series read(Inputs inputs) {
    Dataset<Row> articles = inputs.table(ArticleTable.ARTICLES);
    Dataset<Row> since = since(inputs);
    List<Row> firsts = since.collectAsList();
    List<Row> counts =
        articles
            .join(
                Scale.small(articles.sparkSession().createDataFrame(firsts, since.schema())),
                "source")
            .groupBy("published_on", "story_id")
            .agg(min(struct("since", "source")).as("first"))
            .groupBy(col("published_on"), col("first.source"))
            .agg(count(lit(1)))
            .collectAsList();
    LocalDate[] days =
        counts.stream().map(r -> r.getLocalDate(0)).distinct().sorted().toArray(LocalDate[]::new);
    // A source of nothing but copies is given no story, but those that have a word in its copy
    // alone.
    String[] sources = firsts.stream().map(r -> r.getString(0)).sorted().toArray(String[]::new);
    long[][] volumes = new long[sources.length][days.length];
    for (Row r : counts) {
      int source = Arrays.binarySearch(sources, r.getString(1));
      volumes[source][Arrays.binarySearch(days, r.getLocalDate(0))] = r.getLong(2);
    }
    return new Series(days, sources, volumes);
  }

  /**
   * The first day of each source in the window. Of the sources that print a story on a day it is
   * given to the one that is there longest, of these to the first by name: so a source that is new
   * takes no story from the others.
   */
  static Dataset<Row> since(Inputs inputs) {
    return inputs
        .table(ArticleTable.ARTICLES)
        .groupBy("source")
        .agg(min("published_on").as("since"));
  }

  /**
   * A term's rate in a source by its rate in all: a Poisson count with a Gamma prior of mean 1.
   *
   * @param seen its stories there
   * @param expected as many as there were if the source were like all others
   */
  static double relative(long seen, double expected) {
    return (SOURCE_PRIOR + seen) / (SOURCE_PRIOR + expected);
  }

  /**
   * The stories of each day, those of a source times the term's relative rate there over the whole
   * window: among so many of them a term is as frequent on one day as on another, whichever sources
   * print on it.
   */
  double[] exposures(Term term) {
    long[] seen = new long[sources.length];
    for (int d = 0; d < days.length; d++) {
      for (int i = 0; i < term.sources[d].length; i++) {
        seen[term.sources[d][i]] += term.bySource[d][i];
      }
    }
    double share =
        (double) term.total() / Arrays.stream(volumes).flatMapToLong(Arrays::stream).sum();
    double[] exposures = new double[days.length];
    for (int s = 0; s < sources.length; s++) {
      double relative = relative(seen[s], share * Arrays.stream(volumes[s]).sum());
      for (int d = 0; d < days.length; d++) {
        exposures[d] += relative * volumes[s][d];
      }
    }
    return exposures;
  }

  int[] weekdays() {
    int[] weekdays = new int[days.length];
    for (int i = 0; i < days.length; i++) {
      weekdays[i] = days[i].getDayOfWeek().getValue() - 1;
    }
    return weekdays;
  }

  /**
   * A term's stories by day.
   *
   * @param stories of all sources
   * @param sources for each day the places of the sources that have any
   * @param bySource the stories of each of these
   * @param weights of these stories
   */
  record Term(
      String term,
      String surface,
      long[] stories,
      int[][] sources,
      long[][] bySource,
      double[][] weights) {
    long total() {
      return Arrays.stream(stories).sum();
    }
  }

  /** What a term's series gives. */
  interface Reader extends Serializable {
    List<Row> rows(Term term);
  }

  /** Reads each term's series out of {@code term_days}. */
  Dataset<Row> read(Inputs inputs, StructType type, Reader reader) {
    Dataset<Row> counted =
        inputs
            .table(TermDays.TABLE)
            .select(
                col("term"),
                col("surface"),
                col("published_on"),
                col("stories"),
                col("by_source.source"),
                col("by_source.stories"),
                col("by_source.weight"));
    return Scale.together(counted, col("term"))
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
    Term term =
        new Term(
            first.getString(0),
            first.getString(1),
            new long[days.length],
            new int[days.length][0],
            new long[days.length][0],
            new double[days.length][0]);
    while (rows.hasNext()) {
      Row row = rows.next();
      int day = Arrays.binarySearch(days, row.getLocalDate(2));
      List<String> names = row.getList(4);
      List<Long> counts = row.getList(5);
      List<Double> weights = row.getList(6);
      term.stories[day] = row.getLong(3);
      term.sources[day] = new int[names.size()];
      term.bySource[day] = new long[names.size()];
      term.weights[day] = new double[names.size()];
      for (int i = 0; i < names.size(); i++) {
        term.sources[day][i] = Arrays.binarySearch(sources, names.get(i));
        term.bySource[day][i] = counts.get(i);
        term.weights[day][i] = weights.get(i);
      }
    }
    return term;
  }
}

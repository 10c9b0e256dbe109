package org.marsad.term;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * The days in a row in which a term stands in so many stories that twice its share in the window
 * explains them better than that share itself, by more than a factor of the window's days: see
 * {@link Kleinberg}. On one day that takes about one and a half times the share, not twice.
 *
 * <p>Reads {@code term_days} and {@code articles}, writes {@code term_bursts}. A batch is a day, a
 * document a story, those of each source counted by how frequent the term is there ({@link
 * Series#exposures}): a source that is in the window on some days alone gives its words hardly any.
 * G² compares the days of the burst with all others: it ranks bursts by how much they stand out,
 * where the weight grows with how frequent a term is. Nothing bounds how many are chance: of so
 * many terms some always are, and {@code term_trends} tells which rises are none. Try {@code
 * ./marsad sql "SELECT surface, started_on, ended_on FROM term_bursts ORDER BY g2 DESC LIMIT 20"}.
 */
public final class TermBursts implements Analysis {
  /** A burst of fewer stories is none. */
  static final int LEAST_STORIES = 3;

  static final Field STARTED_ON = required("started_on", DateType, "First day of the burst");

  public static final Table TABLE =
      new Table(
          "term_bursts",
          "One row per burst of a term: days in a row that twice its share of the window's stories"
              + " explains better than that share itself, which takes about one and a half times.",
          List.of(TERM, STARTED_ON),
          List.of(
              TERM,
              SURFACE,
              STARTED_ON,
              required("ended_on", DateType, "Last day of the burst"),
              required("burst_stories", LongType, "Stories with the term in these days"),
              required(
                  "burst_weight",
                  DoubleType,
                  "Weight: what the burst state saves in these days, natural logarithm of a"
                      + " likelihood ratio (Kleinberg 2003, section 4)"),
              Collocations.G2));

  @Override
  public List<Table> reads() {
    return List.of(TermDays.TABLE, ArticleTable.ARTICLES);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Series series = Series.of(inputs);
    return Map.of(TABLE, series.read(inputs, TABLE.schema(), term -> bursts(term, series)));
  }

  private static List<Row> bursts(Series.Term term, Series series) {
    List<Row> rows = new ArrayList<>();
    if (term.total() < LEAST_STORIES) {
      return rows;
    }
    double[] exposures = series.exposures(term);
    double window = Arrays.stream(exposures).sum();
    for (Kleinberg.Burst burst : Kleinberg.bursts(term.stories(), exposures)) {
      int end = burst.last() + 1;
      long stories = Arrays.stream(term.stories(), burst.first(), end).sum();
      if (stories >= LEAST_STORIES) {
        rows.add(
            RowFactory.create(
                term.term(),
                term.surface(),
                series.days()[burst.first()],
                series.days()[burst.last()],
                stories,
                burst.weight(),
                Association.g2(
                    stories,
                    term.total(),
                    Math.max(stories, Arrays.stream(exposures, burst.first(), end).sum()),
                    window)));
      }
    }
    return rows;
  }
}

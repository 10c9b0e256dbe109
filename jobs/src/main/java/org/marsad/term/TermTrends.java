package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Which terms stand in more stories today than their own past lets expect.
 *
 * <p>Reads {@code term_days} and {@code articles}, writes {@code term_trends}. {@link TrendModel}
 * tells what is expected, and how likely as many stories or more were. The q-value is the share of
 * false ones among all of the day with a p-value as small (Y. Benjamini, Y. Hochberg, "Controlling
 * the false discovery rate", 1995), over all terms of the window: those with fewer than two stories
 * count as not risen. The score ranks the day: in it a story counts {@code log2(1 + occurrences)},
 * so that what stories are about outweighs what they mention. So the score has no scale of its own:
 * nine stories where a long and even past lets expect four score 2.1 if each has the term once and
 * 3.7 if each has it seven times. The first day has no past and no rows, a source's first day does
 * not count. Try {@code ./marsad sql "SELECT * FROM term_trends WHERE q_value <= 0.05 ORDER BY
 * published_on, rank"}.
 */
public final class TermTrends implements Analysis {
  /** Fewer stories than this in a day say nothing. */
  static final int LEAST_STORIES = 2;

  /** Log-likelihoods are summed as whole numbers of these parts, whatever their order. */
  private static final double PARTS = 1e6;

  static final Field OBSERVED =
      required(
          "observed",
          LongType,
          "Stories with the term on that day in sources that were in the window before");
  static final Field EXPECTED =
      required(
          "expected",
          DoubleType,
          "Stories expected of these sources from the term's own past in each of them");
  static final Field SCORE =
      required(
          "score",
          DoubleType,
          "Signed root of the negative binomial deviance, where a story counts by its weight: ranks"
              + " the day's terms, what stories are about first; q_value tells what may be chance");
  static final Field P_VALUE =
      required("p_value", DoubleType, "Probability of as many stories or more, negative binomial");
  static final Field Q_VALUE =
      required(
          "q_value",
          DoubleType,
          "Expected share of false ones among the day's terms with a p-value as small (Benjamini,"
              + " Hochberg 1995); report up to 0.05");
  static final Field RANK = required("rank", IntegerType, "Place in the day, 1 rises most");

  public static final Table TABLE =
      new Table(
          "term_trends",
          "One row per day and term with at least two stories in sources that were in the window"
              + " before, from its second day on.",
          List.of(PUBLISHED_ON, RANK),
          List.of(PUBLISHED_ON, TERM, SURFACE, OBSERVED, EXPECTED, SCORE, RANK, P_VALUE, Q_VALUE));

  private static final StructType SCORED =
      new StructType()
          .add(PUBLISHED_ON.name(), PUBLISHED_ON.type())
          .add("term", TERM.type())
          .add("surface", TERM.type())
          .add("observed", LongType)
          .add("expected", DoubleType)
          .add("score", DoubleType)
          .add("p_value", DoubleType);
  private static final StructType LIKELIHOOD =
      new StructType().add("key", IntegerType).add("parts", LongType);

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
    Prior prior = prior(inputs, series);
    TrendModel model = new TrendModel(series, prior.means());
    Dataset<Row> scored = series.read(inputs, SCORED, term -> scored(term, model, series));
    WindowSpec day = Window.partitionBy("published_on");
    Dataset<Row> ranked =
        scored
            .withColumn("rank", row_number().over(day.orderBy(col("score").desc(), col("term"))))
            .withColumn("smaller", count(lit(1)).over(day.orderBy("p_value")))
            .withColumn("q", col("p_value").multiply(prior.terms()).divide(col("smaller")))
            .withColumn(
                "q_value", least(lit(1.0), min("q").over(day.orderBy(col("p_value").desc()))));
    return Map.of(TABLE, ranked);
  }

  /**
   * What the window's terms are like.
   *
   * @param terms how many there are
   * @param means for each class of frequency the mean log-likelihood of its terms under each φ
   */
  private record Prior(long terms, double[][] means) {}

  private static Prior prior(Inputs inputs, Series series) {
    TrendModel model = TrendModel.learning(series);
    int grid = TrendModel.GRID.length;
    double[][] means = new double[TrendModel.CLASSES][grid];
    long terms = 0;
    for (Row r :
        series
            .read(inputs, LIKELIHOOD, term -> likelihood(term, model))
            .groupBy("key")
            .agg(sum("parts"), count(lit(1)))
            .collectAsList()) {
      int key = r.getInt(0);
      means[key / grid][key % grid] = r.getLong(1) / PARTS / r.getLong(2);
      terms += key % grid == 0 ? r.getLong(2) : 0;
    }
    return new Prior(terms, means);
  }

  private static List<Row> likelihood(Series.Term term, TrendModel model) {
    double[] sums = model.likelihood(term);
    int first = TrendModel.classOf(term.total()) * sums.length;
    List<Row> rows = new ArrayList<>(sums.length);
    for (int g = 0; g < sums.length; g++) {
      rows.add(RowFactory.create(first + g, Math.round(sums[g] * PARTS)));
    }
    return rows;
  }

  private static List<Row> scored(Series.Term term, TrendModel model, Series series) {
    List<Row> rows = new ArrayList<>();
    for (TrendModel.Day d : model.days(term, LEAST_STORIES)) {
      rows.add(
          RowFactory.create(
              series.days()[d.day()],
              term.term(),
              term.surface(),
              d.observed(),
              d.expected(),
              d.score(),
              d.p()));
    }
    return rows;
  }
}

package org.marsad.term;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Which terms stand in more stories today than their own past lets expect.
 *
 * <p>Reads {@code article_terms}, {@code terms} and {@code articles}, writes {@code term_trends}.
 * What is expected is the term's rate over all earlier days of the window, with one story added so
 * that a new word has one too, times the day's stories. The score is the signed root of the Poisson
 * deviance, {@code sign(o - e) · √(2 (o ln(o/e) - (o - e)))}: about a standard normal where nothing
 * happened (P. McCullagh, J. Nelder, "Generalized Linear Models", 1989, 2.4). In it a story counts
 * {@code log2(1 + occurrences)}, so that what stories are about outweighs what they mention. The
 * first day has no past and no rows. Try {@code ./marsad sql "SELECT * FROM term_trends WHERE rank
 * <= 5"}.
 */
public final class TermTrends implements Analysis {
  /** Fewer stories than this in a day say nothing. */
  static final int LEAST_STORIES = 2;

  private static final double PRIOR = 1;

  static final Field OBSERVED =
      required("observed", LongType, "Stories with the term on that day, all sources");
  static final Field EXPECTED =
      required("expected", DoubleType, "Stories expected from the term's own past");
  static final Field SCORE =
      required(
          "score",
          DoubleType,
          "Signed root of the Poisson deviance of the weighted stories; above 3 is striking");
  static final Field RANK = required("rank", IntegerType, "Place in the day, 1 rises most");

  public static final Table TABLE =
      new Table(
          "term_trends",
          "One row per day and term with at least two stories, from the window's second day on.",
          List.of(PUBLISHED_ON, RANK),
          List.of(PUBLISHED_ON, TERM, SURFACE, OBSERVED, EXPECTED, SCORE, RANK));

  @Override
  public List<Table> reads() {
    return List.of(ArticleTerms.TABLE, Terms.TABLE, ArticleTable.ARTICLES);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> terms = inputs.table(ArticleTerms.TABLE);
    Dataset<Row> days =
        inputs
            .table(ArticleTable.ARTICLES)
            .groupBy("published_on")
            .agg(countDistinct("story_id").as("volume"))
            .withColumn("past_volume", before(Window.orderBy("published_on"), col("volume")));
    WindowSpec past = Window.partitionBy("term").orderBy("published_on");
    Dataset<Row> observed =
        terms
            .groupBy("term", "published_on", "story_id")
            .agg(max("occurrences").as("occurrences"))
            .groupBy("term", "published_on")
            .agg(count(lit(1)).as("observed"), sum(log2(col("occurrences").plus(1))).as("weight"))
            .withColumn("past", before(past, col("observed")))
            .withColumn("past_weight", before(past, col("weight")))
            .where(col("observed").geq(LEAST_STORIES));
    Dataset<Row> scored =
        observed
            .join(days, "published_on")
            .where(col("past_volume").gt(0))
            .withColumn("expected", expected(col("past")))
            .withColumn("score", deviance(col("weight"), expected(col("past_weight"))))
            .withColumn(
                "rank",
                row_number()
                    .over(
                        Window.partitionBy("published_on")
                            .orderBy(col("score").desc(), col("term"))));
    return Map.of(TABLE, scored.join(Terms.surfaces(inputs), "term"));
  }

  /** The past rate times the day's stories. */
  private static Column expected(Column past) {
    return col("volume").multiply(past.plus(PRIOR)).divide(col("past_volume").plus(PRIOR));
  }

  private static Column before(org.apache.spark.sql.expressions.WindowSpec order, Column value) {
    Column sum = sum(value).over(order.rowsBetween(Window.unboundedPreceding(), -1));
    return coalesce(sum, lit(0L));
  }

  private static Column deviance(Column observed, Column expected) {
    Column half = observed.multiply(log(observed.divide(expected))).minus(observed.minus(expected));
    return signum(observed.minus(expected)).multiply(sqrt(greatest(half.multiply(2), lit(0.0))));
  }
}

package org.marsad.entity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Erf;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;
import org.marsad.term.Association;

/**
 * Who stands with whom: pairs of entities named in one sentence, paragraph or article.
 *
 * <p>Reads {@code entity_mentions}, writes {@code entity_cooccurrence}. A unit is a sentence,
 * paragraph or article in which any entity is named; a headline is a sentence and a paragraph of
 * its own. Pairs are made within an article and reduced, never by a self-join. Try {@code ./marsad
 * sql "SELECT * FROM entity_cooccurrence WHERE level = 'sentence' ORDER BY g2 DESC LIMIT 20"}.
 */
public final class EntityCooccurrence implements Analysis {
  /** Significance at which the disparity filter keeps a link. */
  static final double BACKBONE_ALPHA = 0.05;

  static final Field LEVEL = required("level", StringType, "sentence, paragraph or article");
  static final Field ENTITY_A = required("entity_a", StringType, "The smaller entity id");
  static final Field ENTITY_B = required("entity_b", StringType, "The larger entity id");
  static final Field TOGETHER = required("together", LongType, "Units that name both");
  static final Field STORIES = required("stories", LongType, "Stories with such a unit");
  static final Field BACKBONE =
      required(
          "backbone",
          BooleanType,
          "Whether the link stands out among either one's links (disparity filter at 0.05,"
              + " Serrano, Boguñá, Vespignani 2009)");

  public static final Table TABLE =
      new Table(
          "entity_cooccurrence",
          "One row per level and pair of entities named together, entity_a < entity_b.",
          List.of(LEVEL, ENTITY_A, ENTITY_B),
          List.of(
              LEVEL,
              ENTITY_A,
              ENTITY_B,
              TOGETHER,
              required("units_a", LongType, "Units that name entity_a"),
              required("units_b", LongType, "Units that name entity_b"),
              required("units", LongType, "Units of this level that name any entity"),
              STORIES,
              required("sources", LongType, "Sources with such a unit"),
              required("pmi", DoubleType, "Pointwise mutual information, bits"),
              required("npmi", DoubleType, "Normalised PMI, -1 to 1 (Bouma 2009)"),
              required("g2", DoubleType, "Log-likelihood ratio (Dunning 1993)"),
              required(
                  "p_adjusted",
                  DoubleType,
                  "p-value of g2 (chi-squared, one degree of freedom), adjusted for the number of"
                      + " pairs of the level (Benjamini, Hochberg 1995)"),
              required("dice", DoubleType, "Dice coefficient, 0 to 1"),
              required("jaccard", DoubleType, "Jaccard index, 0 to 1"),
              required("first_seen", DateType, "First day together in the window"),
              required("last_seen", DateType, "Last day together in the window"),
              BACKBONE,
              required(
                  "evidence",
                  createArrayType(StringType),
                  "Ids of the first five articles with both")));

  @Override
  public List<Table> reads() {
    return List.of(EntityMentions.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> articles =
        inputs
            .table(EntityMentions.TABLE)
            .groupBy("article_id", "story_id", "source", "published_on")
            .agg(
                functions
                    .collect_list(
                        functions.struct(
                            col("field"), col("paragraph"), col("sentence"), col("entity_id")))
                    .as("mentions"));
    Dataset<Row> units =
        articles
            .flatMap(
                (FlatMapFunction<Row, Row>) a -> PairCounter.units(a).iterator(),
                Encoders.row(PairCounter.UNITS))
            .groupBy("level", "entity_id")
            .agg(sum("n").as("n"));
    Dataset<Row> pairs =
        articles
            .flatMap(
                (FlatMapFunction<Row, Row>) a -> PairCounter.pairs(a).iterator(),
                Encoders.row(PairCounter.PAIRS))
            .repartition(col("level"), col("entity_a"), col("entity_b"))
            .sortWithinPartitions("level", "entity_a", "entity_b", "published_on", "article_id")
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) PairReducer::new,
                Encoders.row(PairReducer.REDUCED));
    Dataset<Row> measured = adjusted(measured(pairs, units));
    return Map.of(TABLE, backbone(measured));
  }

  private static Dataset<Row> measured(Dataset<Row> pairs, Dataset<Row> units) {
    Dataset<Row> of = units.where(col("entity_id").notEqual(PairCounter.ANY));
    Dataset<Row> all =
        units
            .where(col("entity_id").equalTo(PairCounter.ANY))
            .select(col("level"), col("n").as("units"));
    Column[] counts = {col("together"), col("units_a"), col("units_b"), col("units")};
    return pairs
        .join(of.toDF("level", "entity_a", "units_a"), columns("level", "entity_a"))
        .join(of.toDF("level", "entity_b", "units_b"), columns("level", "entity_b"))
        .join(functions.broadcast(all), "level")
        .withColumn("pmi", measure(Association::pmi).apply(counts))
        .withColumn("npmi", measure(Association::npmi).apply(counts))
        .withColumn("g2", measure(Association::g2).apply(counts))
        .withColumn("dice", measure((t, a, b, n) -> Association.dice(t, a, b)).apply(counts))
        .withColumn("jaccard", measure((t, a, b, n) -> Association.jaccard(t, a, b)).apply(counts))
        .withColumn(
            "p", udf((UDF1<Double, Double>) EntityCooccurrence::p, DoubleType).apply(col("g2")));
  }

  /** Probability of a chi-squared value this large, one degree of freedom. */
  static double p(double g2) {
    return Erf.erfc(Math.sqrt(g2 / 2));
  }

  /**
   * Benjamini and Hochberg's step-up: the least of p·m/rank over all pairs with p at least as
   * large. Equal p-values are handled once, so that the sort is over distinct values only.
   */
  private static Dataset<Row> adjusted(Dataset<Row> pairs) {
    Dataset<Row> distinct =
        pairs
            .groupBy("level", "p")
            .agg(count(lit(1)).as("n"))
            .withColumn("rank", sum("n").over(Window.partitionBy("level").orderBy("p")))
            .withColumn("m", sum("n").over(Window.partitionBy("level")))
            .withColumn("q", col("p").multiply(col("m")).divide(col("rank")))
            .withColumn(
                "p_adjusted",
                least(
                    lit(1.0), min("q").over(Window.partitionBy("level").orderBy(col("p").desc()))))
            .select("level", "p", "p_adjusted");
    return pairs.join(distinct, columns("level", "p"));
  }

  private static Dataset<Row> backbone(Dataset<Row> pairs) {
    Dataset<Row> nodes =
        pairs
            .select(
                col("level"),
                explode(array(col("entity_a"), col("entity_b"))).as("entity_id"),
                col("together"))
            .groupBy("level", "entity_id")
            .agg(sum("together").as("strength"), count(lit(1)).as("degree"));
    return pairs
        .join(nodes.toDF("level", "entity_a", "s_a", "k_a"), columns("level", "entity_a"))
        .join(nodes.toDF("level", "entity_b", "s_b", "k_b"), columns("level", "entity_b"))
        .withColumn(
            "backbone", least(chance("s_a", "k_a"), chance("s_b", "k_b")).lt(BACKBONE_ALPHA));
  }

  /** Probability of a share of the strength this large if it fell on the links by chance. */
  private static Column chance(String strength, String degree) {
    return pow(lit(1.0).minus(col("together").divide(col(strength))), col(degree).minus(1));
  }

  private interface Measure extends java.io.Serializable {
    double of(double together, double a, double b, double n);
  }

  private static UserDefinedFunction measure(Measure measure) {
    return udf(
        (UDF4<Long, Long, Long, Long, Double>) (t, a, b, n) -> measure.of(t, a, b, n), DoubleType);
  }

  private static String[] columns(String... names) {
    return names;
  }
}

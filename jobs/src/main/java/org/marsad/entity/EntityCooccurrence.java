package org.marsad.entity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.table.Field.required;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Who stands with whom: pairs of entities named in one sentence, paragraph or article.
 *
 * <p>Reads {@code entity_mentions}, writes {@code entity_cooccurrence} and {@code
 * entity_cooccurrence_daily}. A unit is a sentence, paragraph or article in which any entity is
 * named; a headline is a sentence and a paragraph of its own. Pairs are made within an article and
 * reduced, never by a self-join. Try {@code ./marsad sql "SELECT * FROM entity_cooccurrence WHERE
 * level = 'sentence' ORDER BY g2 DESC LIMIT 20"}.
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
          List.of(ENTITY_A, ENTITY_B, LEVEL),
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

  static final Table DAILY =
      new Table(
          "entity_cooccurrence_daily",
          "One row per day, level and pair; together and articles add up to the window's.",
          List.of(PUBLISHED_ON, ENTITY_A, ENTITY_B, LEVEL),
          List.of(
              PUBLISHED_ON,
              LEVEL,
              ENTITY_A,
              ENTITY_B,
              TOGETHER,
              required("articles", LongType, "Articles with such a unit"),
              STORIES,
              required("sources", LongType, "Sources with such a unit")));

  private static final StructType MEASURED =
      new StructType()
          .add("level", StringType)
          .add("entity_a", StringType)
          .add("entity_b", StringType)
          .add("together", LongType)
          .add("units_a", LongType)
          .add("units_b", LongType)
          .add("units", LongType)
          .add("stories", LongType)
          .add("sources", LongType)
          .add("pmi", DoubleType)
          .add("npmi", DoubleType)
          .add("g2", DoubleType)
          .add("p", DoubleType)
          .add("dice", DoubleType)
          .add("jaccard", DoubleType)
          .add("first_seen", DateType)
          .add("last_seen", DateType)
          .add("evidence", createArrayType(StringType));

  @Override
  public List<Table> reads() {
    return List.of(EntityMentions.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE, DAILY);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> grouped = NamedArticle.grouped(inputs.table(EntityMentions.TABLE));
    EntityUnits entities = EntityUnits.of(grouped);
    SparkSession spark = grouped.sparkSession();
    int parts = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    Dataset<Row> blocks =
        grouped
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) m -> new PairBlocks(m, entities, parts),
                Encoders.row(PairBlocks.BLOCK))
            .repartition(parts, col("part"));
    Dataset<Row> measured = rows(blocks, b -> new PairRows(b, entities).measured(), MEASURED);
    Dataset<Row> pValues =
        rows(blocks, b -> new PairRows(b, entities).pValues(), PairRows.P_VALUES);
    Dataset<Row> nodes = rows(blocks, b -> new PairRows(b, entities).nodes(), PairRows.NODES);
    return Map.of(
        TABLE, backbone(adjusted(measured, pValues), nodes),
        DAILY, rows(blocks, b -> new PairRows(b, entities).daily(), DAILY.schema()));
  }

  private static Dataset<Row> rows(
      Dataset<Row> blocks, MapPartitionsFunction<Row, Row> make, StructType schema) {
    return blocks.mapPartitions(make, Encoders.row(schema));
  }

  /**
   * Benjamini and Hochberg's step-up: the least of p·m/rank over all pairs with p at least as
   * large. Equal p-values are handled once, so that the sort is over distinct values only.
   */
  private static Dataset<Row> adjusted(Dataset<Row> pairs, Dataset<Row> pValues) {
    Dataset<Row> distinct =
        pValues
            .groupBy("level", "p")
            .agg(sum("n").as("n"))
            .withColumn("rank", sum("n").over(Window.partitionBy("level").orderBy("p")))
            .withColumn("m", sum("n").over(Window.partitionBy("level")))
            .withColumn("q", col("p").multiply(col("m")).divide(col("rank")))
            .withColumn(
                "p_adjusted",
                least(
                    lit(1.0), min("q").over(Window.partitionBy("level").orderBy(col("p").desc()))))
            .select("level", "p", "p_adjusted");
    return pairs.join(distinct, new String[] {"level", "p"});
  }

  private static Dataset<Row> backbone(Dataset<Row> pairs, Dataset<Row> nodesInParts) {
    Dataset<Row> nodes =
        nodesInParts
            .groupBy("level", "entity_id")
            .agg(sum("strength").as("strength"), sum("degree").as("degree"));
    return pairs
        .join(nodes.toDF("level", "entity_a", "s_a", "k_a"), new String[] {"level", "entity_a"})
        .join(nodes.toDF("level", "entity_b", "s_b", "k_b"), new String[] {"level", "entity_b"})
        .withColumn(
            "backbone", least(chance("s_a", "k_a"), chance("s_b", "k_b")).lt(BACKBONE_ALPHA));
  }

  /** Probability of a share of the strength this large if it fell on the links by chance. */
  private static Column chance(String strength, String degree) {
    return pow(lit(1.0).minus(col("together").divide(col(strength))), col(degree).minus(1));
  }
}

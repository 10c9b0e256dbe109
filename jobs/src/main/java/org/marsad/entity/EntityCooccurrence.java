package org.marsad.entity;

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
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Who stands with whom: pairs of entities named in one sentence, paragraph or article.
 *
 * <p>Reads {@code entity_mentions} and {@code own_names}, writes {@code entity_cooccurrence} and
 * {@code entity_cooccurrence_daily}. A unit is a sentence, paragraph or article in which any entity
 * is named; a headline is a sentence and a paragraph of its own. What a source's pages carry beside
 * the news (see {@link OwnNames}) stands with everything there, and is left out; so are given names
 * alone. Pairs are made within an article and reduced, never by a self-join. Try {@code ./marsad
 * sql "SELECT * FROM entity_cooccurrence WHERE level = 'sentence' ORDER BY g2 DESC LIMIT 20"}.
 */
public final class EntityCooccurrence implements Analysis {
  /** Significance at which the disparity filter keeps a link. */
  static final double BACKBONE_ALPHA = 0.05;

  /** Pairs of a task, each article's apart: some hundred megabytes. */
  private static final long MOST_PAIRS = 4_000_000;

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
          "One row per level and pair of entities named together, entity_a < entity_b. A source's own"
              + " name is not counted in its own articles.",
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

  @Override
  public List<Table> reads() {
    return List.of(EntityMentions.TABLE, OwnNames.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE, DAILY);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> mentions =
        OwnNames.without(
            EntityMentions.ofEntities(inputs.table(EntityMentions.TABLE)),
            inputs.table(OwnNames.TABLE));
    SparkSession spark = mentions.sparkSession();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    // Both tables and the totals read one shuffle, which RDDs keep and Datasets would repeat.
    JavaRDD<Row> grouped = NamedArticle.grouped(mentions).javaRDD();
    Broadcast<EntityUnits> entities = context.broadcast(EntityUnits.of(grouped));
    int parts = parts(spark, entities.value());
    JavaRDD<byte[]> blocks =
        grouped
            .mapPartitionsToPair(m -> new PairBlocks(m, entities.value(), parts))
            .partitionBy(new HashPartitioner(parts))
            .values();
    PairTotals found =
        blocks
            .mapPartitions(b -> List.of(PairTotals.of(b, entities.value())).iterator())
            .treeReduce(PairTotals::plus);
    Broadcast<PairTotals> totals = context.broadcast(found);
    Broadcast<List<PairTotals.Adjusted>> adjusted = context.broadcast(found.adjusted());
    Dataset<byte[]> packed = spark.createDataset(blocks.rdd(), Encoders.BINARY());
    Dataset<Row> inAll =
        packed.mapPartitions(
            (MapPartitionsFunction<byte[], Row>)
                b -> new PairRows(b, entities.value()).inAll(totals.value(), adjusted.value()),
            Encoders.row(TABLE.schema()));
    Dataset<Row> daily =
        packed.mapPartitions(
            (MapPartitionsFunction<byte[], Row>) b -> new PairRows(b, entities.value()).daily(),
            Encoders.row(DAILY.schema()));
    return Map.of(TABLE, inAll, DAILY, daily);
  }

  /** As many as the session shuffles into, and more where one's pairs would not fit a task. */
  private static int parts(SparkSession spark, EntityUnits entities) {
    int usual = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    return (int) Math.max(usual, entities.pairs() / MOST_PAIRS);
  }
}

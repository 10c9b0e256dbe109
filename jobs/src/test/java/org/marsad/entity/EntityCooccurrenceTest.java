package org.marsad.entity;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Table;
import org.marsad.term.Association;

class EntityCooccurrenceTest {
  private static final double EXACT = 1e-12;

  @Test
  void everyMeasureEqualsABruteForceComputationOverThePublishedMentions() {
    List<Row> mentions = Warehouses.table(Warehouses.sample(), "entity_mentions").collectAsList();
    List<Row> pairs = Warehouses.table(Warehouses.sample(), "entity_cooccurrence").collectAsList();
    Map<String, CooccurrenceBruteForce.Counts> expected = CooccurrenceBruteForce.of(mentions);
    assertTrue(pairs.size() > 500, "pairs " + pairs.size());
    assertEquals(expected.size(), pairs.size());
    for (Row pair : pairs) {
      CooccurrenceBruteForce.Counts c = expected.get(key(pair));
      assertEquals(
          c,
          new CooccurrenceBruteForce.Counts(
              pair.<Long>getAs("together"),
              pair.<Long>getAs("units_a"),
              pair.<Long>getAs("units_b"),
              pair.<Long>getAs("units"),
              (int) (long) pair.<Long>getAs("stories"),
              (int) (long) pair.<Long>getAs("sources")),
          key(pair));
      assertEquals(
          Association.g2(c.together(), c.a(), c.b(), c.units()), pair.<Double>getAs("g2"), EXACT);
      assertEquals(
          Association.npmi(c.together(), c.a(), c.b(), c.units()),
          pair.<Double>getAs("npmi"),
          EXACT);
      assertEquals(
          c.together() / (double) (c.a() + c.b() - c.together()),
          pair.<Double>getAs("jaccard"),
          EXACT);
    }
  }

  @Test
  void adjustedValuesAreThoseOfTheTextbook() {
    Map<String, List<Row>> levels = new TreeMap<>();
    for (Row pair : Warehouses.table(Warehouses.sample(), "entity_cooccurrence").collectAsList()) {
      levels.computeIfAbsent(pair.getAs("level"), l -> new ArrayList<>()).add(pair);
    }
    assertEquals(3, levels.size());
    levels.forEach(
        (level, pairs) -> {
          double[] p = pairs.stream().mapToDouble(r -> PairTotals.p(r.getAs("g2"))).toArray();
          double[] adjusted = CooccurrenceBruteForce.adjust(p);
          for (int i = 0; i < p.length; i++) {
            assertEquals(adjusted[i], pairs.get(i).<Double>getAs("p_adjusted"), 1e-9, level);
          }
        });
  }

  @Test
  void theBackboneIsTheDisparityFilters() {
    Map<String, long[]> nodes = new HashMap<>();
    List<Row> pairs =
        Warehouses.table(Warehouses.sample(), "entity_cooccurrence")
            .where("level = 'article'")
            .collectAsList();
    for (Row pair : pairs) {
      for (String side : List.of("entity_a", "entity_b")) {
        long[] node = nodes.computeIfAbsent(pair.getAs(side), n -> new long[2]);
        node[0] += pair.<Long>getAs("together");
        node[1]++;
      }
    }
    for (Row pair : pairs) {
      double least = 1;
      for (String side : List.of("entity_a", "entity_b")) {
        long[] node = nodes.get(pair.<String>getAs(side));
        double share = pair.<Long>getAs("together") / (double) node[0];
        least = Math.min(least, Math.pow(1 - share, node[1] - 1.0));
      }
      assertEquals(
          least < EntityCooccurrence.BACKBONE_ALPHA, pair.<Boolean>getAs("backbone"), key(pair));
    }
  }

  @Test
  void noMatterHowManyPartsTheRowsAreTheSame() {
    Dataset<Row> mentions = Warehouses.table(Warehouses.sample(), "entity_mentions");
    Set<String> one = rows(mentions.coalesce(1), "1");
    assertTrue(one.size() > 1000, "rows " + one.size());
    assertEquals(one, rows(mentions.repartition(5, col("sentence")), "7"));
  }

  private static Set<String> rows(Dataset<Row> mentions, String partitions) {
    RuntimeConfig conf = mentions.sparkSession().conf();
    String before = conf.get("spark.sql.shuffle.partitions");
    conf.set("spark.sql.shuffle.partitions", partitions);
    try {
      Set<String> rows = new TreeSet<>();
      pairs(mentions, Warehouses.table(Warehouses.sample(), "own_names"))
          .values()
          .forEach(t -> t.toJSON().collectAsList().forEach(rows::add));
      return rows;
    } finally {
      conf.set("spark.sql.shuffle.partitions", before);
    }
  }

  private static Map<Table, Dataset<Row>> pairs(Dataset<Row> mentions, Dataset<Row> own) {
    Map<Table, Dataset<Row>> tables = Map.of(EntityMentions.TABLE, mentions, OwnNames.TABLE, own);
    return new EntityCooccurrence().run(new Inputs(tables, Map.of(), Parameters.defaults()));
  }

  @Test
  void whatASourceCallsItselfAndAGivenNameAloneStandWithNobody() {
    List<Row> mentions = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (String source : List.of("a", "b")) {
        String id = source + i;
        boolean elsewhere = source.equals("b") && i == 0;
        if (source.equals("a") || elsewhere) {
          mentions.add(named(id, source, "paper-a", "ORGANIZATION", "name"));
        }
        mentions.add(named(id, source, "minister", "PERSON", "name"));
        mentions.add(named(id, source, "u-muhammad", "PERSON", "given_name"));
      }
    }
    SparkSession spark = SparkFixture.spark();
    List<Row> pairs =
        pairs(
                spark.createDataFrame(mentions, StructType.fromDDL(NAMED)),
                spark.createDataFrame(
                    List.of(RowFactory.create("a", DAY, "paper-a")),
                    StructType.fromDDL("source string, published_on date, entity_id string")))
            .get(EntityCooccurrence.TABLE)
            .where("level = 'article'")
            .selectExpr("entity_a", "entity_b", "together", "evidence[0]")
            .collectAsList();
    assertEquals("[[minister,paper-a,1,b0]]", pairs.toString());
  }

  private static final LocalDate DAY = LocalDate.of(2015, 8, 1);

  private static final String NAMED =
      "article_id string, story_id string, source string, published_on date, field string,"
          + " paragraph int, sentence int, entity_id string, type string, rule string";

  private static Row named(String id, String source, String entity, String type, String rule) {
    return RowFactory.create(id, id, source, DAY, "body", 0, 0, entity, type, rule);
  }

  @Test
  void theChiSquaredTailIsThatOfTheTables() {
    assertEquals(0.05, PairTotals.p(3.841459), 1e-6);
    assertEquals(0.001, PairTotals.p(10.827566), 1e-8);
  }

  @Test
  void anEntityNeverStandsWithItselfAndTheSmallerIdIsFirst() {
    long wrong =
        Warehouses.table(Warehouses.sample(), "entity_cooccurrence")
            .where("entity_a >= entity_b or together > least(units_a, units_b)")
            .count();
    assertEquals(0, wrong);
  }

  private static String key(Row pair) {
    return pair.getAs("level") + " " + pair.getAs("entity_a") + " " + pair.getAs("entity_b");
  }
}

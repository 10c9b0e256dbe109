package org.marsad.entity;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.entity.EntityMentions.ENTITY_ID;
import static org.marsad.table.Field.required;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * The network that co-occurrence in paragraphs makes of the entities.
 *
 * <p>Reads {@code entity_cooccurrence}, writes {@code entity_network}. Its links are the strongest
 * {@value #MOST_LINKS} pairs of the paragraph level that stand together more often than by chance
 * (adjusted p below 0.01); a link weighs its stories. PageRank after Brin and Page 1998, damping
 * 0.85; communities by label propagation (Raghavan, Albert, Kumara 2007). Try {@code ./marsad sql
 * "SELECT * FROM entity_network ORDER BY pagerank DESC LIMIT 20"}.
 */
public final class EntityNetwork implements Analysis {
  static final int MOST_LINKS = 5000;
  static final double SIGNIFICANT = 0.01;
  private static final int ROUNDS = 100;
  private static final long SEED = 1;
  private static final String LEVEL = "paragraph";

  static final Field DEGREE = required("degree", IntegerType, "Links");
  static final Field STRENGTH = required("strength", LongType, "Stories over all links");
  static final Field PAGERANK = required("pagerank", DoubleType, "PageRank; sums to 1");
  static final Field COMMUNITY =
      required("community", IntegerType, "Number of its community, 1 is the largest");

  public static final Table TABLE =
      new Table(
          "entity_network",
          "One row per entity with at least one link.",
          List.of(ENTITY_ID),
          List.of(ENTITY_ID, DEGREE, STRENGTH, PAGERANK, COMMUNITY));

  @Override
  public List<Table> reads() {
    return List.of(EntityCooccurrence.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  /** The pairs that are links of the network, strongest first, at most {@value #MOST_LINKS}. */
  public static Dataset<Row> links(Dataset<Row> cooccurrence) {
    return significant(cooccurrence)
        .where(col("level").equalTo(LEVEL))
        .orderBy(col("stories").desc(), col("g2").desc(), col("entity_a"), col("entity_b"))
        .limit(MOST_LINKS)
        .select("entity_a", "entity_b", "stories", "npmi", "first_seen", "last_seen");
  }

  /** The pairs of any level that stand together more often than by chance. */
  public static Dataset<Row> significant(Dataset<Row> cooccurrence) {
    return cooccurrence.where(col("p_adjusted").lt(SIGNIFICANT));
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> cooccurrence = inputs.table(EntityCooccurrence.TABLE);
    List<Row> nodes = nodes(graph(links(cooccurrence).collectAsList()));
    return Map.of(TABLE, cooccurrence.sparkSession().createDataFrame(nodes, TABLE.schema()));
  }

  private static Graph<String, DefaultWeightedEdge> graph(List<Row> links) {
    Graph<String, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    TreeSet<String> entities = new TreeSet<>();
    links.forEach(
        link -> {
          entities.add(link.getString(0));
          entities.add(link.getString(1));
        });
    entities.forEach(graph::addVertex);
    for (Row link : links) {
      DefaultWeightedEdge edge = graph.addEdge(link.getString(0), link.getString(1));
      graph.setEdgeWeight(edge, link.getLong(2));
    }
    return graph;
  }

  private static List<Row> nodes(Graph<String, DefaultWeightedEdge> graph) {
    if (graph.vertexSet().isEmpty()) {
      return List.of();
    }
    Map<String, Double> rank = new PageRank<>(graph).getScores();
    Map<String, Integer> communities = communities(graph);
    List<Row> rows = new ArrayList<>();
    for (String entity : graph.vertexSet()) {
      Set<DefaultWeightedEdge> links = graph.edgesOf(entity);
      long strength = Math.round(links.stream().mapToDouble(graph::getEdgeWeight).sum());
      rows.add(
          RowFactory.create(
              entity, links.size(), strength, rank.get(entity), communities.get(entity)));
    }
    return rows;
  }

  private static Map<String, Integer> communities(Graph<String, DefaultWeightedEdge> graph) {
    List<TreeSet<String>> found = new ArrayList<>();
    new LabelPropagationClustering<>(graph, ROUNDS, new Random(SEED))
        .getClustering()
        .getClusters()
        .forEach(c -> found.add(new TreeSet<>(c)));
    found.sort(
        Comparator.comparing((TreeSet<String> c) -> -c.size()).thenComparing(TreeSet::first));
    Map<String, Integer> number = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      for (String entity : found.get(i)) {
        number.put(entity, i + 1);
      }
    }
    return number;
  }
}

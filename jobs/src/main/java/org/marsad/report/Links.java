package org.marsad.report;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityCooccurrence;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.EntityNetwork;
import org.marsad.table.Table;

/**
 * Who stands with whom: the strongest links of the network of each pair of types, with the passages
 * that they come from.
 *
 * @param a the smaller entity id
 * @param together paragraphs that name both
 */
record Links(
    String a,
    String b,
    long together,
    long stories,
    long sources,
    double npmi,
    List<Passage> evidence) {
  private static final int MOST_OF_A_KIND = 20;
  private static final int PASSAGES = 3;
  private static final String[] PAIR = {"entity_a", "entity_b"};

  /** A passage of an article that names both, as text and the places of the two names in it. */
  record Passage(String article, String text, int[] a, int[] b) {}

  static List<Links> of(Function<Table, Dataset<Row>> tables, Shelf shelf) {
    List<Row> links = strongest(tables).collectAsList();
    Map<List<String>, List<Passage>> evidence = evidence(tables, links);
    List<Links> found = new ArrayList<>();
    for (Row r : links) {
      List<Passage> passages =
          evidence.getOrDefault(List.of(r.getString(0), r.getString(1)), List.of());
      passages.forEach(p -> shelf.want(p.article()));
      found.add(
          new Links(
              r.getString(0),
              r.getString(1),
              r.getLong(2),
              r.getLong(3),
              r.getLong(4),
              r.getDouble(5),
              passages));
    }
    return found;
  }

  /** Every entity that the links join. */
  static Set<String> ends(List<Links> links) {
    Set<String> ends = new LinkedHashSet<>();
    links.forEach(
        link -> {
          ends.add(link.a());
          ends.add(link.b());
        });
    return ends;
  }

  private static Dataset<Row> strongest(Function<Table, Dataset<Row>> tables) {
    Dataset<Row> all = tables.apply(EntityCooccurrence.TABLE);
    Dataset<Row> types = tables.apply(Entities.TABLE).select("entity_id", "type");
    Column[] order = {
      col("stories").desc(), col("g2").desc(), col("entity_a").asc(), col("entity_b").asc()
    };
    return EntityNetwork.links(all)
        .select(PAIR[0], PAIR[1])
        .join(all.where(col("level").equalTo(EntityNetwork.LEVEL)), PAIR)
        .join(types.toDF("entity_a", "type_a"), "entity_a")
        .join(types.toDF("entity_b", "type_b"), "entity_b")
        .withColumn("kind", array_sort(array(col("type_a"), col("type_b"))))
        .withColumn("place", row_number().over(Window.partitionBy("kind").orderBy(order)))
        .where(col("place").leq(MOST_OF_A_KIND))
        .orderBy(order)
        .select("entity_a", "entity_b", "together", "stories", "sources", "npmi", "evidence");
  }

  private static Map<List<String>, List<Passage>> evidence(
      Function<Table, Dataset<Row>> tables, List<Row> links) {
    Map<List<String>, List<Passage>> passages = new HashMap<>();
    if (links.isEmpty()) {
      return passages;
    }
    for (Row r : passages(tables, links).collectAsList()) {
      Row cut = r.getStruct(3);
      passages
          .computeIfAbsent(List.of(r.getString(0), r.getString(1)), p -> new ArrayList<>())
          .add(
              new Passage(
                  r.getString(2),
                  cut.getString(0),
                  new int[] {cut.getInt(1), cut.getInt(2)},
                  new int[] {cut.getInt(3), cut.getInt(4)}));
    }
    return passages;
  }

  /** The closest mentions of both in each article of the evidence, within one paragraph. */
  private static Dataset<Row> passages(Function<Table, Dataset<Row>> tables, List<Row> links) {
    Dataset<Row> articles = tables.apply(ArticleTable.ARTICLES);
    List<Row> wanted = new ArrayList<>();
    for (Row link : links) {
      List<String> ids = link.getList(6);
      ids.forEach(id -> wanted.add(RowFactory.create(link.get(0), link.get(1), id)));
    }
    StructType shape =
        new StructType()
            .add("entity_a", DataTypes.StringType)
            .add("entity_b", DataTypes.StringType)
            .add("article_id", DataTypes.StringType);
    Dataset<Row> pairs = articles.sparkSession().createDataFrame(wanted, shape);
    Dataset<Row> a = side(tables, "a");
    Dataset<Row> b = side(tables, "b");
    Column near =
        when(col("sentence_a").equalTo(col("sentence_b")), 0)
            .otherwise(1_000_000)
            .plus(abs(col("start_a").minus(col("start_b"))));
    Column text = when(col("field").equalTo("title"), col("title")).otherwise(col("body"));
    return a.join(broadcast(pairs), new String[] {"article_id", "entity_a"})
        .join(b, new String[] {"article_id", "field", "paragraph", "entity_b"})
        .withColumn(
            "nearest",
            row_number()
                .over(
                    Window.partitionBy("entity_a", "entity_b", "article_id")
                        .orderBy(near, col("field"), col("start_a"), col("start_b"))))
        .where(col("nearest").equalTo(1))
        .join(
            articles.select("article_id", "story_id", "published_on", "title", "body"),
            "article_id")
        .withColumn(
            "in_story",
            row_number()
                .over(Window.partitionBy("entity_a", "entity_b", "story_id").orderBy("article_id")))
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("entity_a", "entity_b")
                        .orderBy(col("in_story"), col("published_on").desc(), col("article_id"))))
        .where(col("place").leq(PASSAGES))
        .orderBy("entity_a", "entity_b", "place")
        .select(
            col("entity_a"),
            col("entity_b"),
            col("article_id"),
            CUT.apply(text, col("start_a"), col("end_a"), col("start_b"), col("end_b")));
  }

  private static Dataset<Row> side(Function<Table, Dataset<Row>> tables, String side) {
    return tables
        .apply(EntityMentions.TABLE)
        .selectExpr(
            "article_id",
            "field",
            "paragraph",
            "sentence AS sentence_" + side,
            "start AS start_" + side,
            "end AS end_" + side,
            "entity_id AS entity_" + side);
  }

  private static final StructType PASSAGE =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("a_start", DataTypes.IntegerType)
          .add("a_end", DataTypes.IntegerType)
          .add("b_start", DataTypes.IntegerType)
          .add("b_end", DataTypes.IntegerType);

  private static final UserDefinedFunction CUT =
      udf(
          (UDF5<String, Integer, Integer, Integer, Integer, Row>)
              (text, a, aEnd, b, bEnd) -> {
                Snippet cut = Snippet.of(text, Math.min(a, b), Math.max(aEnd, bEnd));
                return RowFactory.create(
                    cut.text(), cut.at(a), cut.at(aEnd), cut.at(b), cut.at(bEnd));
              },
          PASSAGE);
}

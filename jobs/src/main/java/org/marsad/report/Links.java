package org.marsad.report;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.row_number;
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
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.entity.Entities;
import org.marsad.entity.EntityCooccurrence;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.EntityNetwork;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * Who stands with whom: on each level the strongest pairs of each two types that stand together
 * more often than by chance, without news agencies, with the passages that they come from.
 *
 * @param level article, paragraph or sentence
 * @param a the smaller entity id
 * @param place from 1, among the level's pairs of the same two types
 */
record Links(
    String level,
    String a,
    String b,
    int place,
    long stories,
    long sources,
    double npmi,
    List<Passage> evidence) {
  private static final int MOST_OF_A_KIND = 15;
  private static final int PASSAGES = 2;
  private static final int MOST_MENTIONS = 200;

  static List<Links> of(Function<Table, Dataset<Row>> tables, Shelf shelf) {
    List<Row> links = strongest(tables).collectAsList();
    Map<List<String>, List<Passage.Ask>> evidence = evidence(tables, links);
    return links.stream()
        .map(
            r ->
                new Links(
                    r.getString(0),
                    r.getString(1),
                    r.getString(2),
                    r.getInt(3),
                    r.getLong(4),
                    r.getLong(5),
                    r.getDouble(6),
                    shelf.cite(evidence.getOrDefault(pair(r), List.of()))))
        .toList();
  }

  private static List<String> pair(Row row) {
    return List.of(row.getString(0), row.getString(1), row.getString(2));
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
    Dataset<Row> types =
        Entities.withoutAgencies(tables.apply(Entities.TABLE)).select("entity_id", "type");
    Column[] order = {
      col("stories").desc(), col("g2").desc(), col("entity_a").asc(), col("entity_b").asc()
    };
    return EntityNetwork.significant(tables.apply(EntityCooccurrence.TABLE))
        .join(types.toDF("entity_a", "type_a"), "entity_a")
        .join(types.toDF("entity_b", "type_b"), "entity_b")
        .withColumn("kind", array_sort(array(col("type_a"), col("type_b"))))
        .withColumn("place", row_number().over(Window.partitionBy("level", "kind").orderBy(order)))
        .where(col("place").leq(MOST_OF_A_KIND))
        .orderBy(order)
        .select("level", "entity_a", "entity_b", "place", "stories", "sources", "npmi", "evidence");
  }

  private static Map<List<String>, List<Passage.Ask>> evidence(
      Function<Table, Dataset<Row>> tables, List<Row> links) {
    Map<List<String>, List<Passage.Ask>> asks = new HashMap<>();
    if (!links.isEmpty()) {
      for (Row r : passages(tables, links).collectAsList()) {
        asks.computeIfAbsent(pair(r), p -> new ArrayList<>())
            .add(Passage.Ask.at(r.getString(3), r.getList(4)));
      }
    }
    return asks;
  }

  /** The closest mentions of both in each article of the evidence, within one unit of the level. */
  private static Dataset<Row> passages(Function<Table, Dataset<Row>> tables, List<Row> links) {
    List<Row> wanted = new ArrayList<>();
    for (Row link : links) {
      List<String> ids = link.getList(7);
      ids.forEach(id -> wanted.add(RowFactory.create(link.get(0), link.get(1), link.get(2), id)));
    }
    StructType shape = new StructType();
    for (String name : List.of("level", "entity_a", "entity_b", "article_id")) {
      shape = shape.add(name, DataTypes.StringType);
    }
    Dataset<Row> mentions = tables.apply(EntityMentions.TABLE);
    Dataset<Row> pairs = mentions.sparkSession().createDataFrame(wanted, shape);
    Dataset<Row> first = side(mentions, pairs, "a");
    Dataset<Row> second = side(mentions, pairs, "b").drop("story_id", "published_on");
    Column sameField = col("field_a").equalTo(col("field_b"));
    Column sameSentence = sameField.and(col("sentence_a").equalTo(col("sentence_b")));
    Column sameUnit =
        when(col("level").equalTo("sentence"), sameSentence)
            .when(
                col("level").equalTo("paragraph"),
                sameField.and(col("paragraph_a").equalTo(col("paragraph_b"))))
            .otherwise(true);
    Column near =
        when(sameSentence, 0)
            .when(sameField, 1_000_000)
            .otherwise(2_000_000)
            .plus(abs(col("start_a").minus(col("start_b"))));
    return first
        .join(second, new String[] {"level", "entity_a", "entity_b", "article_id"})
        .where(sameUnit)
        .withColumn(
            "nearest",
            row_number()
                .over(
                    Window.partitionBy("level", "entity_a", "entity_b", "article_id")
                        .orderBy(
                            near, col("field_a"), col("start_a"), col("field_b"), col("start_b"))))
        .where(col("nearest").equalTo(1))
        .withColumn(
            "in_story",
            row_number()
                .over(
                    Window.partitionBy("level", "entity_a", "entity_b", "story_id")
                        .orderBy("article_id")))
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("level", "entity_a", "entity_b")
                        .orderBy(col("in_story"), col("published_on").desc(), col("article_id"))))
        .where(col("place").leq(PASSAGES))
        .orderBy("level", "entity_a", "entity_b", "place")
        .select(
            col("level"),
            col("entity_a"),
            col("entity_b"),
            col("article_id"),
            concat(place("a"), place("b")));
  }

  private static Column place(String side) {
    return Passage.place(col("field_" + side), col("start_" + side), col("end_" + side));
  }

  /** The mentions of one of each pair's names; of an article's no more than anybody would read. */
  private static Dataset<Row> side(Dataset<Row> mentions, Dataset<Row> pairs, String side) {
    List<Column> columns =
        new ArrayList<>(List.of(col("article_id"), col("story_id"), col("published_on")));
    columns.add(col("entity_id").as("entity_" + side));
    for (String name : List.of("field", "paragraph", "sentence", "start", "end")) {
      columns.add(col(name).as(name + "_" + side));
    }
    Column place =
        row_number()
            .over(
                Window.partitionBy("level", "entity_a", "entity_b", "article_id")
                    .orderBy("field_" + side, "start_" + side));
    return mentions
        .select(columns.toArray(Column[]::new))
        .join(Scale.small(pairs), new String[] {"article_id", "entity_" + side})
        .withColumn("mention_" + side, place)
        .where(col("mention_" + side).leq(MOST_MENTIONS));
  }
}

package org.marsad.entity;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Counts, within one article, the units that name an entity and those that name two. */
final class PairCounter {
  /** Stands for «any entity» among the counts of units. */
  static final String ANY = "";

  static final StructType UNITS =
      new StructType().add("level", StringType).add("entity_id", StringType).add("n", LongType);
  static final StructType PAIRS =
      new StructType()
          .add("level", StringType)
          .add("entity_a", StringType)
          .add("entity_b", StringType)
          .add("together", LongType)
          .add("published_on", DateType)
          .add("article_id", StringType)
          .add("story_id", StringType)
          .add("source", StringType);

  private static final List<String> LEVELS = List.of("sentence", "paragraph", "article");

  private PairCounter() {}

  private record Pair(String a, String b) {}

  /** An article as {@code article_id, story_id, source, published_on, mentions}. */
  static List<Row> units(Row article) {
    List<Row> rows = new ArrayList<>();
    for (String level : LEVELS) {
      Map<String, Long> counts = new TreeMap<>();
      for (TreeSet<String> unit : grouped(article, level)) {
        counts.merge(ANY, 1L, Long::sum);
        unit.forEach(entity -> counts.merge(entity, 1L, Long::sum));
      }
      counts.forEach((entity, n) -> rows.add(RowFactory.create(level, entity, n)));
    }
    return rows;
  }

  /** The same article's pairs, with what is needed to count stories, sources and days. */
  static List<Row> pairs(Row article) {
    List<Row> rows = new ArrayList<>();
    for (String level : LEVELS) {
      Map<Pair, Long> counts = new HashMap<>();
      for (TreeSet<String> unit : grouped(article, level)) {
        String[] entities = unit.toArray(String[]::new);
        for (int i = 0; i < entities.length; i++) {
          for (int j = i + 1; j < entities.length; j++) {
            counts.merge(new Pair(entities[i], entities[j]), 1L, Long::sum);
          }
        }
      }
      counts.forEach(
          (pair, n) ->
              rows.add(
                  RowFactory.create(
                      level,
                      pair.a(),
                      pair.b(),
                      n,
                      article.get(3),
                      article.get(0),
                      article.get(1),
                      article.get(2))));
    }
    return rows;
  }

  private static Iterable<TreeSet<String>> grouped(Row article, String level) {
    Map<String, TreeSet<String>> units = new HashMap<>();
    List<Row> mentions = article.getList(4);
    for (Row mention : mentions) {
      String unit =
          switch (level) {
            case "sentence" -> mention.getString(0) + mention.getInt(2);
            case "paragraph" -> mention.getString(0) + mention.getInt(1);
            default -> "";
          };
      units.computeIfAbsent(unit, u -> new TreeSet<>()).add(mention.getString(3));
    }
    return units.values();
  }
}

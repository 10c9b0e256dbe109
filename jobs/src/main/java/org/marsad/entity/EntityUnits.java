package org.marsad.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** How many units name each entity: as many numbers as there are entities. */
final class EntityUnits implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for «any entity». */
  private static final String ANY = "";

  private static final StructType COUNTS =
      new StructType()
          .add("entity_id", DataTypes.StringType)
          .add("sentence", DataTypes.LongType)
          .add("paragraph", DataTypes.LongType)
          .add("article", DataTypes.LongType);

  /** Entity ids in order; an entity's code is its place. The first is {@link #ANY}. */
  private final String[] ids;

  private final long[][] counts;

  private EntityUnits(List<Row> rows) {
    rows.sort((x, y) -> x.getString(0).compareTo(y.getString(0)));
    ids = rows.stream().map(r -> r.getString(0)).toArray(String[]::new);
    counts = new long[Level.ALL.size()][ids.length];
    for (int level = 0; level < counts.length; level++) {
      for (int i = 0; i < ids.length; i++) {
        counts[level][i] = rows.get(i).getLong(level + 1);
      }
    }
  }

  static EntityUnits of(Dataset<Row> grouped) {
    List<Row> rows =
        grouped
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) EntityUnits::count, Encoders.row(COUNTS))
            .groupBy("entity_id")
            .agg(
                functions.sum("sentence").as("sentence"),
                functions.sum("paragraph").as("paragraph"),
                functions.sum("article").as("article"))
            .collectAsList();
    return new EntityUnits(new ArrayList<>(rows));
  }

  private static Iterator<Row> count(Iterator<Row> rows) {
    Map<String, Integer> codes = new HashMap<>();
    List<long[]> counts = new ArrayList<>();
    code(ANY, codes, counts);
    Iterator<NamedArticle> articles = NamedArticle.iterate(rows, id -> code(id, codes, counts));
    while (articles.hasNext()) {
      NamedArticle article = articles.next();
      for (Level level : Level.ALL) {
        long[] keys = article.distinct(level);
        for (int i = 0; i < keys.length; i++) {
          counts.get((int) keys[i])[level.ordinal()]++;
          if (i == 0 || keys[i] >> 32 != keys[i - 1] >> 32) {
            counts.get(0)[level.ordinal()]++;
          }
        }
      }
    }
    return codes.entrySet().stream()
        .map(
            e -> {
              long[] n = counts.get(e.getValue());
              return RowFactory.create(e.getKey(), n[0], n[1], n[2]);
            })
        .iterator();
  }

  private static int code(String id, Map<String, Integer> codes, List<long[]> counts) {
    Integer known = codes.get(id);
    if (known != null) {
      return known;
    }
    codes.put(id, counts.size());
    counts.add(new long[Level.ALL.size()]);
    return counts.size() - 1;
  }

  int size() {
    return ids.length;
  }

  int code(String id) {
    return Arrays.binarySearch(ids, id);
  }

  String id(int code) {
    return ids[code];
  }

  /** Units of a level that name the entity. */
  long of(int level, int code) {
    return counts[level][code];
  }

  /** Units of a level that name any entity. */
  long any(int level) {
    return counts[level][0];
  }
}

package org.marsad.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.marsad.term.Association;

/** How many units name each entity: as many numbers as there are entities. */
final class EntityUnits implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for «any entity». */
  private static final String ANY = "";

  /** Behind the levels: pairs made, only for {@link #ANY}. */
  private static final int PAIRS = Level.ALL.size();

  /** Entity ids in order; an entity's code is its place. The first is {@link #ANY}. */
  private final String[] ids;

  private final long[][] counts;
  private final long pairs;

  /** Counts of some articles: a row of numbers for each id. */
  private record Some(String[] ids, long[][] counts) implements Serializable {}

  private EntityUnits(TreeMap<String, long[]> all) {
    ids = all.keySet().toArray(String[]::new);
    long[][] rows = all.values().toArray(long[][]::new);
    counts = new long[PAIRS][ids.length];
    for (int level = 0; level < PAIRS; level++) {
      for (int i = 0; i < ids.length; i++) {
        counts[level][i] = rows[i][level];
      }
    }
    pairs = rows.length == 0 ? 0 : rows[0][PAIRS];
  }

  /** Counts rows that {@link NamedArticle#grouped} made. */
  static EntityUnits of(JavaRDD<Row> grouped) {
    TreeMap<String, long[]> all = new TreeMap<>();
    for (Some some : grouped.mapPartitions(EntityUnits::count).collect()) {
      for (int i = 0; i < some.ids.length; i++) {
        all.merge(some.ids[i], some.counts[i], EntityUnits::sum);
      }
    }
    return new EntityUnits(all);
  }

  private static long[] sum(long[] x, long[] y) {
    long[] sum = new long[x.length];
    Arrays.setAll(sum, i -> x[i] + y[i]);
    return sum;
  }

  private static Iterator<Some> count(Iterator<Row> rows) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    List<long[]> counts = new ArrayList<>();
    code(ANY, codes, counts);
    Iterator<NamedArticle> articles = NamedArticle.iterate(rows, id -> code(id, codes, counts));
    while (articles.hasNext()) {
      add(articles.next(), counts);
    }
    Some some = new Some(codes.keySet().toArray(String[]::new), counts.toArray(long[][]::new));
    return List.of(some).iterator();
  }

  private static void add(NamedArticle article, List<long[]> counts) {
    long pairs = 0;
    for (Level level : Level.ALL) {
      long[] keys = article.distinct(level);
      int begin = 0;
      for (int i = 0; i < keys.length; i++) {
        counts.get((int) keys[i])[level.ordinal()]++;
        if (i == 0 || keys[i] >> 32 != keys[i - 1] >> 32) {
          counts.get(0)[level.ordinal()]++;
          begin = i;
        }
        pairs += i - begin;
      }
    }
    counts.get(0)[PAIRS] += pairs;
  }

  private static int code(String id, Map<String, Integer> codes, List<long[]> counts) {
    Integer known = codes.get(id);
    if (known != null) {
      return known;
    }
    codes.put(id, counts.size());
    counts.add(new long[PAIRS + 1]);
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

  /** Pairs over all units of all levels; those of a pair twice in an article are counted twice. */
  long pairs() {
    return pairs;
  }

  double g2(int level, int a, int b, long together) {
    return Association.g2(together, of(level, a), of(level, b), any(level));
  }
}

package org.marsad.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.term.Association;

/** The rows that a task makes of its pairs. */
final class PairRows {
  private static final int EVIDENCE = 5;

  /** How much each p-value occurs. */
  static final StructType P_VALUES =
      new StructType()
          .add("level", DataTypes.StringType)
          .add("p", DataTypes.DoubleType)
          .add("n", DataTypes.LongType);

  /** Each entity's strength (units over all its pairs) and degree (pairs). */
  static final StructType NODES =
      new StructType()
          .add("level", DataTypes.StringType)
          .add("entity_id", DataTypes.StringType)
          .add("strength", DataTypes.LongType)
          .add("degree", DataTypes.LongType);

  private final PairLists pairs;
  private final EntityUnits entities;
  private final int[] storySeen;
  private final int[] sourceSeen;
  private int stamp;

  PairRows(Iterator<Row> blocks, EntityUnits entities) {
    this.entities = entities;
    pairs = new PairLists(blocks);
    storySeen = new int[pairs.stories()];
    sourceSeen = new int[pairs.sources()];
  }

  private Stream<Integer> slots() {
    return IntStream.range(0, pairs.size()).boxed();
  }

  private long together(int slot) {
    long sum = 0;
    for (int r = pairs.first(slot); r >= 0; r = pairs.next(r)) {
      sum += pairs.together(r);
    }
    return sum;
  }

  private double g2(int slot, long together) {
    int level = pairs.level(slot);
    return Association.g2(
        together,
        entities.of(level, pairs.a(slot)),
        entities.of(level, pairs.b(slot)),
        entities.any(level));
  }

  /** Probability of a chi-squared value this large, one degree of freedom. */
  static double p(double g2) {
    return Erf.erfc(Math.sqrt(g2 / 2));
  }

  private static String label(int level) {
    return Level.ALL.get(level).label();
  }

  /** Rows of {@link EntityCooccurrence#TABLE} but for what needs all pairs; with {@code p}. */
  Iterator<Row> measured() {
    return slots().map(this::measured).iterator();
  }

  private Row measured(int slot) {
    int level = pairs.level(slot);
    long a = entities.of(level, pairs.a(slot));
    long b = entities.of(level, pairs.b(slot));
    long units = entities.any(level);
    Sums sums = sums(pairs.first(slot), false);
    double g2 = g2(slot, sums.together);
    return RowFactory.create(
        label(level),
        entities.id(pairs.a(slot)),
        entities.id(pairs.b(slot)),
        sums.together,
        a,
        b,
        units,
        sums.stories,
        sums.sources,
        Association.pmi(sums.together, a, b, units),
        Association.npmi(sums.together, a, b, units),
        g2,
        p(g2),
        Association.dice(sums.together, a, b),
        Association.jaccard(sums.together, a, b),
        day(pairs.first(slot)),
        day(pairs.last(slot)),
        sums.evidence.toArray());
  }

  /** Rows of {@link EntityCooccurrence#DAILY}. */
  Iterator<Row> daily() {
    return slots().flatMap(slot -> daily(slot).stream()).iterator();
  }

  private List<Row> daily(int slot) {
    List<Row> days = new ArrayList<>();
    int record = pairs.first(slot);
    while (record >= 0) {
      Sums sums = sums(record, true);
      days.add(
          RowFactory.create(
              day(record),
              label(pairs.level(slot)),
              entities.id(pairs.a(slot)),
              entities.id(pairs.b(slot)),
              sums.together,
              sums.articles,
              sums.stories,
              sums.sources));
      record = sums.behind;
    }
    return days;
  }

  private LocalDate day(int record) {
    return LocalDate.ofEpochDay(pairs.article(record).day());
  }

  private static final class Sums {
    long together;
    long articles;
    long stories;
    long sources;
    int behind;
    final List<String> evidence = new ArrayList<>(EVIDENCE);
  }

  /** Adds up a pair's records from one on: all of them, or those of its day. */
  private Sums sums(int first, boolean ofDay) {
    Sums sums = new Sums();
    int day = pairs.article(first).day();
    stamp++;
    int r = first;
    for (; r >= 0; r = pairs.next(r)) {
      PairLists.Source article = pairs.article(r);
      if (ofDay && article.day() != day) {
        break;
      }
      sums.together += pairs.together(r);
      sums.articles++;
      sums.stories += isNew(storySeen, article.story());
      sums.sources += isNew(sourceSeen, article.source());
      if (sums.evidence.size() < EVIDENCE) {
        sums.evidence.add(article.id());
      }
    }
    sums.behind = r;
    return sums;
  }

  private int isNew(int[] seen, int code) {
    if (seen[code] == stamp) {
      return 0;
    }
    seen[code] = stamp;
    return 1;
  }

  Iterator<Row> pValues() {
    List<Map<Double, Long>> counts = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (int slot = 0; slot < pairs.size(); slot++) {
      counts.get(pairs.level(slot)).merge(p(g2(slot, together(slot))), 1L, Long::sum);
    }
    return Level.ALL.stream()
        .flatMap(
            level ->
                counts.get(level.ordinal()).entrySet().stream()
                    .map(e -> RowFactory.create(level.label(), e.getKey(), e.getValue())))
        .iterator();
  }

  Iterator<Row> nodes() {
    int n = entities.size();
    long[] strength = new long[n * Level.ALL.size()];
    long[] degree = new long[strength.length];
    for (int slot = 0; slot < pairs.size(); slot++) {
      long together = together(slot);
      for (int entity : new int[] {pairs.a(slot), pairs.b(slot)}) {
        strength[pairs.level(slot) * n + entity] += together;
        degree[pairs.level(slot) * n + entity]++;
      }
    }
    return Arrays.stream(IntStream.range(0, strength.length).toArray())
        .filter(i -> degree[i] > 0)
        .mapToObj(i -> RowFactory.create(label(i / n), entities.id(i % n), strength[i], degree[i]))
        .iterator();
  }
}

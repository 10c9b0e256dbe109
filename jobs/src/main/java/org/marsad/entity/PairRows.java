package org.marsad.entity;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.marsad.term.Association;

/** The rows that a task makes of its pairs. */
final class PairRows {
  private static final int EVIDENCE = 5;
  private static final List<String> LEVELS = Level.ALL.stream().map(Level::label).toList();

  private final PairLists pairs;
  private final EntityUnits entities;
  private final int[] storySeen;
  private final int[] sourceSeen;
  private int stamp;

  /** What {@link #addUp} found. */
  private long together;

  private long articles;
  private long stories;
  private long sources;

  PairRows(Iterator<byte[]> blocks, EntityUnits entities) {
    this.entities = entities;
    pairs = new PairLists(blocks);
    storySeen = new int[pairs.stories()];
    sourceSeen = new int[pairs.sources()];
  }

  /** Rows of {@link EntityCooccurrence#TABLE}. */
  Iterator<Row> inAll(PairTotals totals, List<PairTotals.Adjusted> adjusted) {
    return new Iterator<>() {
      private int pair;

      @Override
      public boolean hasNext() {
        return pair < pairs.size();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return inAll(pair++, totals, adjusted);
      }
    };
  }

  private Row inAll(int pair, PairTotals totals, List<PairTotals.Adjusted> adjusted) {
    int level = pairs.level(pair);
    int a = pairs.a(pair);
    int b = pairs.b(pair);
    int first = pairs.first(pair);
    int end = pairs.end(pair);
    long unitsA = entities.of(level, a);
    long unitsB = entities.of(level, b);
    long units = entities.any(level);
    addUp(first, end);
    double g2 = entities.g2(level, a, b, together);
    return RowFactory.create(
        LEVELS.get(level),
        entities.id(a),
        entities.id(b),
        together,
        unitsA,
        unitsB,
        units,
        stories,
        sources,
        Association.pmi(together, unitsA, unitsB, units),
        Association.npmi(together, unitsA, unitsB, units),
        g2,
        adjusted.get(level).of(g2),
        Association.dice(together, unitsA, unitsB),
        Association.jaccard(together, unitsA, unitsB),
        pairs.articleOf(first).day(),
        pairs.articleOf(end - 1).day(),
        isBackbone(totals, level, a) || isBackbone(totals, level, b),
        evidence(first, end));
  }

  /** Whether a share of the strength this large is improbable if it fell on the links by chance. */
  private boolean isBackbone(PairTotals totals, int level, int entity) {
    double share = (double) together / totals.strength(level, entity);
    int others = totals.degree(level, entity) - 1;
    // ln(1 - x) >= -x - x² up to a half, and ln 0.05 = -2.996: few need the power.
    boolean probable = share <= 0.5 && (share + share * share) * others < 2.99;
    return !probable && StrictMath.pow(1 - share, others) < EntityCooccurrence.BACKBONE_ALPHA;
  }

  private String[] evidence(int first, int end) {
    String[] ids = new String[Math.min(EVIDENCE, end - first)];
    Arrays.setAll(ids, i -> pairs.articleOf(first + i).id());
    return ids;
  }

  /** Rows of {@link EntityCooccurrence#DAILY}. */
  Iterator<Row> daily() {
    return new Iterator<>() {
      private int pair;
      private int record;

      @Override
      public boolean hasNext() {
        return pair < pairs.size();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int first = record;
        while (record < pairs.end(pair)
            && pairs.articleOf(record).day().equals(pairs.articleOf(first).day())) {
          record++;
        }
        Row row = daily(pair, first, record);
        if (record == pairs.end(pair)) {
          pair++;
        }
        return row;
      }
    };
  }

  private Row daily(int pair, int first, int end) {
    addUp(first, end);
    return RowFactory.create(
        pairs.articleOf(first).day(),
        LEVELS.get(pairs.level(pair)),
        entities.id(pairs.a(pair)),
        entities.id(pairs.b(pair)),
        together,
        articles,
        stories,
        sources);
  }

  /** Adds up records from {@code first} to before {@code end}. */
  private void addUp(int first, int end) {
    together = 0;
    articles = end - first;
    stories = 0;
    sources = 0;
    stamp++;
    for (int r = first; r < end; r++) {
      PairLists.Source article = pairs.articleOf(r);
      together += pairs.togetherIn(r);
      stories += isNew(storySeen, article.story());
      sources += isNew(sourceSeen, article.source());
    }
  }

  private int isNew(int[] seen, int code) {
    if (seen[code] == stamp) {
      return 0;
    }
    seen[code] = stamp;
    return 1;
  }
}

package org.marsad.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * What can only be said of a pair with all others in sight: as many numbers as there are entities,
 * and as there are values of G². Those are few, an eighth of the pairs in a fortnight's news,
 * because most pairs stand together once and their entities seldom.
 */
final class PairTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Units over all pairs of an entity, by level and code. */
  private final long[][] strength;

  /** Pairs of an entity, by level and code. */
  private final int[][] degree;

  /** By level, each value of G² once, from the least. */
  private final double[][] g2;

  /** Pairs with that value. */
  private final long[][] pairs;

  private PairTotals(long[][] strength, int[][] degree, double[][] g2, long[][] pairs) {
    this.strength = strength;
    this.degree = degree;
    this.g2 = g2;
    this.pairs = pairs;
  }

  /** Those of a task's pairs. */
  static PairTotals of(Iterator<byte[]> blocks, EntityUnits entities) {
    PairLists lists = new PairLists(blocks);
    int levels = Level.ALL.size();
    long[][] strength = new long[levels][entities.size()];
    int[][] degree = new int[levels][entities.size()];
    double[][] g2 = new double[levels][lists.size()];
    int[] n = new int[levels];
    for (int pair = 0; pair < lists.size(); pair++) {
      int level = lists.level(pair);
      int a = lists.a(pair);
      int b = lists.b(pair);
      long together = lists.together(pair);
      strength[level][a] += together;
      strength[level][b] += together;
      degree[level][a]++;
      degree[level][b]++;
      g2[level][n[level]++] = entities.g2(level, a, b, together);
    }
    long[][] pairs = new long[levels][];
    for (int level = 0; level < levels; level++) {
      double[] sorted = Arrays.copyOf(g2[level], n[level]);
      Arrays.sort(sorted);
      long[] once = new long[sorted.length];
      Arrays.fill(once, 1);
      g2[level] = sorted;
      pairs[level] = once;
    }
    PairTotals totals = new PairTotals(strength, degree, g2, pairs);
    for (int level = 0; level < levels; level++) {
      totals.merge(level, new double[0], new long[0]);
    }
    return totals;
  }

  /** Adds another task's. */
  PairTotals plus(PairTotals other) {
    for (int level = 0; level < g2.length; level++) {
      for (int i = 0; i < strength[level].length; i++) {
        strength[level][i] += other.strength[level][i];
        degree[level][i] += other.degree[level][i];
      }
      merge(level, other.g2[level], other.pairs[level]);
    }
    return this;
  }

  private void merge(int level, double[] otherG2, long[] otherPairs) {
    double[] x = g2[level];
    double[] values = new double[x.length + otherG2.length];
    long[] counts = new long[values.length];
    int n = 0;
    for (int i = 0, j = 0; i < x.length || j < otherG2.length; ) {
      boolean own = j == otherG2.length || (i < x.length && x[i] <= otherG2[j]);
      double value = own ? x[i] : otherG2[j];
      if (n == 0 || values[n - 1] != value) {
        values[n++] = value;
      }
      counts[n - 1] += own ? pairs[level][i++] : otherPairs[j++];
    }
    g2[level] = Arrays.copyOf(values, n);
    pairs[level] = Arrays.copyOf(counts, n);
  }

  long strength(int level, int entity) {
    return strength[level][entity];
  }

  int degree(int level, int entity) {
    return degree[level][entity];
  }

  /** p-values of a level's pairs, adjusted for their number. */
  static final class Adjusted implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A hash table: values of G², NaN where none is, and what they come to. */
    private final double[] values;

    private final double[] adjusted;

    private Adjusted(double[] g2, double[] adjustedOf) {
      values = new double[Integer.highestOneBit(g2.length + 1) * 4];
      adjusted = new double[values.length];
      Arrays.fill(values, Double.NaN);
      for (int i = 0; i < g2.length; i++) {
        int at = probe(g2[i]);
        values[at] = g2[i];
        adjusted[at] = adjustedOf[i];
      }
    }

    private int probe(double g2) {
      int mask = values.length - 1;
      int at = (int) (PairBlocks.hash(Double.doubleToLongBits(g2)) >>> 32) & mask;
      while (!Double.isNaN(values[at]) && values[at] != g2) {
        at = (at + 1) & mask;
      }
      return at;
    }

    double of(double g2) {
      return adjusted[probe(g2)];
    }
  }

  /** By level. */
  List<Adjusted> adjusted() {
    List<Adjusted> levels = new ArrayList<>();
    for (int level = 0; level < g2.length; level++) {
      double[] values = g2[level];
      double[] p = new double[values.length];
      Arrays.parallelSetAll(p, i -> p(values[i]));
      levels.add(new Adjusted(values, adjusted(p, pairs[level])));
    }
    return levels;
  }

  /** Probability of a chi-squared value this large, one degree of freedom. */
  static double p(double g2) {
    return Erf.erfc(Math.sqrt(g2 / 2));
  }

  /**
   * Benjamini and Hochberg's step-up: the least of p·m/rank over all pairs with p at least as
   * large.
   *
   * @param n how many pairs have each p
   */
  static double[] adjusted(double[] p, long[] n) {
    Integer[] falling = new Integer[p.length];
    Arrays.setAll(falling, i -> i);
    Arrays.sort(falling, (i, j) -> Double.compare(p[j], p[i]));
    double m = Arrays.stream(n).sum();
    long rank = (long) m;
    double least = 1;
    double[] adjusted = new double[p.length];
    for (int i = 0; i < p.length; ) {
      double value = p[falling[i]];
      least = Math.min(least, value * m / rank);
      for (; i < p.length && p[falling[i]] == value; i++) {
        adjusted[falling[i]] = least;
        rank -= n[falling[i]];
      }
    }
    return adjusted;
  }
}

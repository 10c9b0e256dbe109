package org.marsad.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bursts of a stream in batches by an automaton of two states (J. Kleinberg, "Bursty and
 * hierarchical structure in streams", KDD 2002; Data Mining and Knowledge Discovery 7, 2003,
 * section 4). In the lower state a document of any batch is relevant with the share {@code p0} of
 * all that are, in the upper with {@code p1 = s · p0}; a batch of {@code d} documents, {@code r} of
 * them relevant, costs {@code -ln(C(d,r) p^r (1-p)^(d-r))}; going up costs {@code γ ln n} for
 * {@code n} batches, going down nothing. The cheapest sequence of states is found by Viterbi's
 * recursion. A batch saves in the upper state from {@code p0 / ln 2} on where {@code p0} is small,
 * 1.44 times the lower state's share, and a burst is one if its batches save more than {@code γ ln
 * n} together.
 */
final class Kleinberg {
  /** How much denser the upper state is than the whole: {@code s} of the paper. */
  static final double SCALE = 2;

  /** How dear it is to enter a burst: {@code γ} of the paper. */
  static final double GAMMA = 1;

  private static final double MOST = 0.9999;

  private Kleinberg() {}

  /**
   * A run of batches in the upper state.
   *
   * @param first its first batch
   * @param last its last
   * @param weight by how much these batches are cheaper in the upper state than in the lower
   */
  record Burst(int first, int last, double weight) {}

  /** What the upper state saves over the lower in each batch; the binomial coefficients cancel. */
  static double[] gains(long[] relevant, double[] all) {
    long r = Arrays.stream(relevant).sum();
    double d = Arrays.stream(all).sum();
    double[] gains = new double[relevant.length];
    if (r == 0 || d == 0) {
      return gains;
    }
    double p0 = Math.min(MOST / SCALE, r / d);
    double p1 = SCALE * p0;
    double hit = Math.log(p1 / p0);
    double miss = Math.log1p(-p1) - Math.log1p(-p0);
    for (int t = 0; t < gains.length; t++) {
      gains[t] = relevant[t] * hit + Math.max(0, all[t] - relevant[t]) * miss;
    }
    return gains;
  }

  /**
   * The bursts, in order.
   *
   * @param relevant documents of each batch
   * @param all documents of each batch, or what stands for so many
   */
  static List<Burst> bursts(long[] relevant, double[] all) {
    double[] gains = gains(relevant, all);
    boolean[] upper = states(gains);
    List<Burst> bursts = new ArrayList<>();
    for (int t = 0; t < upper.length; t++) {
      int first = t;
      double weight = 0;
      while (t < upper.length && upper[t]) {
        weight += gains[t];
        t++;
      }
      if (t > first) {
        bursts.add(new Burst(first, t - 1, weight));
      }
    }
    return bursts;
  }

  /** The cheapest states, by what the upper saves in each batch; of equal ones the lower. */
  static boolean[] states(double[] gains) {
    int n = gains.length;
    double up = GAMMA * Math.log(n);
    boolean[][] cameFromUpper = new boolean[2][n];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int t = 0; t < n; t++) {
      cameFromUpper[0][t] = high < low;
      cameFromUpper[1][t] = high < low + up;
      double nextHigh = Math.min(high, low + up) - gains[t];
      low = Math.min(low, high);
      high = nextHigh;
    }
    boolean[] states = new boolean[n];
    boolean state = high < low;
    for (int t = n - 1; t >= 0; t--) {
      states[t] = state;
      state = cameFromUpper[state ? 1 : 0][t];
    }
    return states;
  }
}

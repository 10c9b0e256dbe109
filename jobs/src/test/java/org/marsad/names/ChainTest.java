package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Inference against the sum and the maximum over all sequences. */
class ChainTest {
  private static final int L = Tags.COUNT;
  private static final int N = 4;

  private final float[] emissions = new float[N * L];
  private final float[] transitions = new float[L * L];
  private final double[] shares = new double[N * L];
  private final double[] pairs = new double[L * L];
  private double total;
  private double most = Double.NEGATIVE_INFINITY;
  private int[] best;

  private void random(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < emissions.length; i++) {
      emissions[i] = (float) random.nextGaussian() * 2;
    }
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = (float) random.nextGaussian();
    }
    enumerate(new int[N], 0, 0);
  }

  private void enumerate(int[] tags, int t, double score) {
    if (t == N) {
      if (!Tags.isOpen(tags[N - 1])) {
        add(tags, score);
      }
      return;
    }
    for (int y = 0; y < L; y++) {
      boolean allowed = t == 0 ? !Tags.goesOn(y) : Tags.isAllowed(tags[t - 1], y);
      if (allowed) {
        tags[t] = y;
        double step = t == 0 ? 0 : transitions[tags[t - 1] * L + y];
        enumerate(tags, t + 1, score + step + emissions[t * L + y]);
      }
    }
  }

  private void add(int[] tags, double score) {
    double share = Math.exp(score);
    total += share;
    for (int t = 0; t < N; t++) {
      shares[t * L + tags[t]] += share;
      if (t > 0) {
        pairs[tags[t - 1] * L + tags[t]] += share;
      }
    }
    if (score > most) {
      most = score;
      best = Arrays.copyOf(tags, N);
    }
  }

  @Test
  void marginalsAreTheSharesOfAllSequences() {
    random(5);
    double[] marginals = new double[N * L];
    double[] expected = new double[L * L];
    double logZ = Chain.marginals(emissions, N, transitions, marginals, expected);
    assertEquals(Math.log(total), logZ, 1e-4);
    for (int k = 0; k < marginals.length; k++) {
      assertEquals(shares[k] / total, marginals[k], 1e-5);
    }
    for (int k = 0; k < expected.length; k++) {
      assertEquals(pairs[k] / total, expected[k], 1e-5);
    }
  }

  @Test
  void theBestSequenceIsTheBestOfAll() {
    for (int seed = 0; seed < 5; seed++) {
      ChainTest other = new ChainTest();
      other.random(seed);
      assertArrayEquals(other.best, Chain.best(other.emissions, N, other.transitions));
    }
  }

  @Test
  void theBestSequenceMakesWholeNames() {
    Random random = new Random(1);
    float[] e = new float[50 * L];
    for (int i = 0; i < e.length; i++) {
      e[i] = (float) random.nextGaussian() * 5;
    }
    int[] tags = Chain.best(e, 50, new float[L * L]);
    for (int t = 1; t < tags.length; t++) {
      assertEquals(true, Tags.isAllowed(tags[t - 1], tags[t]));
    }
    assertEquals(false, Tags.goesOn(tags[0]) || Tags.isOpen(tags[49]));
  }

  @Test
  void nothingHasNoTags() {
    assertEquals(0, Chain.best(new float[0], 0, transitions).length);
  }
}

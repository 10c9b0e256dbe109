package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KleinbergTest {
  /** The cost of a sequence of states, straight from the paper's definition. */
  private static double cost(int states, long[] r, double[] d) {
    double all = 0;
    double relevant = 0;
    for (int t = 0; t < r.length; t++) {
      all += d[t];
      relevant += r[t];
    }
    double[] p = {relevant / all, Math.min(0.9999, Kleinberg.SCALE * relevant / all)};
    double cost = 0;
    int before = 0;
    for (int t = 0; t < r.length; t++) {
      int state = states >> t & 1;
      cost += state > before ? Kleinberg.GAMMA * Math.log(r.length) : 0;
      cost -= r[t] * Math.log(p[state]) + (d[t] - r[t]) * Math.log(1 - p[state]);
      before = state;
    }
    return cost;
  }

  private static int mask(boolean[] states) {
    int mask = 0;
    for (int t = 0; t < states.length; t++) {
      mask |= states[t] ? 1 << t : 0;
    }
    return mask;
  }

  @Test
  void theStatesAreTheCheapestOfAllSequences() {
    Random random = new Random(7);
    int bursts = 0;
    for (int round = 0; round < 300; round++) {
      int n = 2 + random.nextInt(9);
      double[] d = new double[n];
      long[] r = new long[n];
      for (int t = 0; t < n; t++) {
        d[t] = 20 + random.nextInt(80);
        r[t] = random.nextInt(random.nextInt(4) == 0 ? 12 : 3);
      }
      if (java.util.Arrays.stream(r).sum() == 0) {
        continue;
      }
      double least = Double.POSITIVE_INFINITY;
      for (int states = 0; states < 1 << n; states++) {
        least = Math.min(least, cost(states, r, d));
      }
      int found = mask(Kleinberg.states(Kleinberg.gains(r, d)));
      assertEquals(least, cost(found, r, d), 1e-9);
      bursts += found != 0 ? 1 : 0;
    }
    assertTrue(bursts > 50, "bursts in only " + bursts);
  }

  @Test
  void aPlantedBurstIsFoundWithItsDays() {
    double[] d = {50, 50, 50, 50, 50, 50, 50, 50};
    long[] r = {1, 0, 1, 20, 25, 1, 0, 1};
    List<Kleinberg.Burst> bursts = Kleinberg.bursts(r, d);
    assertEquals(1, bursts.size());
    assertEquals(3, bursts.get(0).first());
    assertEquals(4, bursts.get(0).last());
    double up = Kleinberg.GAMMA * Math.log(8);
    assertTrue(bursts.get(0).weight() > up, "weight " + bursts.get(0).weight());
  }

  @Test
  void aBurstTakesLessThanTwiceTheShare() {
    double[] d = new double[42];
    long[] r = new long[42];
    java.util.Arrays.fill(d, 500);
    java.util.Arrays.fill(r, 50);
    r[30] = 80;
    assertEquals(30, Kleinberg.bursts(r, d).get(0).first());
    r[30] = 70;
    assertTrue(Kleinberg.bursts(r, d).isEmpty(), "1.4 times the share");
  }

  @Test
  void anEvenStreamHasNone() {
    double[] d = {50, 60, 50, 60, 50};
    double[] gains = Kleinberg.gains(new long[] {5, 6, 5, 6, 5}, d);
    assertArrayEquals(new boolean[5], Kleinberg.states(gains));
    assertTrue(Kleinberg.bursts(new long[5], d).isEmpty());
  }

  @Test
  void anEmptyDayNeitherStartsNorEndsABurstByItself() {
    double[] d = {50, 0, 50, 50, 50, 50};
    long[] r = {20, 0, 20, 0, 0, 0};
    List<Kleinberg.Burst> bursts = Kleinberg.bursts(r, d);
    assertEquals(List.of(0, 2), List.of(bursts.get(0).first(), bursts.get(0).last()));
  }
}

package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongCountsTest {
  @Test
  void countsAreThoseOfAMap() {
    Random random = new Random(7);
    LongCounts counts = new LongCounts();
    Map<Long, String> expected = new HashMap<>();
    Map<Long, int[]> sums = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long key = random.nextInt(20_000) - 10_000L << random.nextInt(2) * 32;
      int a = random.nextInt(5);
      counts.add(key, a, 1);
      int[] sum = sums.computeIfAbsent(key, k -> new int[2]);
      sum[0] += a;
      sum[1]++;
    }
    sums.forEach((key, sum) -> expected.put(key, sum[0] + " " + sum[1]));
    Map<Long, String> found = new HashMap<>();
    counts.forEach((key, a, b) -> found.put(key, a + " " + b));
    assertEquals(expected, found);
    assertEquals(expected.size(), counts.size());
  }
}

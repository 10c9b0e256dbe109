package org.marsad.topic;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** How many topics a window has. */
final class TopicCount {
  /** Points on which numbers are tried out. */
  private static final int TRIED = 4096;

  private static final double[] AROUND = {0.7, 0.85, 1, 1.15, 1.3};

  private TopicCount() {}

  /** The number asked for, else some around 8 for 130 stories, 35 for 16,000. */
  static Clusters.Range range(int asked, long stories) {
    if (asked > 0) {
      int k = (int) Math.min(asked, stories);
      return new Clusters.Range(k, k);
    }
    double fitting = 1.9 * Math.pow(stories, 0.3);
    return new Clusters.Range(
        around(fitting, AROUND[0], stories), around(fitting, AROUND[AROUND.length - 1], stories));
  }

  private static int around(double fitting, double by, long stories) {
    return (int) Math.max(2, Math.min(Math.min(60, stories), Math.round(fitting * by)));
  }

  /**
   * The number within a range whose topics come out most alike from two seedings (adjusted Rand
   * index) and whose words go together best (mean NPMI), the two added.
   */
  static int best(
      float[][] points, Clusters.Range range, long seed, ToDoubleFunction<float[][]> coherence) {
    if (range.least() == range.most()) {
      return range.least();
    }
    float[][] some = Arrays.copyOf(points, Math.min(TRIED, points.length));
    SphericalKMeans means = new SphericalKMeans(some);
    int best = range.least();
    double most = Double.NEGATIVE_INFINITY;
    double middle = range.most() / AROUND[AROUND.length - 1];
    for (double by : AROUND) {
      int k = around(middle, by, some.length);
      SphericalKMeans.Fit one = means.best(k, java.util.List.of(), 2, seed);
      SphericalKMeans.Fit two = means.best(k, java.util.List.of(), 2, seed + 2);
      double value =
          Clusters.agreement(one.nearest(), two.nearest()) + coherence.applyAsDouble(one.centres());
      if (value > most) {
        most = value;
        best = k;
      }
    }
    return best;
  }
}

package org.marsad.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * K-means by cosine on points of length one (I. Dhillon, D. Modha, "Concept decompositions for
 * large sparse text data using clustering", Machine Learning 42, 2001), seeded by k-means++.
 * MLlib's can neither start from last night's centres nor say what a topic more or less would be
 * worth.
 */
final class SphericalKMeans {
  private static final int CANDIDATES = 4;

  private final float[][] points;

  SphericalKMeans(float[][] points) {
    this.points = points;
  }

  /** Centres of length one, the nearest to each point, and the sum of their cosines. */
  record Fit(float[][] centres, int[] nearest, double similarity) {
    int size() {
      return centres.length;
    }
  }

  /** The best of some seedings, refined on all points. */
  Fit best(int k, List<float[]> given, int tries, long seed) {
    Fit best = null;
    for (int i = 0; i < tries; i++) {
      Fit fit = fit(seeds(k, given, seed + i), 8);
      best = best == null || fit.similarity() > best.similarity() ? fit : best;
    }
    return fit(best.centres(), 40);
  }

  /** Moves the centres until no point changes sides, or so many rounds. */
  Fit fit(float[][] start, int rounds) {
    float[][] centres = start;
    int[] nearest = new int[0];
    double similarity = 0;
    for (int round = 0; ; round++) {
      int[] now = new int[points.length];
      float[] cosines = new float[points.length];
      float[] sides = transposed(centres);
      int k = centres.length;
      IntStream.range(0, points.length).parallel().forEach(i -> nearest(i, sides, k, now, cosines));
      similarity = 0;
      for (float cosine : cosines) {
        similarity += cosine;
      }
      if (Arrays.equals(now, nearest) || round == rounds) {
        return new Fit(centres, now, similarity);
      }
      nearest = now;
      centres = means(nearest, centres);
    }
  }

  /** One row a direction, one column a centre: so a point meets all centres in one sweep. */
  private static float[] transposed(float[][] centres) {
    int k = centres.length;
    float[] sides = new float[k * centres[0].length];
    for (int c = 0; c < k; c++) {
      for (int j = 0; j < centres[c].length; j++) {
        sides[j * k + c] = centres[c][j];
      }
    }
    return sides;
  }

  private void nearest(int i, float[] sides, int k, int[] nearest, float[] cosines) {
    float[] cosine = new float[k];
    float[] point = points[i];
    for (int j = 0; j < point.length; j++) {
      float value = point[j];
      int row = j * k;
      for (int c = 0; c < k; c++) {
        cosine[c] += value * sides[row + c];
      }
    }
    int best = 0;
    for (int c = 1; c < k; c++) {
      best = cosine[c] > cosine[best] ? c : best;
    }
    nearest[i] = best;
    cosines[i] = cosine[best];
  }

  /** Where no point is near, a centre stays. */
  private float[][] means(int[] nearest, float[][] centres) {
    float[][] sums = new float[centres.length][centres[0].length];
    for (int i = 0; i < points.length; i++) {
      add(sums[nearest[i]], points[i]);
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] = norm(sums[k]) == 0 ? centres[k] : unit(sums[k]);
    }
    return sums;
  }

  /**
   * Given centres and as many more as are wanted, each the best of some drawn in proportion to
   * their distance (D. Arthur, S. Vassilvitskii, "k-means++", SODA 2007).
   */
  private float[][] seeds(int k, List<float[]> given, long seed) {
    Random random = new Random(seed);
    List<float[]> centres = new ArrayList<>(given);
    if (centres.isEmpty()) {
      centres.add(points[random.nextInt(points.length)]);
    }
    float[] distance = new float[points.length];
    Arrays.fill(distance, 2);
    centres.forEach(c -> approach(distance, c, distance));
    while (centres.size() < k) {
      float[] best = null;
      double least = Double.MAX_VALUE;
      float[] chosen = null;
      for (int i = 0; i < CANDIDATES; i++) {
        float[] candidate = points[draw(distance, random)];
        float[] then = new float[distance.length];
        double sum = approach(distance, candidate, then);
        if (sum < least) {
          least = sum;
          best = then;
          chosen = candidate;
        }
      }
      System.arraycopy(best, 0, distance, 0, distance.length);
      centres.add(chosen);
    }
    return centres.toArray(float[][]::new);
  }

  /** Distances once there is one more centre, and their sum. */
  private double approach(float[] distance, float[] centre, float[] then) {
    IntStream.range(0, distance.length)
        .parallel()
        .forEach(i -> then[i] = Math.max(0, Math.min(distance[i], 1 - dot(points[i], centre))));
    double sum = 0;
    for (float d : then) {
      sum += d;
    }
    return sum;
  }

  private static int draw(float[] distance, Random random) {
    double all = 0;
    for (float d : distance) {
      all += d;
    }
    double left = random.nextDouble() * all;
    for (int i = 0; i < distance.length; i++) {
      left -= distance[i];
      if (left < 0) {
        return i;
      }
    }
    return distance.length - 1;
  }

  static float dot(float[] a, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }

  static void add(float[] sum, float[] point) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += point[j];
    }
  }

  private static double norm(float[] point) {
    return Math.sqrt(dot(point, point));
  }

  /** The same direction at length one, in place; nothing stays nothing. */
  static float[] unit(float[] point) {
    double norm = norm(point);
    for (int j = 0; j < point.length && norm > 0; j++) {
      point[j] /= (float) norm;
    }
    return point;
  }
}

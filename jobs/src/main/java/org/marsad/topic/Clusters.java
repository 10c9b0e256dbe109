package org.marsad.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tonight's topics as clusters of points: last night's carried on, with one more where stories
 * gather far from all, and one less where nothing is lost by it.
 */
final class Clusters {
  /** Stories that a topic has at least. */
  private static final int LEAST_STORIES = 3;

  /**
   * How much more a new topic must be worth than the weakest: what keeps topics from coming and
   * going with the weather.
   */
  private static final double WORTH = 2;

  private static final int ROUNDS = 8;
  private static final int CANDIDATES = 200;
  private static final int SEEDINGS = 5;

  private final float[][] points;
  private final SphericalKMeans means;
  private final long seed;
  private List<String> ids;
  private SphericalKMeans.Fit fit;

  private Clusters(float[][] points, long seed) {
    this.points = points;
    this.means = new SphericalKMeans(points);
    this.seed = seed;
  }

  /** A topic of last night: its id, and where it is tonight. */
  record Seed(String id, float[] centre) {}

  /** How many topics there may be. */
  record Range(int least, int most) {}

  /** The same number of topics for any seeding, from nothing. */
  static Clusters fresh(float[][] points, int k, long seed) {
    Clusters clusters = new Clusters(points, seed);
    clusters.fit = clusters.means.best(k, List.of(), SEEDINGS, seed);
    clusters.ids = new ArrayList<>(java.util.Collections.nCopies(k, null));
    return clusters;
  }

  /** From last night's topics; the largest first if there are too many. */
  static Clusters continued(float[][] points, List<Seed> last, Range range, long seed) {
    Clusters clusters = new Clusters(points, seed);
    clusters.ids = new ArrayList<>(last.stream().map(Seed::id).toList());
    clusters.fit = clusters.means.fit(last.stream().map(Seed::centre).toArray(float[][]::new), 40);
    clusters.bury();
    clusters.fill(range.least());
    while (clusters.size() > range.most()) {
      clusters.drop(clusters.weakest());
    }
    for (int i = 0; i < ROUNDS && clusters.renew(range); i++) {}
    clusters.bury();
    clusters.fill(range.least());
    return clusters;
  }

  int size() {
    return fit.size();
  }

  float[][] centres() {
    return fit.centres();
  }

  int[] nearest() {
    return fit.nearest();
  }

  /** Last night's id of a topic, null for a new one. */
  String id(int topic) {
    return ids.get(topic);
  }

  /** Ends the topics that hardly any story is near to. */
  private void bury() {
    int[] stories = new int[size()];
    for (int i = 0; i < points.length; i++) {
      int k = fit.nearest()[i];
      if (SphericalKMeans.dot(points[i], fit.centres()[k]) >= TopicModel.FITS) {
        stories[k]++;
      }
    }
    for (int k = size() - 1; k >= 0; k--) {
      if (stories[k] < LEAST_STORIES && size() > 1) {
        drop(k);
      }
    }
  }

  private void fill(int least) {
    if (size() < Math.min(least, points.length)) {
      fit = means.best(least, List.of(fit.centres()), SEEDINGS, seed);
      while (ids.size() < size()) {
        ids.add(null);
      }
    }
  }

  /** Adds the topic most missed, in place of the weakest if there are enough; false if none is. */
  private boolean renew(Range range) {
    double[] cosines = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      cosines[i] = SphericalKMeans.dot(points[i], fit.centres()[fit.nearest()[i]]);
    }
    float[] missed = missed(cosines);
    int weakest = weakest();
    if (gain(missed, cosines) <= WORTH * losses()[weakest]) {
      return false;
    }
    List<float[]> centres = new ArrayList<>(List.of(fit.centres()));
    if (size() >= range.most()) {
      centres.remove(weakest);
      ids.remove(weakest);
    }
    centres.add(missed);
    ids.add(null);
    fit = means.fit(centres.toArray(float[][]::new), 40);
    return true;
  }

  /** Where a further topic would bring the stories the most. */
  private float[] missed(double[] cosines) {
    int[] far =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> cosines[i]).thenComparing(i -> i))
            .limit(Math.max(CANDIDATES, points.length / 5))
            .mapToInt(i -> i)
            .toArray();
    int step = Math.max(1, far.length / CANDIDATES);
    float[] best = points[far[0]];
    double most = -1;
    for (int i = 0; i < far.length; i += step) {
      double gain = gain(points[far[i]], cosines);
      if (gain > most) {
        most = gain;
        best = points[far[i]];
      }
    }
    float[] mean = new float[best.length];
    for (int i = 0; i < points.length; i++) {
      if (SphericalKMeans.dot(points[i], best) > cosines[i]) {
        SphericalKMeans.add(mean, points[i]);
      }
    }
    SphericalKMeans.unit(mean);
    return gain(mean, cosines) > most ? mean : best;
  }

  private double gain(float[] centre, double[] cosines) {
    double gain = 0;
    for (int i = 0; i < points.length; i++) {
      gain += Math.max(0, SphericalKMeans.dot(points[i], centre) - cosines[i]);
    }
    return gain;
  }

  private int weakest() {
    double[] losses = losses();
    int weakest = 0;
    for (int k = 1; k < losses.length; k++) {
      weakest = losses[k] < losses[weakest] ? k : weakest;
    }
    return weakest;
  }

  /** What the stories would lose in cosine without each topic. */
  private double[] losses() {
    double[] losses = new double[size()];
    for (int i = 0; i < points.length; i++) {
      int nearest = fit.nearest()[i];
      float second = -1;
      for (int k = 0; k < size(); k++) {
        if (k != nearest) {
          second = Math.max(second, SphericalKMeans.dot(points[i], fit.centres()[k]));
        }
      }
      losses[nearest] += SphericalKMeans.dot(points[i], fit.centres()[nearest]) - second;
    }
    return losses;
  }

  private void drop(int topic) {
    float[][] left =
        IntStream.range(0, size())
            .filter(k -> k != topic)
            .mapToObj(k -> fit.centres()[k])
            .toArray(float[][]::new);
    ids.remove(topic);
    fit = means.fit(left, 40);
  }

  /** Adjusted Rand index of two groupings (L. Hubert, P. Arabie, J. Classification 2, 1985). */
  static double agreement(int[] a, int[] b) {
    int rows = Arrays.stream(a).max().orElse(0) + 1;
    int columns = Arrays.stream(b).max().orElse(0) + 1;
    long[][] table = new long[rows][columns];
    long[] row = new long[rows];
    long[] column = new long[columns];
    for (int i = 0; i < a.length; i++) {
      table[a[i]][b[i]]++;
      row[a[i]]++;
      column[b[i]]++;
    }
    double cells = Arrays.stream(table).mapToDouble(Clusters::pairs).sum();
    double expected = pairs(row) * pairs(column) / pairs(new long[] {a.length});
    double most = (pairs(row) + pairs(column)) / 2;
    return most == expected ? 1 : (cells - expected) / (most - expected);
  }

  private static double pairs(long[] counts) {
    return Arrays.stream(counts).mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }
}

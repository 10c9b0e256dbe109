package org.marsad.topic;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How many topics a window has, and the first of them. */
final class TopicCount {
  /** Stories on which numbers are tried out. */
  private static final int TRIED = 4096;

  private static final int MOST_SEEDINGS = 8;

  private static final double LEAST = 0.75;
  private static final double MOST = 1.25;

  private TopicCount() {}

  /**
   * The number asked for, else from 6 to 10 for 130 stories, from 40 to 60 for 13,000: what an
   * editor found to be one subject each.
   */
  static Clusters.Range range(int asked, long stories) {
    if (asked > 0) {
      int k = (int) Math.min(asked, stories);
      return new Clusters.Range(k, k);
    }
    double fitting = 1.1 * Math.pow(stories, 0.41);
    return new Clusters.Range(around(fitting, LEAST, stories), around(fitting, MOST, stories));
  }

  private static int around(double fitting, double by, long stories) {
    return (int) Math.max(2, Math.min(Math.min(60, stories), Math.round(fitting * by)));
  }

  /**
   * The first stories in groups, as many as a range allows: that number whose groups come out most
   * alike from one seeding to another (mean adjusted Rand index) and whose words go together best
   * (mean NPMI), the two added. Few stories are seeded more often: there one pair of seedings
   * agrees or not by chance.
   */
  static Bottleneck.Fit best(
      Masses.Story[] stories,
      int terms,
      Clusters.Range range,
      long seed,
      ToDoubleFunction<Masses> coherence) {
    Masses.Story[] some = Arrays.copyOf(stories, Math.min(TRIED, stories.length));
    Bottleneck bottleneck = new Bottleneck(some, terms);
    int[] numbers =
        IntStream.of(range.most(), (range.least() + range.most()) / 2, range.least())
            .map(k -> Math.min(k, some.length))
            .distinct()
            .toArray();
    if (numbers.length == 1) {
      return bottleneck.fresh(numbers, seed).get(0);
    }
    int seedings = Math.max(2, Math.min(MOST_SEEDINGS, 2 * TRIED / some.length));
    List<List<Bottleneck.Fit>> seeded =
        LongStream.range(seed, seed + seedings)
            .parallel()
            .mapToObj(s -> bottleneck.fresh(numbers, s))
            .toList();
    Bottleneck.Fit best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < numbers.length; i++) {
      int place = i;
      List<Bottleneck.Fit> fits = seeded.stream().map(s -> s.get(place)).toList();
      double value = agreement(fits) + coherence.applyAsDouble(fits.get(0).masses());
      if (value > most) {
        most = value;
        best = fits.get(0);
      }
    }
    return best;
  }

  private static double agreement(List<Bottleneck.Fit> fits) {
    double sum = 0;
    for (int i = 0; i < fits.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += Clusters.agreement(fits.get(i).group(), fits.get(j).group());
      }
    }
    return 2 * sum / (fits.size() * (fits.size() - 1));
  }
}

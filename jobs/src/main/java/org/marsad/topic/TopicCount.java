package org.marsad.topic;

import static java.util.Comparator.comparingDouble;

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
   * (mean NPMI), the two added; of that number the seeding that tells most of the terms. Few
   * stories are seeded more often: there one seeding is good or bad by chance.
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
    int seedings = Math.max(2, Math.min(MOST_SEEDINGS, 2 * TRIED / some.length));
    List<List<Seeding>> seeded =
        LongStream.range(seed, seed + seedings)
            .parallel()
            .mapToObj(s -> bottleneck.fresh(numbers, s).stream().map(Seeding::of).toList())
            .toList();
    Bottleneck.Fit best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < numbers.length; i++) {
      int number = i;
      List<Seeding> all = seeded.stream().map(s -> s.get(number)).toList();
      Seeding first = all.stream().max(comparingDouble(Seeding::information)).orElseThrow();
      Bottleneck.Fit fit = bottleneck.in(first.group(), numbers[i]);
      if (numbers.length == 1) {
        return fit;
      }
      double value = agreement(all) + coherence.applyAsDouble(fit.masses());
      if (best == null || value >= most) {
        most = value;
        best = fit;
      }
    }
    return best;
  }

  /** Where one seeding put the stories, and what these groups tell of the terms. */
  private record Seeding(int[] group, double information) {
    static Seeding of(Bottleneck.Fit fit) {
      return new Seeding(fit.group(), fit.masses().information());
    }
  }

  private static double agreement(List<Seeding> all) {
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        sum += Clusters.agreement(all.get(i).group(), all.get(j).group());
      }
    }
    return 2 * sum / (all.size() * (all.size() - 1));
  }
}

package org.marsad.term;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a term's own past lets expect of a day, and how far the day is from it.
 *
 * <p>The rate of a term is unknown; with a uniform prior and {@code past} stories among {@code
 * pastVolume} its distribution is Gamma({@code past + 1}, {@code pastVolume}), and the stories of a
 * day with {@code volume} are negative binomial with mean {@code volume (past + 1) / pastVolume}
 * and size {@code past + 1} (A. Gelman and others, "Bayesian Data Analysis", 2013, 2.6). News
 * scatter more: the variance gets {@code φ · mean²} on top, so that {@code 1 / size = 1 / (past +
 * 1) + φ}. φ is one of a grid, each as likely as it makes the term's earlier days, every day seen
 * from those before it (A. Dawid, "Statistical theory: the prequential approach", 1984), and shrunk
 * towards that of terms of like frequency by adding {@value #PRIOR_TERMS} such terms' mean
 * log-likelihood (M. Robinson and G. Smyth, "Moderated statistical tests for assessing differences
 * in tag abundance", 2007). From the ninth week on, the mean follows the weekday, shrunk towards no
 * effect, and {@code 1 / size} has what is not known of that effect added.
 */
final class TrendModel implements Serializable {
  /** Values of φ. */
  static final double[] GRID = {0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2};

  /** Classes of frequency: terms with 1, 2-3, 4-7 … stories in the window. */
  static final int CLASSES = 16;

  private static final double ONE = 1;
  private static final int PRIOR_TERMS = 10;

  /** A φ so much less likely than the likeliest is left out. */
  private static final double LEAST_SHARE = 0.02;

  /** Past days before weekdays are told apart. */
  private static final int WEEKS = 56;

  /** Expected stories that the effect of a weekday is shrunk by. */
  private static final double WEEKDAY_PRIOR = 20;

  private final long[] volumes;
  private final int[] weekdays;
  private final double[][] prior;

  /**
   * A model for one window.
   *
   * @param volumes stories of each day
   * @param weekdays the weekday of each day, 0 to 6
   * @param prior for each class of frequency the mean log-likelihood of a term under each φ
   */
  TrendModel(long[] volumes, int[] weekdays, double[][] prior) {
    this.volumes = volumes;
    this.weekdays = weekdays;
    this.prior = prior;
  }

  /** A model without prior, to learn it by. */
  static TrendModel learning(long[] volumes, int[] weekdays) {
    return new TrendModel(volumes, weekdays, new double[CLASSES][GRID.length]);
  }

  /** One day of a term. */
  record Day(int day, long observed, double expected, double score, double p) {}

  /** The class of a term with so many stories in the window. */
  static int classOf(long stories) {
    return Math.min(CLASSES - 1, 63 - Long.numberOfLeadingZeros(Math.max(1, stories)));
  }

  /** The log-likelihood of a term's days under each φ, each day seen from those before it. */
  double[] likelihood(long[] stories) {
    double[] sum = new double[GRID.length];
    Past past = new Past();
    for (int d = 0; d < stories.length; d++) {
      addLikelihood(sum, stories[d], past, d);
      past.add(stories[d], stories[d], d);
    }
    return sum;
  }

  /**
   * The days with at least {@code least} stories, but for the first.
   *
   * @param stories with the term, by day
   * @param weights of these stories: what the score compares
   */
  List<Day> days(long[] stories, double[] weights, long least) {
    long total = 0;
    for (long n : stories) {
      total += n;
    }
    double[] of = prior[classOf(total)];
    double[] sum = new double[GRID.length];
    for (int g = 0; g < GRID.length; g++) {
      sum[g] = PRIOR_TERMS * of[g];
    }
    List<Day> days = new ArrayList<>();
    Past past = new Past();
    for (int d = 0; d < stories.length; d++) {
      if (past.volume > 0 && stories[d] >= least) {
        days.add(day(stories[d], weights[d], past, d, sum));
      }
      addLikelihood(sum, stories[d], past, d);
      past.add(stories[d], weights[d], d);
    }
    return days;
  }

  private Day day(long stories, double weight, Past past, int d, double[] likelihoods) {
    double expected = past.mean(past.stories, d);
    double[] shares = shares(likelihoods);
    double p = 0;
    double phi = 0;
    for (int g = 0; g < GRID.length; g++) {
      if (shares[g] > 0) {
        p += shares[g] * NegativeBinomial.atLeast(stories, expected, past.size(GRID[g], d));
        phi += shares[g] * GRID[g];
      }
    }
    double score = NegativeBinomial.deviance(weight, past.mean(past.weight, d), past.size(phi, d));
    return new Day(d, stories, expected, score, p);
  }

  /** How likely each φ is; those hardly so are left out. */
  private static double[] shares(double[] likelihoods) {
    double most = Arrays.stream(likelihoods).max().orElseThrow();
    double[] shares = new double[GRID.length];
    double sum = 0;
    for (int g = 0; g < GRID.length; g++) {
      double share = Math.exp(likelihoods[g] - most);
      shares[g] = share < LEAST_SHARE ? 0 : share;
      sum += shares[g];
    }
    for (int g = 0; g < GRID.length; g++) {
      shares[g] /= sum;
    }
    return shares;
  }

  private void addLikelihood(double[] sum, long stories, Past past, int d) {
    if (past.volume == 0) {
      return;
    }
    double mean = past.mean(past.stories, d);
    for (int g = 0; g < GRID.length; g++) {
      sum[g] += NegativeBinomial.logProbability(stories, mean, past.size(GRID[g], d));
    }
  }

  /** What was seen of a term before a day. */
  private final class Past {
    private final long[] storiesOn = new long[7];
    private final long[] volumeOn = new long[7];
    private long stories;
    private double weight;
    private long volume;

    double mean(double sum, int d) {
      double mean = volumes[d] * (sum + ONE) / volume;
      if (d < WEEKS) {
        return mean;
      }
      double expected = onWeekday(d);
      return mean * (storiesOn[weekdays[d]] + WEEKDAY_PRIOR) / (expected + WEEKDAY_PRIOR);
    }

    double size(double phi, int d) {
      double unknown = d < WEEKS ? 0 : 1 / (onWeekday(d) + WEEKDAY_PRIOR);
      return 1 / (1 / (stories + ONE) + phi + unknown);
    }

    /** Stories on the weekday of a day if weekdays did not matter. */
    private double onWeekday(int d) {
      return (stories + ONE) * volumeOn[weekdays[d]] / volume;
    }

    void add(long n, double w, int d) {
      stories += n;
      weight += w;
      volume += volumes[d];
      storiesOn[weekdays[d]] += n;
      volumeOn[weekdays[d]] += volumes[d];
    }
  }
}

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
 *
 * <p>Like is compared with like. A {@code volume} is the sum over sources of their stories, each
 * source's times the term's rate there by its rate overall ({@link Series#relative}), that of the
 * past by the same rates as the day's: so words of a source that is missing or prints twice as much
 * are expected accordingly, and where the day's sources have the shares of the past it is as if
 * they were one. Where they have not, {@code 1 / size} has what is not known of these rates added.
 * A source that is new on a day has no past: its stories count from the next day on.
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

  private final Series series;
  private final int[] weekdays;
  private final double[][] prior;

  /**
   * Stories of each source before each day, of all of them, and those of the day by new sources.
   */
  private final long[][] before;

  private final long[] allBefore;
  private final long[] fresh;

  /**
   * A model for one window.
   *
   * @param prior for each class of frequency the mean log-likelihood of a term under each φ
   */
  TrendModel(Series series, double[][] prior) {
    this.series = series;
    this.weekdays = series.weekdays();
    this.prior = prior;
    int days = series.days().length;
    this.before = new long[series.sources().length][days];
    this.allBefore = new long[days];
    this.fresh = new long[days];
    for (int s = 0; s < before.length; s++) {
      long sum = 0;
      for (int d = 0; d < days; d++) {
        before[s][d] = sum;
        allBefore[d] += sum;
        fresh[d] += sum > 0 ? 0 : series.volumes()[s][d];
        sum += series.volumes()[s][d];
      }
    }
  }

  /** A model without prior, to learn it by. */
  static TrendModel learning(Series series) {
    return new TrendModel(series, new double[CLASSES][GRID.length]);
  }

  /**
   * One day of a term.
   *
   * @param observed its stories by sources that are not new
   * @param expected of these
   */
  record Day(int day, long observed, double expected, double score, double p) {}

  /** The class of a term with so many stories in the window. */
  static int classOf(long stories) {
    return Math.min(CLASSES - 1, 63 - Long.numberOfLeadingZeros(Math.max(1, stories)));
  }

  /** The log-likelihood of a term's days under each φ, each day seen from those before it. */
  double[] likelihood(Series.Term term) {
    double[] sum = new double[GRID.length];
    Past past = new Past(term);
    for (int d = 0; d < weekdays.length; d++) {
      past.reach(d);
      addLikelihood(sum, past);
      past.add();
    }
    return sum;
  }

  /** The days with at least {@code least} stories by sources that are not new. */
  List<Day> days(Series.Term term, long least) {
    double[] of = prior[classOf(term.total())];
    double[] sum = new double[GRID.length];
    for (int g = 0; g < GRID.length; g++) {
      sum[g] = PRIOR_TERMS * of[g];
    }
    List<Day> days = new ArrayList<>();
    Past past = new Past(term);
    for (int d = 0; d < weekdays.length; d++) {
      past.reach(d);
      if (past.exposure > 0 && past.observed >= least) {
        days.add(day(past, sum));
      }
      addLikelihood(sum, past);
      past.add();
    }
    return days;
  }

  private static Day day(Past past, double[] likelihoods) {
    double expected = past.mean(past.stories);
    double[] shares = shares(likelihoods);
    double p = 0;
    double phi = 0;
    for (int g = 0; g < GRID.length; g++) {
      if (shares[g] > 0) {
        p += shares[g] * NegativeBinomial.atLeast(past.observed, expected, past.size(GRID[g]));
        phi += shares[g] * GRID[g];
      }
    }
    double score =
        NegativeBinomial.deviance(past.observedWeight, past.mean(past.weight), past.size(phi));
    return new Day(past.day, past.observed, expected, score, p);
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

  private static void addLikelihood(double[] sum, Past past) {
    if (past.exposure == 0) {
      return;
    }
    double mean = past.mean(past.stories);
    for (int g = 0; g < GRID.length; g++) {
      sum[g] += NegativeBinomial.logProbability(past.observed, mean, past.size(GRID[g]));
    }
  }

  /** What was seen of a term before a day, and what the day has. */
  private final class Past {
    private final Series.Term term;
    private final long[] bySource = new long[before.length];
    private final long[] storiesOn = new long[7];
    private final double[] exposureOn = new double[7];
    private long stories;
    private double weight;
    private double allExposure;

    private int day;
    private long observed;
    private double observedWeight;
    private double exposure;
    private double pastExposure;
    private double unknown;

    Past(Series.Term term) {
      this.term = term;
    }

    /** Comes to a day: its stories, its exposure and the past's, and what is not known of these. */
    void reach(int d) {
      day = d;
      observed = 0;
      observedWeight = 0;
      for (int i = 0; i < term.sources()[d].length; i++) {
        if (before[term.sources()[d][i]][d] > 0) {
          observed += term.bySource()[d][i];
          observedWeight += term.weights()[d][i];
        }
      }
      exposure = 0;
      pastExposure = 0;
      for (int s = 0; s < before.length; s++) {
        double relative = Series.relative(bySource[s], expected(s));
        exposure += before[s][d] > 0 ? series.volumes()[s][d] * relative : 0;
        pastExposure += before[s][d] * relative;
      }
      unknown = 0;
      for (int s = 0; s < before.length && exposure > 0; s++) {
        if (before[s][d] > 0) {
          double beyond = series.volumes()[s][d] / exposure - before[s][d] / pastExposure;
          double expected = expected(s);
          double variance =
              Series.relative(bySource[s], expected) / (Series.SOURCE_PRIOR + expected);
          unknown += beyond * beyond * variance;
        }
      }
    }

    /** The term's stories so far in a source if it were like all others. */
    private double expected(int source) {
      return allBefore[day] == 0 ? 0 : (double) stories * before[source][day] / allBefore[day];
    }

    /** The mean of the day, for stories or weights seen before. */
    double mean(double sum) {
      double mean = exposure * (sum + ONE) / pastExposure;
      if (day < WEEKS) {
        return mean;
      }
      double expected = onWeekday();
      return mean * (storiesOn[weekdays[day]] + WEEKDAY_PRIOR) / (expected + WEEKDAY_PRIOR);
    }

    double size(double phi) {
      double ofWeekday = day < WEEKS ? 0 : 1 / (onWeekday() + WEEKDAY_PRIOR);
      return 1 / (1 / (stories + ONE) + phi + unknown + ofWeekday);
    }

    /** Stories on the weekday of a day if weekdays did not matter. */
    private double onWeekday() {
      return (stories + ONE) * exposureOn[weekdays[day]] / allExposure;
    }

    /** Makes the day one of the past. */
    void add() {
      double all = exposure + fresh[day];
      allExposure += all;
      exposureOn[weekdays[day]] += all;
      storiesOn[weekdays[day]] += term.stories()[day];
      stories += term.stories()[day];
      for (int i = 0; i < term.sources()[day].length; i++) {
        bySource[term.sources()[day][i]] += term.bySource()[day][i];
        weight += term.weights()[day][i];
      }
    }
  }
}

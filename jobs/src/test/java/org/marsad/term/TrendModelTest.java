package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** The trends on windows made up with known rates, scatter, weekdays and bursts. */
class TrendModelTest {
  private static final int DAYS = 42;
  private static final int TERMS = 3000;
  private static final double Q = 0.05;

  private final Well19937c random = new Well19937c(20170914);

  /** A window: what each term's stories are on each day, and which are planted bursts. */
  private record Window(long[] volumes, int[] weekdays, long[][] terms, boolean[][] planted) {}

  /** Rates as in a language: few terms are frequent, most are rare; φ scatters each day. */
  private Window window(double phi, int bursts) {
    long[] volumes = new long[DAYS];
    int[] weekdays = new int[DAYS];
    for (int d = 0; d < DAYS; d++) {
      weekdays[d] = d % 7;
      volumes[d] = weekdays[d] == 4 ? 250 : 500 + random.nextInt(100);
    }
    long[][] terms = new long[TERMS][DAYS];
    boolean[][] planted = new boolean[TERMS][DAYS];
    for (int t = 0; t < TERMS; t++) {
      double rate = Math.min(0.3, 0.5 / Math.pow(t + 1, 1.1));
      for (int d = 0; d < DAYS; d++) {
        terms[t][d] = draw(rate * volumes[d], phi);
      }
      if (t % (TERMS / Math.max(1, bursts)) == 3 && bursts > 0) {
        int day = 20 + random.nextInt(DAYS - 20);
        planted[t][day] = true;
        terms[t][day] = draw(Math.max(12, 6 * rate * volumes[day]), phi);
      }
    }
    return new Window(volumes, weekdays, terms, planted);
  }

  private long draw(double mean, double phi) {
    double lambda = phi == 0 ? mean : new GammaDistribution(random, 1 / phi, phi).sample() * mean;
    return lambda < 1e-9 ? 0 : new PoissonDistribution(random, lambda, 1e-9, 10_000).sample();
  }

  private static TrendModel learned(Window w) {
    TrendModel model = TrendModel.learning(w.volumes(), w.weekdays());
    double[][] prior = new double[TrendModel.CLASSES][TrendModel.GRID.length];
    int[] counts = new int[TrendModel.CLASSES];
    for (long[] term : w.terms()) {
      long total = Arrays.stream(term).sum();
      double[] likelihood = model.likelihood(term);
      counts[TrendModel.classOf(total)]++;
      for (int g = 0; g < likelihood.length; g++) {
        prior[TrendModel.classOf(total)][g] += likelihood[g];
      }
    }
    for (int c = 0; c < counts.length; c++) {
      for (int g = 0; g < TrendModel.GRID.length; g++) {
        prior[c][g] /= Math.max(1, counts[c]);
      }
    }
    return new TrendModel(w.volumes(), w.weekdays(), prior);
  }

  /** Days with reports, reports, and how many of these were planted. */
  private int[] reported(Window w) {
    TrendModel model = learned(w);
    double[][] p = new double[DAYS][TERMS];
    for (double[] day : p) {
      Arrays.fill(day, 1);
    }
    for (int t = 0; t < TERMS; t++) {
      double[] weights = Arrays.stream(w.terms()[t]).asDoubleStream().toArray();
      for (TrendModel.Day d : model.days(w.terms()[t], weights, TermTrends.LEAST_STORIES)) {
        p[d.day()][t] = d.p();
      }
    }
    int days = 0;
    int reports = 0;
    int right = 0;
    for (int d = 1; d < DAYS; d++) {
      double limit = limit(p[d]);
      int before = reports;
      for (int t = 0; t < TERMS; t++) {
        if (p[d][t] <= limit) {
          reports++;
          right += w.planted()[t][d] ? 1 : 0;
        }
      }
      days += reports > before ? 1 : 0;
    }
    return new int[] {days, reports, right};
  }

  /** The largest p-value that Benjamini and Hochberg's procedure rejects. */
  private static double limit(double[] p) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double limit = -1;
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] <= Q * (i + 1) / sorted.length) {
        limit = sorted[i];
      }
    }
    return limit;
  }

  @Test
  void whereNothingHappenedFewerThanOneDayInTwentyReportsAnything() {
    int days = 0;
    int all = 0;
    for (double phi : new double[] {0, 0.1, 0.3}) {
      for (int round = 0; round < 3; round++) {
        days += reported(window(phi, 0))[0];
        all += DAYS - 1;
      }
    }
    assertTrue(20 * days < all, days + " of " + all + " days");
  }

  @Test
  void plantedBurstsAreFoundAndFewerThanOneInTwentyReportsIsFalse() {
    int reports = 0;
    int right = 0;
    int planted = 0;
    for (double phi : new double[] {0, 0.1, 0.3}) {
      int[] of = reported(window(phi, 60));
      reports += of[1];
      right += of[2];
      planted += 60;
    }
    assertTrue(20 * (reports - right) < reports, (reports - right) + " false of " + reports);
    assertTrue(right > 0.7 * planted, right + " found of " + planted);
  }

  @Test
  void theScatterOfTheWindowIsLearned() {
    assertTrue(width(0.4) > 2 * width(0), "expected scatter does not follow the window's");
  }

  /** The p-value of three times the usual number, for a frequent term. */
  private double width(double phi) {
    Window w = window(phi, 0);
    TrendModel model = learned(w);
    long[] stories = w.terms()[20].clone();
    stories[DAYS - 1] = 3 * Arrays.stream(stories).sum() / DAYS;
    List<TrendModel.Day> days = model.days(stories, new double[DAYS], 1);
    return -1 / Math.log(days.get(days.size() - 1).p());
  }

  @Test
  void theFirstDaysExpectationIsWorkedByHand() {
    double[][] even = new double[TrendModel.CLASSES][TrendModel.GRID.length];
    for (double[] likelihoods : even) {
      Arrays.fill(likelihoods, 1, likelihoods.length, -1e6);
    }
    TrendModel model = new TrendModel(new long[] {10, 20}, new int[] {0, 1}, even);
    TrendModel.Day day = model.days(new long[] {1, 4}, new double[] {1, 4}, 2).get(0);
    // Rate (1 + 1) / 10, a day of 20 stories; size 2, no scatter beyond.
    assertEquals(4.0, day.expected(), 1e-12);
    assertEquals(NegativeBinomial.atLeast(4, 4, 2), day.p(), 1e-12);
    assertEquals(0, day.score(), 1e-6);
  }

  @Test
  void tailsAreSumsOfProbabilities() {
    double below = 0;
    for (int y = 0; y < 7; y++) {
      below += Math.exp(NegativeBinomial.logProbability(y, 2.5, 1.7));
    }
    assertEquals(1 - below, NegativeBinomial.atLeast(7, 2.5, 1.7), 1e-12);
    assertEquals(0, NegativeBinomial.deviance(2.5, 2.5, 1.7), 1e-7);
    assertTrue(NegativeBinomial.deviance(1, 2.5, 1.7) < 0);
  }
}

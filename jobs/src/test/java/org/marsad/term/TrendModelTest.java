package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** The trends on windows made up with known rates, scatter, weekdays and bursts. */
class TrendModelTest {
  private static final int DAYS = 42;
  private static final int TERMS = 3000;
  private static final double Q = 0.05;
  private static final double LEAST_BURST = 12;

  private final Well19937c random = new Well19937c(20170914);

  /** A window: what each term's stories are on each day, and which are planted bursts. */
  private record Window(Series series, Series.Term[] terms, boolean[][] planted) {}

  /** Days from a Monday on, each source with its stories. */
  private static Series series(long[]... volumes) {
    LocalDate[] days = new LocalDate[volumes[0].length];
    Arrays.setAll(days, d -> LocalDate.of(2017, 9, 4).plusDays(d));
    String[] sources = new String[volumes.length];
    Arrays.setAll(sources, s -> "s" + s);
    return new Series(days, sources, volumes);
  }

  /** A term's stories in each source, each with a weight of 1. */
  private static Series.Term term(long[]... bySource) {
    int days = bySource[0].length;
    long[] stories = new long[days];
    int[][] sources = new int[days][];
    long[][] counts = new long[days][];
    for (int d = 0; d < days; d++) {
      int day = d;
      sources[d] = IntStream.range(0, bySource.length).filter(s -> bySource[s][day] > 0).toArray();
      counts[d] = Arrays.stream(sources[d]).mapToLong(s -> bySource[s][day]).toArray();
      stories[d] = Arrays.stream(counts[d]).sum();
    }
    double[][] weights = new double[days][];
    Arrays.setAll(weights, d -> Arrays.stream(counts[d]).asDoubleStream().toArray());
    return new Series.Term("t", "t", stories, sources, counts, weights);
  }

  /** One paper, smaller on one day of the week. */
  private Window window(double phi, int bursts) {
    long[] volumes = new long[DAYS];
    for (int d = 0; d < DAYS; d++) {
      volumes[d] = d % 7 == 4 ? 250 : 500 + random.nextInt(100);
    }
    return window(new long[][] {volumes}, phi, bursts);
  }

  /**
   * Papers with words of their own: the first is missing for five days, the second prints three
   * times as much from one day on, the third is new on the tenth day, the fourth is a weekly, the
   * fifth is small.
   */
  private Window papers(double phi, int bursts) {
    long[][] volumes = new long[6][DAYS];
    for (int d = 0; d < DAYS; d++) {
      volumes[0][d] = d >= 25 && d < 30 ? 0 : 200;
      volumes[1][d] = d >= 32 ? 180 : 60;
      volumes[2][d] = d < 10 ? 0 : 150;
      volumes[3][d] = d % 7 == 2 ? 200 : 0;
      volumes[4][d] = 6;
      volumes[5][d] = 150 + random.nextInt(50);
    }
    return window(volumes, phi, bursts);
  }

  /**
   * Rates as in a language: few terms are frequent, most are rare; φ scatters each day. Of several
   * papers each has words that are thirty times as frequent in it as in the others.
   */
  private Window window(long[][] volumes, double phi, int bursts) {
    Series.Term[] terms = new Series.Term[TERMS];
    boolean[][] planted = new boolean[TERMS][DAYS];
    for (int t = 0; t < TERMS; t++) {
      double rate = Math.min(0.3, 0.5 / Math.pow(t + 1, 1.1));
      int step = TERMS / Math.max(1, bursts);
      int burst =
          bursts > 0 && t % step == 3 + t / step % volumes.length
              ? 20 + random.nextInt(DAYS - 20)
              : Integer.MAX_VALUE;
      long[][] stories = new long[volumes.length][DAYS];
      for (int d = 0; d < DAYS; d++) {
        double scatter = scatter(phi);
        planted[t][d] = d == burst;
        for (int s = 0; s < volumes.length; s++) {
          boolean own = t % volumes.length == s;
          double mean = rate * volumes[s][d] / (own ? 1 : 30);
          double least = d == burst && volumes[s][d] > 0 ? LEAST_BURST / volumes.length : 0;
          stories[s][d] = draw(scatter * Math.max(least, d == burst ? 6 * mean : mean));
        }
      }
      terms[t] = term(stories);
    }
    return new Window(series(volumes), terms, planted);
  }

  private double scatter(double phi) {
    return phi == 0 ? 1 : new GammaDistribution(random, 1 / phi, phi).sample();
  }

  private long draw(double mean) {
    return mean < 1e-9 ? 0 : new PoissonDistribution(random, mean, 1e-9, 10_000).sample();
  }

  private static TrendModel learned(Window w) {
    TrendModel model = TrendModel.learning(w.series());
    double[][] prior = new double[TrendModel.CLASSES][TrendModel.GRID.length];
    int[] counts = new int[TrendModel.CLASSES];
    for (Series.Term term : w.terms()) {
      long total = term.total();
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
    return new TrendModel(w.series(), prior);
  }

  /** Days with reports, reports, and how many of these were planted. */
  private int[] reported(Window w) {
    TrendModel model = learned(w);
    double[][] p = new double[DAYS][TERMS];
    for (double[] day : p) {
      Arrays.fill(day, 1);
    }
    for (int t = 0; t < TERMS; t++) {
      for (TrendModel.Day d : model.days(w.terms()[t], TermTrends.LEAST_STORIES)) {
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

  /** Makes windows up with so much scatter and so many bursts. */
  private interface Windows {
    Window of(double phi, int bursts);
  }

  private void hardlyAnyReported(Windows windows) {
    int days = 0;
    int all = 0;
    for (double phi : new double[] {0, 0.1, 0.3}) {
      for (int round = 0; round < 3; round++) {
        days += reported(windows.of(phi, 0))[0];
        all += DAYS - 1;
      }
    }
    assertTrue(20 * days < all, days + " of " + all + " days");
  }

  private void plantedAreFound(Windows windows) {
    int reports = 0;
    int right = 0;
    int planted = 0;
    for (double phi : new double[] {0, 0.1, 0.3}) {
      int[] of = reported(windows.of(phi, 60));
      reports += of[1];
      right += of[2];
      planted += 60;
    }
    assertTrue(20 * (reports - right) < reports, (reports - right) + " false of " + reports);
    assertTrue(right > 0.7 * planted, right + " found of " + planted);
  }

  @Test
  void whereNothingHappenedFewerThanOneDayInTwentyReportsAnything() {
    hardlyAnyReported(this::window);
  }

  @Test
  void plantedBurstsAreFoundAndFewerThanOneInTwentyReportsIsFalse() {
    plantedAreFound(this::window);
  }

  @Test
  void aPaperThatIsMissingNewOrLargerRaisesNoWords() {
    hardlyAnyReported(this::papers);
  }

  @Test
  void plantedBurstsAreFoundWhicheverPapersThereAre() {
    plantedAreFound(this::papers);
  }

  @Test
  void theScatterOfTheWindowIsLearned() {
    assertTrue(width(0.4) > 2 * width(0), "expected scatter does not follow the window's");
  }

  /** The p-value of three times the usual number, for a frequent term. */
  private double width(double phi) {
    Window w = window(phi, 0);
    TrendModel model = learned(w);
    long[] stories = w.terms()[20].stories().clone();
    stories[DAYS - 1] = 3 * Arrays.stream(stories).sum() / DAYS;
    List<TrendModel.Day> days = model.days(term(stories), 1);
    return -1 / Math.log(days.get(days.size() - 1).p());
  }

  @Test
  void theFirstDaysExpectationIsWorkedByHand() {
    double[][] even = new double[TrendModel.CLASSES][TrendModel.GRID.length];
    for (double[] likelihoods : even) {
      Arrays.fill(likelihoods, 1, likelihoods.length, -1e6);
    }
    TrendModel model = new TrendModel(series(new long[] {10, 20}), even);
    TrendModel.Day day = model.days(term(new long[] {1, 4}), 2).get(0);
    // Rate (1 + 1) / 10, a day of 20 stories; size 2, no scatter beyond.
    assertEquals(4.0, day.expected(), 1e-12);
    assertEquals(NegativeBinomial.atLeast(4, 4, 2), day.p(), 1e-12);
    assertEquals(0, day.score(), 1e-6);
  }

  @Test
  void aSourcesOwnWordIsExpectedAsFarAsTheSourcePrints() {
    TrendModel model =
        TrendModel.learning(series(new long[] {100, 100, 0, 100}, new long[] {100, 100, 100, 100}));
    List<TrendModel.Day> days =
        model.days(term(new long[] {10, 10, 0, 10}, new long[] {0, 0, 1, 0}), 1);
    // Day 2: 20 of 400 stories; relative rates (2 + 20) / (2 + 10) and 2 / (2 + 10).
    assertEquals(100 / 6.0 * 21 / 400, days.get(1).expected(), 1e-12);
    // Day 3: 21 of 500 stories; relative rates (2 + 20) / (2 + 8.4) and (2 + 1) / (2 + 12.6).
    double past = 200 * 22 / 10.4 + 300 * 3 / 14.6;
    assertEquals((2200 / 10.4 + 300 / 14.6) * 22 / past, days.get(2).expected(), 1e-12);
  }

  @Test
  void aSmallSourcesOwnWordIsExpectedAsOften() {
    TrendModel model =
        TrendModel.learning(series(new long[] {990, 990, 990}, new long[] {10, 10, 10}));
    List<TrendModel.Day> days = model.days(term(new long[] {0, 0, 0}, new long[] {5, 5, 5}), 1);
    assertEquals((10 + 1) / 2.0, days.get(1).expected(), 1e-12);
  }

  @Test
  void aSourcesFirstDayDoesNotCount() {
    TrendModel model = TrendModel.learning(series(new long[] {100, 100}, new long[] {0, 50}));
    Series.Term term = term(new long[] {4, 5}, new long[] {0, 20});
    TrendModel.Day day = model.days(term, 1).get(0);
    assertEquals(5, day.observed());
    assertEquals(5.0, day.expected(), 1e-12);
    assertTrue(model.days(term(new long[] {4, 0}, new long[] {0, 20}), 1).isEmpty());
    // A day on which no known source is given a story lets nothing be expected.
    TrendModel copies = TrendModel.learning(series(new long[] {100, 0}, new long[] {0, 50}));
    assertTrue(copies.days(term(new long[] {4, 3}, new long[] {0, 20}), 1).isEmpty());
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

package org.marsad.term;

/**
 * Measures of how much two things that occur together belong together, from four counts: how often
 * together, how often each, and out of how many.
 */
public final class Association {
  private Association() {}

  /**
   * Dunning's log-likelihood ratio G² of the 2×2 table (T. Dunning, "Accurate methods for the
   * statistics of surprise and coincidence", Computational Linguistics 19, 1993); 0 where the two
   * are met together less often than by chance.
   */
  public static double g2(double together, double a, double b, double n) {
    double onlyA = a - together;
    double onlyB = b - together;
    double neither = n - a - b + together;
    if (together * n <= a * b) {
      return 0;
    }
    double sum =
        term(together, a * b / n)
            + term(onlyA, a * (n - b) / n)
            + term(onlyB, (n - a) * b / n)
            + term(neither, (n - a) * (n - b) / n);
    return Math.max(0, 2 * sum);
  }

  /** Pointwise mutual information in bits: log2 of observed over expected by chance. */
  public static double pmi(double together, double a, double b, double n) {
    return Math.log(together * n / (a * b)) / Math.log(2);
  }

  /**
   * PMI divided by -log2 p(together), from -1 to 1 (G. Bouma, "Normalized (pointwise) mutual
   * information in collocation extraction", GSCL 2009); 1 where the two only occur together.
   */
  public static double npmi(double together, double a, double b, double n) {
    if (together >= n) {
      return 1;
    }
    return pmi(together, a, b, n) / (-Math.log(together / n) / Math.log(2));
  }

  /** Dice coefficient: 2 |A∩B| / (|A| + |B|). */
  public static double dice(double together, double a, double b) {
    return 2 * together / (a + b);
  }

  /** Jaccard index: |A∩B| / |A∪B|. */
  public static double jaccard(double together, double a, double b) {
    return together / (a + b - together);
  }

  /**
   * Log ratio: the binary logarithm of how many times as frequent something is in one set as in
   * another; half a time stands for none (A. Hardie, "Log Ratio: an informal introduction", 2014).
   *
   * @param a times in the first set
   * @param sizeA size of the first set
   * @param b times in the second set
   * @param sizeB size of the second set
   */
  public static double logRatio(double a, double sizeA, double b, double sizeB) {
    double inA = (a == 0 ? 0.5 : a) / sizeA;
    double inB = (b == 0 ? 0.5 : b) / sizeB;
    return Math.log(inA / inB) / Math.log(2);
  }

  private static double term(double observed, double expected) {
    return observed <= 0 || expected <= 0 ? 0 : observed * Math.log(observed / expected);
  }
}

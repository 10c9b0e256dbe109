package org.marsad.term;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Counts that scatter more than Poisson's: the negative binomial distribution by its mean and size;
 * the variance is {@code mean + mean² / size} (J. Hilbe, "Negative Binomial Regression", 2011, 8).
 */
final class NegativeBinomial {
  private NegativeBinomial() {}

  /** Natural logarithm of the probability of {@code y}. */
  static double logProbability(long y, double mean, double size) {
    double zeros = -size * Math.log1p(mean / size);
    if (y == 0) {
      return zeros;
    }
    return Gamma.logGamma(y + size)
        - Gamma.logGamma(size)
        - Gamma.logGamma(y + 1.0)
        + zeros
        + y * Math.log(mean / (mean + size));
  }

  /** Probability of {@code y} or more. */
  static double atLeast(long y, double mean, double size) {
    return y <= 0 ? 1 : Beta.regularizedBeta(mean / (mean + size), y, size);
  }

  /** The root of the deviance, with the sign of {@code y - mean}; about a standard normal. */
  static double deviance(double y, double mean, double size) {
    double sum = y > 0 ? y * Math.log(y / mean) : 0;
    sum -= (y + size) * Math.log((y + size) / (mean + size));
    return Math.signum(y - mean) * Math.sqrt(Math.max(0, 2 * sum));
  }
}

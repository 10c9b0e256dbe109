package org.marsad.term;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import org.apache.spark.sql.Column;

/** Shares of a source's articles, over a window or on a day, that are surely no less. */
public final class SourceShares {
  /** Fewer articles show no habit. */
  public static final int LEAST_ARTICLES = 10;

  /** Normal quantile of «surely», 95 % from both sides. */
  private static final double Z = 1.96;

  private SourceShares() {}

  /** Whether {@code part} of {@code n} articles is surely no less than a share. */
  public static Column isSurely(Column part, Column n, double least) {
    return n.geq(LEAST_ARTICLES).and(surely(part.divide(n), n).geq(least));
  }

  /**
   * The lower end of a share's interval (E. Wilson, "Probable inference, the law of succession, and
   * statistical inference", 1927).
   */
  private static Column surely(Column share, Column n) {
    Column spread =
        sqrt(
            share
                .multiply(lit(1).minus(share))
                .divide(n)
                .plus(lit(Z * Z / 4).divide(n.multiply(n))));
    return share
        .plus(lit(Z * Z / 2).divide(n))
        .minus(spread.multiply(Z))
        .divide(lit(Z * Z).divide(n).plus(1));
  }
}

package org.marsad.term;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Shares of a source's articles, over a window or on a day, that are surely no less. */
public final class SourceShares {
  /** Fewer articles show no habit. */
  public static final int LEAST_ARTICLES = 10;

  /** Normal quantile of «surely», 95 % from both sides. */
  private static final double Z = 1.96;

  private SourceShares() {}

  /**
   * What is counted, with the share that it has of all articles of its key, where that is surely no
   * less.
   *
   * @param counted rows with the key and {@code articles}
   * @param all the key and {@code all}, its articles
   * @return the rows with {@code article_share} and the lower end of its interval, {@code surely}
   */
  public static Dataset<Row> of(
      Dataset<Row> counted, Dataset<Row> all, double least, String... key) {
    return counted
        .join(broadcast(all.where(col("all").geq(LEAST_ARTICLES))), key)
        .withColumn("article_share", col("articles").divide(col("all")))
        .withColumn("surely", surely(col("article_share"), col("all")))
        .where(col("surely").geq(least));
  }

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

package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The form of each term that the press prints most in the window. */
public final class TermSurfaces {
  private TermSurfaces() {}

  /** Columns {@code term}, {@code surface}, for rows of {@link ArticleTerms#TABLE}. */
  public static Dataset<Row> of(Dataset<Row> articleTerms) {
    return articleTerms
        .groupBy("term", "surface")
        .agg(sum("occurrences").as("n"))
        .groupBy("term")
        .agg(max(struct(col("n"), col("surface"))).as("best"))
        .select(col("term"), col("best.surface").as("surface"));
  }
}

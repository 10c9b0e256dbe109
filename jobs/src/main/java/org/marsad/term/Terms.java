package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * The terms of the window, and the form of each that the press prints most.
 *
 * <p>Reads {@code article_terms}, writes {@code terms}. Try {@code ./marsad sql "SELECT surface,
 * stories FROM terms ORDER BY stories DESC LIMIT 20"}.
 */
public final class Terms implements Analysis {
  public static final Table TABLE =
      new Table(
          "terms",
          "One row per term of the window.",
          List.of(TERM),
          List.of(
              TERM,
              SURFACE,
              TermFrequency.OCCURRENCES,
              TermFrequency.ARTICLES,
              TermFrequency.STORIES));

  @Override
  public List<Table> reads() {
    return List.of(ArticleTerms.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> articleTerms = inputs.table(ArticleTerms.TABLE);
    Dataset<Row> counts =
        articleTerms
            .groupBy("term")
            .agg(
                sum(col("occurrences").cast(LongType)).as("occurrences"),
                count(lit(1)).as("articles"),
                countDistinct("story_id").as("stories"));
    Dataset<Row> surfaces =
        articleTerms
            .groupBy("term", "surface")
            .agg(sum("occurrences").as("n"))
            .groupBy("term")
            .agg(max(struct(col("n"), col("surface"))).as("best"))
            .select(col("term"), col("best.surface").as("surface"));
    return Map.of(TABLE, counts.join(surfaces, "term"));
  }

  /** Columns {@code term}, {@code surface} of {@link #TABLE}. */
  public static Dataset<Row> surfaces(Inputs inputs) {
    return inputs.table(TABLE).select("term", "surface");
  }
}

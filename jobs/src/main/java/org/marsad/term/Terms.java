package org.marsad.term;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
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
import org.marsad.article.StoryTables;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * The terms of the window, and the form of each that the press prints most.
 *
 * <p>Reads {@code article_terms} and {@code story_members}, writes {@code terms}. Try {@code
 * ./marsad sql "SELECT surface, stories FROM terms ORDER BY stories DESC LIMIT 20"}.
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
    return List.of(ArticleTerms.TABLE, StoryTables.MEMBERS);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> rows = marked(inputs);
    Dataset<Row> counts =
        rows.groupBy("term", "surface")
            .agg(
                sum(col("occurrences").cast(LongType)).as("n"),
                count(lit(1)).as("articles"),
                count_if(col("story").isNull()).as("alone"))
            .groupBy("term")
            .agg(
                sum("n").as("occurrences"),
                sum("articles").as("articles"),
                sum("alone").as("alone"),
                max(struct(col("n"), col("surface"))).getField("surface").as("surface"));
    Dataset<Row> shared =
        rows.where(col("story").isNotNull())
            .select("term", "story")
            .distinct()
            .groupBy("term")
            .agg(count(lit(1)).as("shared"));
    return Map.of(
        TABLE,
        counts
            .join(shared, new String[] {"term"}, "left")
            .withColumn("stories", col("alone").plus(coalesce(col("shared"), lit(0L)))));
  }

  /** Rows with the story where it has several articles: only these can count it twice. */
  private static Dataset<Row> marked(Inputs inputs) {
    Dataset<Row> several =
        inputs.table(StoryTables.MEMBERS).select(col("story_id"), col("story_id").as("story"));
    return inputs
        .table(ArticleTerms.TABLE)
        .select("story_id", "term", "surface", "occurrences")
        .join(Scale.small(several.distinct()), new String[] {"story_id"}, "left");
  }

  /** Columns {@code term}, {@code surface} of {@link #TABLE}. */
  public static Dataset<Row> surfaces(Inputs inputs) {
    return inputs.table(TABLE).select("term", "surface");
  }
}

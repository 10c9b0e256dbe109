package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.marsad.article.ArticleTable.PUBLISHED_ON;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * How often each term stands in each paper, day by day.
 *
 * <p>Reads {@code article_terms} and {@code terms}, writes {@code term_frequency}. Try {@code
 * ./marsad sql "SELECT surface, sum(stories) n FROM term_frequency GROUP BY 1 ORDER BY n DESC LIMIT
 * 20"}.
 */
public final class TermFrequency implements Analysis {
  static final Field OCCURRENCES = required("occurrences", LongType, "Times in titles and bodies");
  static final Field ARTICLES = required("articles", LongType, "Articles with the term");
  static final Field STORIES =
      required("stories", LongType, "Stories with the term: near-copies count once");
  static final Field PER_MILLION =
      required(
          "per_million",
          DoubleType,
          "Occurrences in a million terms (stop words not counted) of that day and source");

  public static final Table TABLE =
      new Table(
          "term_frequency",
          "One row per day, source and term.",
          List.of(PUBLISHED_ON, SOURCE, TERM),
          List.of(
              PUBLISHED_ON, SOURCE, TERM, SURFACE, OCCURRENCES, ARTICLES, STORIES, PER_MILLION));

  @Override
  public List<Table> reads() {
    return List.of(ArticleTerms.TABLE, Terms.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> terms = inputs.table(ArticleTerms.TABLE);
    Dataset<Row> counts =
        terms
            .groupBy("published_on", "source", "term")
            .agg(
                sum(col("occurrences").cast(LongType)).as("occurrences"),
                count(lit(1)).as("articles"),
                countDistinct("story_id").as("stories"));
    Dataset<Row> volumes =
        terms
            .groupBy("published_on", "source")
            .agg(sum(col("occurrences").cast(LongType)).as("volume"));
    Dataset<Row> frequency =
        counts
            .join(
                volumes,
                counts
                    .col("published_on")
                    .equalTo(volumes.col("published_on"))
                    .and(counts.col("source").equalTo(volumes.col("source"))))
            .select(counts.col("*"), col("volume"))
            .join(Terms.surfaces(inputs), "term")
            .withColumn("per_million", col("occurrences").multiply(1e6).divide(col("volume")));
    return Map.of(TABLE, frequency);
  }
}

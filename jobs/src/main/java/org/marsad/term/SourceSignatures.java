package org.marsad.term;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.marsad.article.ArticleTable.SOURCE;
import static org.marsad.table.Field.required;
import static org.marsad.term.ArticleTerms.SURFACE;
import static org.marsad.term.ArticleTerms.TERM;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Terms that a source prints in most of its articles, whatever they are about: its own name, its
 * page's furniture. A page's furniture may change from one day to the next, so a day tells as well.
 *
 * <p>Reads {@code term_frequency}, {@code terms} and {@code articles}, writes {@code
 * source_signatures}. Such a term says nothing in that source; {@code term_days}, {@code
 * article_keywords} and {@code term_keyness} leave it out there. Try {@code ./marsad sql "SELECT *
 * FROM source_signatures"}.
 */
public final class SourceSignatures implements Analysis {
  /** The share of the source's articles is surely no less for a term that is its signature. */
  static final double LEAST_SHARE = 0.5;

  /** The same on a single day, on which news fills a paper sooner than over a window. */
  static final double LEAST_DAY_SHARE = 0.75;

  public static final Table TABLE =
      new Table(
          "source_signatures",
          "One row per source and term that surely stands in at least half of its articles, or on"
              + " some day in three quarters of them.",
          List.of(SOURCE, TERM),
          List.of(
              SOURCE,
              TERM,
              SURFACE,
              TermFrequency.ARTICLES,
              required("article_share", DoubleType, "Share of the source's articles, 0 to 1")));

  /** The signatures of each source. */
  record Known(Map<String, Set<String>> terms) implements Serializable {
    boolean contains(String source, String term) {
      Set<String> own = terms.get(source);
      return own != null && own.contains(term);
    }
  }

  @Override
  public List<Table> reads() {
    return List.of(TermFrequency.TABLE, Terms.TABLE, ArticleTable.ARTICLES);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> days =
        inputs
            .table(ArticleTable.ARTICLES)
            .groupBy("source", "published_on")
            .agg(count(lit(1)).as("all"));
    Dataset<Row> sources = days.groupBy("source").agg(sum("all").as("all"));
    Dataset<Row> terms = inputs.table(TermFrequency.TABLE);
    Dataset<Row> onDays =
        terms
            .join(broadcast(days), new String[] {"source", "published_on"})
            .where(SourceShares.isSurely(col("articles"), col("all"), LEAST_DAY_SHARE))
            .select(col("source"), col("term"), lit(true).as("on_a_day"))
            .distinct();
    Dataset<Row> all = terms.groupBy("source", "term").agg(sum("articles").as("articles"));
    Dataset<Row> common =
        all.join(broadcast(sources), "source")
            .join(broadcast(onDays), new String[] {"source", "term"}, "left")
            .where(
                SourceShares.isSurely(col("articles"), col("all"), LEAST_SHARE).or(col("on_a_day")))
            .withColumn("article_share", col("articles").divide(col("all")));
    return Map.of(TABLE, common.join(Terms.surfaces(inputs), "term"));
  }

  static Known known(Inputs inputs) {
    Map<String, Set<String>> terms = new HashMap<>();
    inputs
        .table(TABLE)
        .select("source", "term")
        .collectAsList()
        .forEach(
            r -> terms.computeIfAbsent(r.getString(0), s -> new HashSet<>()).add(r.getString(1)));
    return new Known(terms);
  }
}

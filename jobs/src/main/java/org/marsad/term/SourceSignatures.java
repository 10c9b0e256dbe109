package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * Terms that a source prints in most of its articles, whatever they are about, and the others
 * hardly: its own name, its page's furniture. A page's furniture may change from one day to the
 * next, so a day tells as well. What the others print too is the news, or the language; and where
 * there are no others, nothing tells a source's own terms from its subject.
 *
 * <p>Reads {@code term_frequency} and {@code articles}, writes {@code source_signatures}. Such a
 * term says nothing in that source; {@code term_days}, {@code article_keywords} and {@code
 * term_keyness} leave it out there. Try {@code ./marsad sql "SELECT * FROM source_signatures"}.
 */
public final class SourceSignatures implements Analysis {
  /** The share of the source's articles is surely no less for a term that is its signature. */
  static final double LEAST_SHARE = 0.5;

  /** The same on a single day, on which news fills a paper sooner than over a window. */
  static final double LEAST_DAY_SHARE = 0.75;

  /** From this share of the other sources' articles on, over the same days, it is nobody's own. */
  static final double MOST_ELSEWHERE = 0.25;

  public static final Table TABLE =
      new Table(
          "source_signatures",
          "One row per source and term that surely stands in at least half of its articles, or on"
              + " some day in three quarters of them, and in less than a quarter of the others'.",
          List.of(SOURCE, TERM),
          List.of(
              SOURCE,
              TERM,
              SURFACE,
              TermFrequency.ARTICLES,
              required("article_share", DoubleType, "Share of the source's articles, 0 to 1")));

  /** The one span that is the whole window. */
  private static final Column WINDOW = lit("window").as("span");

  /** The signatures of each source. */
  record Known(Map<String, Set<String>> terms) implements Serializable {
    boolean contains(String source, String term) {
      Set<String> own = terms.get(source);
      return own != null && own.contains(term);
    }
  }

  @Override
  public List<Table> reads() {
    return List.of(TermFrequency.TABLE, ArticleTable.ARTICLES);
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
            .groupBy(col("source"), col("published_on").as("span"))
            .agg(count(lit(1)).as("all"));
    Dataset<Row> terms =
        inputs
            .table(TermFrequency.TABLE)
            .select(
                col("source"),
                col("published_on").as("span"),
                col("term"),
                col("articles"),
                col("surface"));
    Dataset<Row> window = days.groupBy(col("source"), WINDOW).agg(sum("all").as("all"));
    Dataset<Row> all =
        terms
            .groupBy(col("source"), WINDOW, col("term"))
            .agg(sum("articles").as("articles"), max("surface").as("surface"));
    Dataset<Row> own =
        own(all, window, LEAST_SHARE).union(own(terms, days, LEAST_DAY_SHARE)).distinct();
    Dataset<Row> found =
        all.join(Scale.small(own), new String[] {"source", "term"})
            .join(Scale.small(window), "source")
            .withColumn("article_share", col("articles").divide(col("all")));
    return Map.of(TABLE, found);
  }

  /**
   * Columns {@code source}, {@code term} of what is a source's own over a span of days.
   *
   * @param terms the articles with each term, by source and span
   * @param volumes all articles by source and span
   */
  private static Dataset<Row> own(Dataset<Row> terms, Dataset<Row> volumes, double least) {
    Column total = sum("all").over(Window.partitionBy("span"));
    Dataset<Row> often =
        terms
            .join(
                Scale.small(volumes.withColumn("others", total.minus(col("all")))),
                new String[] {"source", "span"})
            .where(SourceShares.isSurely(col("articles"), col("all"), least))
            .where(col("others").geq(SourceShares.LEAST_ARTICLES));
    String[] term = {"span", "term"};
    Dataset<Row> everywhere =
        terms
            .join(Scale.small(often.select("span", "term").distinct()), term, "left_semi")
            .groupBy("span", "term")
            .agg(sum("articles").as("everywhere"));
    Column elsewhere = col("everywhere").minus(col("articles"));
    return often
        .join(everywhere, term)
        .where(elsewhere.lt(col("others").multiply(MOST_ELSEWHERE)))
        .select("source", "term");
  }

  static Known known(Inputs inputs) {
    return inputs.once(Known.class, SourceSignatures::read);
  }

  private static Known read(Inputs inputs) {
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

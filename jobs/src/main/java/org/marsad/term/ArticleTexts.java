package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Inputs;
import org.marsad.table.NarrowSide;

/**
 * The articles of a window with their terms, one row each: what is shuffled is an article, never a
 * token or a count.
 */
final class ArticleTexts {
  private static final Column[] COLUMNS = {
    col("article_id"),
    col("story_id"),
    col("source"),
    col("published_on"),
    col("terms.term").as("terms"),
    col("terms.occurrences").as("counts"),
    col("terms.pos").as("tags"),
    col("forms.term").as("form_terms"),
    col("forms.surface").as("form_surfaces"),
    col("order"),
    col("terms.surface").as("surfaces")
  };

  private ArticleTexts() {}

  /**
   * One article.
   *
   * @param terms its terms
   * @param counts how often each occurs
   * @param tags the part of speech of each
   * @param formTerms for each form the place of its term
   * @param formSurfaces each form as printed, null behind other clitics than the article
   * @param order forms in the order of the text, -1 where a row of terms ends
   * @param surfaces how each term is printed most in the article
   */
  record Text(
      String articleId,
      String storyId,
      String source,
      LocalDate day,
      List<String> terms,
      List<Integer> counts,
      List<String> tags,
      List<Integer> formTerms,
      List<String> formSurfaces,
      List<Integer> order,
      List<String> surfaces) {

    static Text of(Row row) {
      return new Text(
          row.getString(0),
          row.getString(1),
          row.getString(2),
          row.getLocalDate(3),
          row.getList(4),
          row.getList(5),
          row.getList(6),
          row.getList(7),
          row.getList(8),
          row.getList(9),
          row.getList(10));
    }

    /** Whether it is the one article that stands for its story where copies must not count. */
    boolean first() {
      return articleId.equals(storyId);
    }

    /** The place of the term at a place of the order, or -1 at the end of a row of terms. */
    int termAt(int place) {
      int form = order.get(place);
      return form < 0 ? -1 : formTerms.get(form);
    }
  }

  /** Rows for {@link Text#of}, without {@code surfaces}. */
  static Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> rows = read(inputs);
    return rows.withColumn("surfaces", nothing(rows.schema().apply("surfaces")));
  }

  /** Rows for {@link Text#of}. */
  static Dataset<Row> read(Inputs inputs) {
    Dataset<Row> articles = inputs.table(ArticleTable.ARTICLES).select("article_id", "story_id");
    return inputs
        .table(TextTable.ANALYSED)
        .join(NarrowSide.of(articles), "article_id")
        .select(COLUMNS);
  }

  /** The same rows without what a reader of these columns does not need: it need not be decoded. */
  static Dataset<Row> only(Dataset<Row> rows, String... needed) {
    Set<String> kept = Set.of(needed);
    Column[] columns =
        Stream.of(rows.schema().fields())
            .map(f -> kept.contains(f.name()) ? col(f.name()) : nothing(f))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Column nothing(StructField field) {
    return lit(null).cast(field.dataType()).as(field.name());
  }

  /** All columns, for the first article of each story alone. */
  static Dataset<Row> firsts(Inputs inputs) {
    return read(inputs).where(col("article_id").equalTo(col("story_id")));
  }
}

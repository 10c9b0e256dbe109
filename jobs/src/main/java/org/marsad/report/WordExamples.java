package org.marsad.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Scale;

/**
 * For the words of {@link WordLists} the articles of their day and facet that have them most; of a
 * facet those of the last day alone, of others there are too many to show.
 */
final class WordExamples {
  private static final StructType WANTED =
      new StructType()
          .add("place", DataTypes.IntegerType)
          .add("of_source", DataTypes.StringType)
          .add("of_category", DataTypes.StringType)
          .add("day", DataTypes.DateType)
          .add("term", DataTypes.StringType);

  /** Not each article prints a word in a form that is found again. */
  private static final int CANDIDATES = 3;

  private WordExamples() {}

  /**
   * What to cite for each word, in their order.
   *
   * @param terms {@code article_id, source, published_on, term, occurrences, surface}
   * @param articles {@code article_id, category}
   * @param printed each word as the press prints it most
   */
  static List<List<Passage.Ask>> of(
      List<WordLists.Word> words,
      Dataset<Row> terms,
      Dataset<Row> articles,
      Night night,
      Facets facets,
      Map<String, String> printed) {
    List<List<Passage.Ask>> asks = new ArrayList<>();
    List<Row> wanted = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      WordLists.Word word = words.get(i);
      asks.add(new ArrayList<>());
      if (word.facet() == WordLists.EVERYTHING || word.day() == night.days().size() - 1) {
        LocalDate day = word.day() == WordLists.WHOLE ? null : night.days().get(word.day());
        Facets.Facet facet = facets.all().get(word.facet());
        wanted.add(RowFactory.create(i, facet.source(), facet.category(), day, word.term()));
      }
    }
    if (wanted.isEmpty()) {
      return asks;
    }
    Dataset<Row> asked = terms.sparkSession().createDataFrame(wanted, WANTED);
    Column onItsDay = col("day").isNull().or(col("day").equalTo(col("published_on")));
    Column inItsFacet =
        col("of_source")
            .isin(lit(""), col("source"))
            .and(col("of_category").isin(lit(""), coalesce(col("category"), lit(""))));
    terms
        .join(
            Scale.small(asked.withColumnRenamed("term", "word")), col("term").equalTo(col("word")))
        .where(onItsDay)
        .join(articles.select("article_id", "category"), "article_id")
        .where(inItsFacet)
        .withColumn(
            "candidate",
            row_number()
                .over(
                    Window.partitionBy("place")
                        .orderBy(col("occurrences").desc(), col("article_id").asc())))
        .where(col("candidate").leq(CANDIDATES))
        .orderBy("place", "candidate")
        .select("place", "article_id", "surface")
        .collectAsList()
        .forEach(
            r -> {
              String usual = printed.get(words.get(r.getInt(0)).term());
              List<String> forms = List.of(usual, r.getString(2));
              asks.get(r.getInt(0)).add(Passage.Ask.ofWords(r.getString(1), forms));
            });
    return asks;
  }
}

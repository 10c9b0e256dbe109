package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;

class PhrasesTest {
  @Test
  void aTermOfSeveralWordsMakesNoPhrase() {
    Dataset<Row> analysed =
        SparkFixture.spark()
            .read()
            .schema(TextTable.ANALYSED.schema())
            .parquet(Warehouses.sample() + "/store/analysed/*/*");
    assertTrue(phrases("مجلس", analysed).contains("مجلس أمن"), "else it proves nothing");
    List<String> without = phrases("د. ب. أ", analysed);
    assertTrue(without.contains("أمة متحد"), without.toString());
    assertFalse(without.stream().anyMatch(p -> p.contains("أ أمن")), without.toString());
  }

  /** The sample's phrases, one of its terms being another. */
  private static List<String> phrases(String term, Dataset<Row> analysed) {
    String other = "if(T = 'مجلس', '" + term + "', T)";
    Dataset<Row> texts =
        analysed.withColumn(
            "terms",
            expr(
                "transform(terms, t -> named_struct('term', "
                    + other.replace("T", "t.term")
                    + ", 'pos', t.pos, 'surface', t.surface, 'occurrences', t.occurrences))"));
    Dataset<Row> pairs =
        table(Collocations.TABLE.name())
            .withColumn("term_a", expr(other.replace("T", "term_a")))
            .withColumn("term_b", expr(other.replace("T", "term_b")));
    Inputs inputs =
        new Inputs(
            Map.of(
                Collocations.TABLE,
                pairs,
                TextTable.ANALYSED,
                texts,
                ArticleTable.ARTICLES,
                table("articles"),
                SourceSignatures.TABLE,
                table("source_signatures")),
            Map.of(),
            Parameters.defaults());
    return new Phrases()
        .run(inputs).get(Phrases.TABLE).select(col("term")).collectAsList().stream()
            .map(r -> r.getString(0))
            .toList();
  }

  private static Dataset<Row> table(String name) {
    return Warehouses.table(Warehouses.sample(), name);
  }
}

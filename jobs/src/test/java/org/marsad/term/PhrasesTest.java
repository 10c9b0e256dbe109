package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marsad.term.MadeTexts.bound;
import static org.marsad.term.MadeTexts.noun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Table;

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

  @Test
  void printsBehindACliticHaveNoVote() {
    List<MadeTexts.Made> articles = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      MadeTexts.Word first = i < 12 ? bound("مجلس") : noun("مجلس");
      articles.add(new MadeTexts.Made("a" + i, "a" + i, first, noun("أمن")));
    }
    Row phrase = run(articles, "مجلس أمن").first();
    assertEquals("مجلس أمن", phrase.getAs("surface"));
    assertEquals(23L, phrase.<Long>getAs("occurrences"));
  }

  @Test
  void whatMostlyStandsInALongerPhraseIsNone() {
    List<MadeTexts.Made> articles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String id = "a" + i;
      articles.add(new MadeTexts.Made(id, id, nouns("خادم حرم شريف ملك سلمان")));
    }
    assertEquals(
        List.of("خادم حرم شريف", "ملك سلمان"),
        terms(run(articles, "خادم حرم", "حرم شريف", "شريف ملك", "ملك سلمان")));
  }

  @Test
  void whatIsNotCompleteIsNone() {
    List<MadeTexts.Made> articles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String id = "a" + i;
      String behind = i < 17 ? " نوع" + i : "";
      articles.add(new MadeTexts.Made(id, id, nouns("رئيس مجلس" + behind)));
      articles.add(
          new MadeTexts.Made("b" + i, "b" + i, nouns(i < 16 ? "مدير عام " + i : "مدير عام")));
    }
    assertEquals(List.of("مدير عام"), terms(run(articles, "رئيس مجلس", "مدير عام")));
  }

  private static MadeTexts.Word[] nouns(String words) {
    return Stream.of(words.split(" ")).map(MadeTexts::noun).toArray(MadeTexts.Word[]::new);
  }

  private static Dataset<Row> run(List<MadeTexts.Made> articles, String... pairs) {
    List<Row> neighbours =
        Stream.of(pairs)
            .map(p -> p.split(" "))
            .map(p -> RowFactory.create(p[0], p[1], "", 23L, 23L, 23L, 23L, 500L, 1.0, 200.0))
            .toList();
    Map<Table, Dataset<Row>> tables = new HashMap<>(MadeTexts.tables(articles));
    tables.put(Collocations.TABLE, MadeTexts.table(Collocations.TABLE, neighbours));
    tables.put(SourceSignatures.TABLE, MadeTexts.table(SourceSignatures.TABLE, List.of()));
    Inputs inputs = new Inputs(tables, Map.of(), Parameters.defaults());
    return new Phrases().run(inputs).get(Phrases.TABLE);
  }

  private static List<String> terms(Dataset<Row> phrases) {
    return phrases.select(col("term")).collectAsList().stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
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
    return terms(new Phrases().run(inputs).get(Phrases.TABLE));
  }

  private static Dataset<Row> table(String name) {
    return Warehouses.table(Warehouses.sample(), name);
  }
}

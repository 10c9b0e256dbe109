package org.marsad.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.SparkFixture;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Table;

/** Articles made of a row of terms each, as the analyses of terms read them. */
final class MadeTexts {
  private static final LocalDate DAY = LocalDate.of(2017, 9, 3);

  private MadeTexts() {}

  /**
   * A term as printed.
   *
   * @param surface null behind a clitic
   */
  record Word(String term, String surface, String pos) {}

  /** A noun, printed as it is. */
  static Word noun(String term) {
    return new Word(term, term, "NOUN");
  }

  /** A noun behind a clitic. */
  static Word bound(String term) {
    return new Word(term, null, "NOUN");
  }

  /** A story's article with its terms in a row. */
  record Made(String id, String story, String source, List<Word> words) {
    Made(String id, String story, Word... words) {
      this(id, story, "أفق", List.of(words));
    }

    private List<String> terms() {
      return words.stream().map(Word::term).distinct().toList();
    }

    private int times(String term) {
      return (int) words.stream().filter(w -> w.term().equals(term)).count();
    }

    private String pos(String term) {
      return words.stream().filter(w -> w.term().equals(term)).findFirst().orElseThrow().pos();
    }

    private List<Word> forms() {
      return words.stream().distinct().toList();
    }

    private List<Integer> order() {
      List<Integer> order =
          words.stream().map(forms()::indexOf).collect(Collectors.toCollection(ArrayList::new));
      order.add(-1);
      return order;
    }

    ArticleTexts.Text text() {
      List<String> terms = terms();
      return new ArticleTexts.Text(
          id,
          story,
          source,
          DAY,
          terms,
          terms.stream().map(this::times).toList(),
          terms.stream().map(this::pos).toList(),
          forms().stream().map(f -> terms.indexOf(f.term())).toList(),
          Arrays.asList(forms().stream().map(Word::surface).toArray(String[]::new)),
          order(),
          terms);
    }

    private Row analysed() {
      List<String> terms = terms();
      Object[] cells =
          TextTable.ANALYSED.fields().stream()
              .map(
                  f ->
                      switch (f.name()) {
                        case "article_id", "text_key" -> id;
                        case "source" -> source;
                        case "published_on" -> DAY;
                        case "terms" ->
                            terms.stream()
                                .map(t -> RowFactory.create(t, pos(t), t, times(t)))
                                .toArray();
                        case "forms" ->
                            forms().stream()
                                .map(w -> RowFactory.create(terms.indexOf(w.term()), w.surface()))
                                .toArray();
                        case "order" -> order().toArray();
                        default -> new Object[0];
                      })
              .toArray();
      return RowFactory.create(cells);
    }
  }

  /** The tables that every analysis of these articles reads. */
  static Map<Table, Dataset<Row>> tables(List<Made> articles) {
    StructType ids =
        new StructType()
            .add("article_id", DataTypes.StringType)
            .add("story_id", DataTypes.StringType);
    return Map.of(
        TextTable.ANALYSED,
        table(TextTable.ANALYSED, articles.stream().map(Made::analysed).toList()),
        ArticleTable.ARTICLES,
        SparkFixture.spark()
            .createDataFrame(
                articles.stream().map(m -> RowFactory.create(m.id(), m.story())).toList(), ids));
  }

  /** A table of these rows. */
  static Dataset<Row> table(Table table, List<Row> rows) {
    return SparkFixture.spark().createDataFrame(rows, table.schema());
  }
}

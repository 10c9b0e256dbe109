package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.marsad.term.MadeTexts.noun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Table;

class CollocationsTest {
  @Test
  void copiesOfAPieceCountOnce() {
    List<MadeTexts.Made> articles = new ArrayList<>();
    for (int copy = 0; copy < 14; copy++) {
      articles.add(
          new MadeTexts.Made(
              "w" + copy, "w0", noun("أزمة"), noun("ماء"), noun("أزمة"), noun("ماء")));
    }
    for (String story : List.of("a", "b", "c")) {
      articles.add(new MadeTexts.Made(story, story, noun("مجلس"), noun("أمن"), noun(story)));
    }
    Map<Table, Dataset<Row>> tables = new HashMap<>(MadeTexts.tables(articles));
    List<Row> terms = new ArrayList<>();
    for (String term : List.of("أزمة", "ماء")) {
      terms.add(RowFactory.create(term, term, 28L, 14L, 1L));
    }
    for (String term : List.of("أمن", "مجلس")) {
      terms.add(RowFactory.create(term, term, 3L, 3L, 3L));
    }
    tables.put(Terms.TABLE, MadeTexts.table(Terms.TABLE, terms));
    List<Row> rows =
        new Collocations()
            .run(new Inputs(tables, Map.of(), Parameters.defaults()))
            .get(Collocations.TABLE)
            .collectAsList();
    assertEquals(1, rows.size(), rows.toString());
    Row row = rows.get(0);
    assertEquals("مجلس أمن", row.<String>getAs("surface"));
    assertEquals(3L, row.<Long>getAs("occurrences"));
    // Three pairs of the wire, two of each of the others.
    assertEquals(9L, row.<Long>getAs("times_all"));
  }
}

package org.marsad.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.marsad.Warehouses;

/** Titles, names' forms, quotations and counts of the sample run. */
class FactTablesTest {
  private static Dataset<Row> table(String name) {
    return Warehouses.table(Warehouses.sample(), name);
  }

  @Test
  void aPersonsTitlesAreKnown() {
    Path sample = Warehouses.sample();
    List<String> titles =
        Warehouses.table(sample, "entity_titles")
            .where("entity_id = 'Q7747'")
            .select("title")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList();
    assertTrue(titles.contains("الرئيس الروسي"), titles.toString());
    assertEquals(
        0,
        table("entity_titles").where("first_seen > last_seen or occurrences < articles").count());
  }

  @Test
  void papersChooseAmongForms() {
    Dataset<Row> choices = table("naming_choices");
    assertTrue(choices.where("surface = 'داعش'").count() > 0);
    assertEquals(0, choices.where("surface rlike '[«»\"ـًٌٍَُِّْ]'").count());
    assertEquals(
        0,
        choices
            .groupBy("entity_id")
            .agg(org.apache.spark.sql.functions.countDistinct("surface").as("n"))
            .where("n < 2")
            .count());
    for (Row row :
        choices.groupBy("published_on", "source", "entity_id").sum("share").collectAsList()) {
      assertEquals(1.0, row.getDouble(3), 1e-9);
    }
    assertEquals(
        0,
        table("entity_mentions").where("form like 'لأمم%'").count(),
        "the article that melted into ل is given back");
  }

  @Test
  void quotationsAndCountsStandAtTheirOffsets() {
    Map<String, Row> articles = new TreeMap<>();
    table("articles")
        .select("article_id", "title", "body")
        .collectAsList()
        .forEach(a -> articles.put(a.getString(0), a));
    for (String name : List.of("quotes", "counts")) {
      String words = name.equals("quotes") ? "text" : "surface";
      List<Row> rows =
          table(name).select("article_id", "field", "start", "end", words).collectAsList();
      assertTrue(rows.size() > 5, name + " " + rows.size());
      for (Row row : rows) {
        String text = articles.get(row.getString(0)).getAs(row.getString(1));
        assertEquals(row.getString(4), text.substring(row.getInt(2), row.getInt(3)));
      }
    }
  }

  @Test
  void countsAreBounded() {
    assertEquals(0, table("counts").where("low < 0 or high < low").count());
    assertEquals(0, table("counts").where("qualifier = 'exact' and not (low <=> high)").count());
  }
}

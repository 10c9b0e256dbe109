package org.marsad.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;

class WordListsTest {
  private static final LocalDate MONDAY = LocalDate.parse("2017-09-11");
  private static final LocalDate TUESDAY = LocalDate.parse("2017-09-12");

  @Test
  void aStoryCountsOnceInEachFacetAndDay() {
    WordLists lists =
        new WordLists(facets("", "s:a", "s:b", "c:x", "p:b\tx"), List.of(MONDAY, TUESDAY), 5);
    Dataset<Row> articles =
        rows(
            "article_id string, story_id string, source string, category string, published_on date",
            RowFactory.create("1", "1", "a", "x", MONDAY),
            RowFactory.create("2", "1", "b", "x", MONDAY),
            RowFactory.create("3", "1", "b", null, TUESDAY),
            RowFactory.create("4", "4", "small", "small", TUESDAY));
    Dataset<Row> terms =
        rows(
            "article_id string, term string",
            RowFactory.create("1", "زلزال"),
            RowFactory.create("2", "زلزال"),
            RowFactory.create("3", "زلزال"),
            RowFactory.create("4", "زلزال"),
            RowFactory.create("4", "هزة"));
    List<WordLists.Word> words = lists.of(terms, articles);
    Map<String, Long> quake = stories(words, "زلزال");
    assertEquals(1, quake.remove("4/-1"), "the pair of b and x");
    assertEquals(1, quake.remove("4/0"));
    assertEquals(
        Map.of(
            "0/-1", 2L, "0/0", 1L, "0/1", 2L, "1/-1", 1L, "1/0", 1L, "2/-1", 1L, "2/0", 1L, "2/1",
            1L, "3/-1", 1L, "3/0", 1L),
        quake);
    assertEquals(Map.of("0/-1", 1L, "0/1", 1L), stories(words, "هزة"));
    assertArrayEquals(new long[] {1, 2}, words.get(0).daily());
  }

  @Test
  void aWordOfEveryDayDoesNotLeadOneOfFewStories() {
    List<Row> articles = new ArrayList<>();
    List<Row> terms = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String id = "article" + i;
      articles.add(RowFactory.create(id, id, "a", "x", MONDAY));
      terms.add(RowFactory.create(id, i < 10 ? "أستانا" : i < 60 ? "عدد" : "بقية" + i));
    }
    WordLists lists = new WordLists(facets(""), List.of(MONDAY), 1);
    List<WordLists.Word> words = of(lists, terms, articles);
    assertEquals(List.of("أستانا", "أستانا"), words.stream().map(WordLists.Word::term).toList());
  }

  @Test
  void ofManyStoriesOneAloneHasNoWordForAll() {
    List<Row> articles = new ArrayList<>();
    List<Row> terms = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String id = "article" + i;
      articles.add(RowFactory.create(id, id, "a", "x", i < 30 ? MONDAY : TUESDAY));
      terms.add(RowFactory.create(id, i < 2 ? "زلزال" : "اططدام" + i));
    }
    WordLists lists = new WordLists(facets(""), List.of(MONDAY, TUESDAY), 3);
    Map<Integer, List<String>> words =
        of(lists, terms, articles).stream()
            .collect(
                Collectors.groupingBy(
                    WordLists.Word::day,
                    Collectors.mapping(WordLists.Word::term, Collectors.toList())));
    assertEquals(List.of("زلزال"), words.get(WordLists.WHOLE));
    assertEquals(List.of("زلزال"), words.get(0));
    assertEquals(3, words.get(1).size(), "of ten stories one is worth telling");
  }

  @Test
  void aWordOfEveryDayLeadsNeitherADayOnWhichAnotherIsNewNorTheWindow() {
    List<Row> articles = new ArrayList<>();
    List<Row> terms = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String id = "article" + i;
      boolean tuesday = i % 10 == 9;
      articles.add(RowFactory.create(id, id, "a", "x", tuesday ? TUESDAY : MONDAY));
      terms.add(RowFactory.create(id, i % 4 == 1 ? "إضافة" : "بقية" + i));
      if (tuesday && i < 80) {
        terms.add(RowFactory.create(id, "زلزال"));
      }
    }
    WordLists lists = new WordLists(facets(""), List.of(MONDAY, TUESDAY), 1);
    List<WordLists.Word> words = of(lists, terms, articles);
    assertEquals(
        List.of("زلزال", "إضافة", "زلزال"), words.stream().map(WordLists.Word::term).toList());
  }

  private static List<Facets.Facet> facets(String... keys) {
    return Arrays.stream(keys).map(key -> Facets.Facet.of(key, 1)).toList();
  }

  private static List<WordLists.Word> of(WordLists lists, List<Row> terms, List<Row> articles) {
    return lists.of(
        rows("article_id string, term string", terms.toArray(Row[]::new)),
        rows(
            "article_id string, story_id string, source string, category string, published_on date",
            articles.toArray(Row[]::new)));
  }

  /** A word's stories by facet and day. */
  private static Map<String, Long> stories(List<WordLists.Word> words, String term) {
    return words.stream()
        .filter(w -> w.term().equals(term))
        .collect(Collectors.toMap(w -> w.facet() + "/" + w.day(), WordLists.Word::stories));
  }

  private static Dataset<Row> rows(String schema, Row... rows) {
    return SparkFixture.spark().createDataFrame(List.of(rows), StructType.fromDDL(schema));
  }
}

package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.table.Table;

class StoriesTest {
  private static final String WIRE = words(1, 60, i -> false);
  private static final LocalDate DAY = LocalDate.of(2017, 9, 14);

  /** Words that stand for an article's; those that {@code changed} names are other words. */
  private static String words(int seed, int count, IntPredicate changed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> (changed.test(i) ? "غير" : "كلمة") + letters(random.nextInt(100_000)))
        .collect(Collectors.joining(" "));
  }

  private static String letters(int number) {
    return Integer.toString(number, 25)
        .chars()
        .mapToObj(c -> String.valueOf((char) (c <= '9' ? 'ب' + c - '0' : 'ص' + (c - 'a') % 8)))
        .collect(Collectors.joining());
  }

  private static Row article(String id, String body, LocalDate day) {
    return StoryRun.article(id, "s", body, day);
  }

  private static List<Row> articles() {
    List<Row> rows = new ArrayList<>();
    rows.add(article("a2-first", WIRE, DAY));
    rows.add(article("a1-copy", WIRE.replace(" ", "،  "), DAY.plusDays(1)));
    rows.add(article("a3-changed", words(1, 60, i -> i == 30), DAY.plusDays(1)));
    rows.add(article("a4-short", WIRE.substring(0, WIRE.length() / 2), DAY.plusDays(2)));
    rows.add(article("a5-other", words(2, 60, i -> false), DAY));
    rows.add(article("a6-other", words(3, 60, i -> false), DAY));
    for (int i = 0; i < 70; i++) {
      int place = i;
      rows.add(article("b" + (char) (33 + i), words(9, 80, w -> w == place), DAY));
    }
    return rows;
  }

  private static Map<Table, Dataset<Row>> made(List<Row> rows, int partitions) {
    return StoryRun.made(SparkFixture.spark(), rows, partitions);
  }

  private static Map<String, Row> stories(List<Row> rows, int partitions) {
    Map<String, Row> byId = new TreeMap<>();
    made(rows, partitions)
        .get(ArticleTable.ARTICLES)
        .select("article_id", "story_id", "is_copy")
        .collectAsList()
        .forEach(r -> byId.put(r.getString(0), r));
    return byId;
  }

  @Test
  void nearCopiesJoinAndDifferentArticlesStayApart() {
    Map<String, Row> found = stories(articles(), 3);
    assertEquals(articles().size(), found.size());
    for (String id : List.of("a2-first", "a1-copy", "a3-changed", "a4-short")) {
      assertEquals("a2-first", found.get(id).getString(1), id);
      assertEquals(id.equals("a1-copy"), found.get(id).getBoolean(2), id);
    }
    assertEquals("a5-other", found.get("a5-other").getString(1));
    assertNotEquals(found.get("a5-other").getString(1), found.get("a6-other").getString(1));
    // A crowd of near-copies is one story all the same, and none of them an exact copy.
    assertEquals(
        1,
        IntStream.range(0, 70)
            .mapToObj(i -> found.get("b" + (char) (33 + i)).getString(1))
            .distinct()
            .count());
  }

  @Test
  void neitherOrderNorPartitionsMatter() {
    List<Row> shuffled = articles();
    Collections.shuffle(shuffled, new Random(7));
    assertEquals(stories(articles(), 1).toString(), stories(shuffled, 4).toString());
  }

  @Test
  void aStoryTellsItsFirstSourceAndItsMembersOverlap() {
    Map<Table, Dataset<Row>> made = made(articles(), 2);
    Row story = made.get(StoryTables.STORIES).where("story_id = 'a2-first'").collectAsList().get(0);
    assertEquals(DAY, story.getAs("first_seen"));
    assertEquals(4L, story.<Long>getAs("articles"));
    assertEquals(1L, story.<Long>getAs("copies"));
    Map<String, Double> overlaps = new TreeMap<>();
    made.get(StoryTables.MEMBERS)
        .where("story_id = 'a2-first'")
        .collectAsList()
        .forEach(r -> overlaps.put(r.getAs("article_id"), r.getAs("overlap")));
    assertEquals(4, overlaps.size());
    assertEquals(1.0, overlaps.get("a1-copy"));
    // One of sixty words is another, three of 58 shingles; the half is like it or like the first.
    assertTrue(overlaps.get("a3-changed") >= 55.0 / 58 && overlaps.get("a3-changed") < 1);
    assertTrue(overlaps.get("a4-short") >= 0.9 && overlaps.get("a4-short") < 1);
  }

  @Test
  void nearCopiesAreToldFromQuotationsAndOtherTexts() {
    assertTrue(near(WIRE, words(1, 60, i -> i % 20 == 0), 0));
    assertTrue(near(WIRE, words(1, 60, i -> i % 4 == 0), 0));
    assertTrue(near(WIRE, WIRE + " " + words(5, 40, i -> false), 0));
    assertFalse(near(WIRE, WIRE + " " + words(5, 200, i -> false), 0));
    assertFalse(near(WIRE, words(1, 60, i -> i % 2 == 0), 0));
    assertFalse(near("خبر عاجل", "خبر هادئ", 0));
  }

  @Test
  void whatIsAlikeWeeksLaterIsAReprintOrAFormula() {
    assertTrue(near(WIRE, words(1, 60, i -> i == 30), 9));
    assertFalse(near(WIRE, words(1, 60, i -> i % 9 == 0), 9));
    int[] formulas = Shingles.of(Shingles.words(WIRE));
    assertFalse(Print.of(WIRE).nearCopyOf(Print.of(words(1, 60, i -> i == 30)), 0, formulas));
  }

  @Test
  void theSamePapersFooterJoinsNoStories() {
    String footer = ". " + words(77, 70, i -> false) + ".";
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(article("f" + (char) ('a' + i), words(100 + i, 45, w -> false) + footer, DAY));
    }
    Map<String, Row> found = stories(rows, 2);
    found.forEach((id, r) -> assertEquals(id, r.getString(1)));
    assertTrue(near(rows.get(0).getString(5), rows.get(1).getString(5), 0), "footer too short");
  }

  @Test
  void aLateReprintLeavesAWireOneStory() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int place = 15 * (i + 1);
      rows.add(article("w" + i, words(1, 60, w -> w == place), DAY));
    }
    rows.add(article("w3", WIRE, DAY.plusDays(4)));
    assertOneStory(rows);
  }

  @Test
  void copiesOnFourDaysAreOneStory() {
    List<Row> rows = new ArrayList<>();
    for (int day : List.of(0, 1, 2, 4)) {
      rows.add(article("w" + day, words(1, 60, w -> w == 12 * day), DAY.plusDays(day)));
    }
    assertOneStory(rows);
  }

  @Test
  void whatIsPrintedDayAfterDayIsNoStory() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      int day = i;
      rows.add(article("w" + day, words(1, 60, w -> w % 12 == day), DAY.plusDays(day)));
    }
    stories(rows, 2).forEach((id, r) -> assertEquals(id, r.getString(1)));
    assertTrue(near(rows.get(0).getString(5), rows.get(1).getString(5), 1), "no copies either");
  }

  @Test
  void aWireWithASentenceOfEachPaperIsOneStory() {
    List<Row> rows = new ArrayList<>();
    for (int paper = 0; paper < 6; paper++) {
      String body = wire(1) + words(100 + paper, 20, w -> false) + ".";
      rows.add(StoryRun.article("w" + paper, "p" + paper, body, DAY));
    }
    assertOneStory(rows);
  }

  @Test
  void twoWiresUnderTheSamePapersFootersAreTwoStories() {
    List<Row> rows = new ArrayList<>();
    for (int paper = 0; paper < 6; paper++) {
      String footer = words(100 + paper, 20, w -> false) + ".";
      rows.add(StoryRun.article("w1" + paper, "p" + paper, wire(1) + footer, DAY));
      rows.add(StoryRun.article("w2" + paper, "p" + paper, wire(2) + footer, DAY));
      for (int other = 0; other < 6; other++) {
        String own = wire(10 + 6 * paper + other);
        rows.add(StoryRun.article("x" + paper + other, "p" + paper, own + footer, DAY));
      }
    }
    Map<String, Row> found = stories(rows, 2);
    found.forEach(
        (id, r) -> assertEquals(id.startsWith("x") ? id : id.substring(0, 2) + "0", r.get(1), id));
  }

  @Test
  void pagesOfFootersAloneAreNoCopies() {
    String invitation = words(77, 14, w -> false) + ". ";
    String rights = words(78, 14, w -> false) + ". ";
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String own = words(100 + i, 30, w -> false) + ". ";
      rows.add(article("f" + (char) ('a' + i), own + invitation + rights, DAY));
    }
    rows.add(article("g1", invitation + rights, DAY));
    rows.add(article("g2", rights + invitation + rights, DAY));
    stories(rows, 2).forEach((id, r) -> assertEquals(id, r.getString(1)));
    assertFalse(near("", "", 0));
  }

  /** A wire of five sentences, each shorter than a paper's own of twenty words. */
  private static String wire(int seed) {
    return IntStream.range(0, 5)
        .mapToObj(i -> words(1000 * seed + i, 14, w -> false) + ". ")
        .collect(Collectors.joining());
  }

  private static void assertOneStory(List<Row> rows) {
    String first = rows.get(0).getString(0);
    stories(rows, 2).forEach((id, r) -> assertEquals(first, r.getString(1), id));
  }

  private static boolean near(String a, String b, int days) {
    return Print.of(a).nearCopyOf(Print.of(b), days, new int[0]);
  }
}

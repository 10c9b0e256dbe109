package org.marsad.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.entity.KnownEntities;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;
import org.marsad.table.Table;
import org.marsad.term.Phrases;
import org.marsad.term.Terms;

/** Nights in a row, over stories of planted subjects. */
class TopicNightsTest {
  private static final LocalDate FIRST = LocalDate.of(2017, 9, 1);
  private static final int DAILY = 6;
  private static final SparkSession SPARK = SparkFixture.spark();

  /** A story: its subject, its day, its place among the day's. */
  private record Story(int subject, int day, int number) {
    String id() {
      return "a-%02d-%02d-%02d".formatted(day, subject, number);
    }

    /** Ten words of its subject's fourteen, and some that any story but the odd one may have. */
    List<String> words() {
      Random random = new Random(id().hashCode());
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        words.add("موضوع" + letter(subject) + letter(random.nextInt(14)));
      }
      for (int i = 0; i < 4 && subject < 21; i++) {
        words.add("عام" + letter(random.nextInt(25)));
      }
      return words;
    }

    private static char letter(int i) {
      return "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".charAt(i);
    }
  }

  private static final Night ONE = night(firstNight(), null, 2);
  private static final Night TWO = night(secondNight(), ONE, 2);

  /** Days 1 to 4 of five subjects, and a sixth on the first day. */
  private static List<Story> firstNight() {
    List<Story> stories = stories(1, 4, 5);
    IntStream.range(0, DAILY).forEach(i -> stories.add(new Story(5, 1, i)));
    return stories;
  }

  /** A day later: the sixth subject is gone, a seventh is new, and one story is like no other. */
  private static List<Story> secondNight() {
    List<Story> stories = stories(2, 5, 5);
    IntStream.range(0, DAILY).forEach(i -> stories.add(new Story(20, 5, i)));
    stories.add(new Story(21, 5, 0));
    return stories;
  }

  @Test
  void topicsThatLiveOnKeepIdsAndLabels() {
    Map<String, String> kept = new TreeMap<>(ONE.labels());
    kept.keySet().retainAll(TWO.labels().keySet());
    assertEquals(5, kept.size());
    kept.forEach((id, label) -> assertEquals(label, TWO.labels().get(id)));
    for (int subject = 0; subject < 5; subject++) {
      String story = new Story(subject, 3, 0).id();
      assertEquals(ONE.mains().get(story), TWO.mains().get(story));
    }
  }

  @Test
  void noTwoTopicsShareALabel() {
    assertEquals(6, ONE.labels().size());
    assertEquals(6, new TreeSet<>(ONE.labels().values()).size());
  }

  @Test
  void aNewSubjectIsBornOnItsFirstDay() {
    assertEquals(1, TWO.count("born"), TWO.events().toString());
    String id = TWO.mains().get(new Story(20, 5, 0).id());
    assertFalse(ONE.labels().containsKey(id));
    assertEquals(DAILY, TWO.mains().values().stream().filter(id::equals).count());
  }

  @Test
  void aNewSubjectIsBornWhereNoneEnds() {
    List<Story> before = stories(1, 4, 7);
    List<Story> after = stories(2, 5, 7);
    IntStream.range(0, DAILY).forEach(i -> after.add(new Story(20, 5, i)));
    Night one = night(before, null, 2);
    Night two = night(after, one, 2);
    assertEquals(1, two.count("born"), two.events().toString());
    assertEquals(0, two.count("ended"), two.events().toString());
    assertFalse(one.labels().containsKey(two.mains().get(new Story(20, 5, 0).id())));
  }

  @Test
  void aHandfulOfStoriesHasTopicsOnTheSecondNightToo() {
    List<Story> few = stories(1, 1, 1).subList(0, 5);
    Night one = night(few, null, 2);
    assertFalse(one.labels().isEmpty());
    assertFalse(night(few, one, 2).labels().isEmpty());
  }

  @Test
  void aSubjectThatNobodyWritesAboutEnds() {
    String gone = ONE.mains().get(new Story(5, 1, 0).id());
    assertEquals(1, TWO.count("ended"), TWO.events().toString());
    assertTrue(TWO.events().contains(gone + " ended"), TWO.events().toString());
  }

  @Test
  void anEventSaysTheTopicsLabelAndOneThatEndedItsLast() {
    for (Row event : TWO.rows().get("topic_events")) {
      Night night = event.getAs("event").equals("ended") ? ONE : TWO;
      assertEquals(
          night.labels().get(event.<String>getAs("topic_id")), event.<String>getAs("label"));
    }
  }

  @Test
  void nothingIsBornWhereASubjectOnlyEnds() {
    Night two = night(stories(2, 4, 5), ONE, 2);
    assertEquals(1, two.count("ended"), two.events().toString());
    assertEquals(0, two.count("born"), two.events().toString());
    assertEquals(0, two.count("split"), two.events().toString());
  }

  @Test
  void aTopicIsFirstSeenOnTheDayOfItsFirstArticle() {
    Map<String, String> days = pairs(TWO.rows().get("topics"), "topic_id", "first_seen");
    assertEquals("2017-09-06", days.get(TWO.mains().get(new Story(20, 5, 0).id())));
    assertEquals("2017-09-02", days.get(TWO.mains().get(new Story(0, 3, 0).id())));
  }

  @Test
  void theSameNightGivesTheSameTopicsInAnyNumberOfPartitions() {
    assertEquals(ONE, night(firstNight(), null, 7));
  }

  @Test
  void aStoryLikeNoOtherHasNoTopic() {
    assertNull(TWO.mains().get(new Story(21, 5, 0).id()));
  }

  private static List<Story> stories(int from, int to, int subjects) {
    List<Story> stories = new ArrayList<>();
    for (int day = from; day <= to; day++) {
      for (int subject = 0; subject < subjects; subject++) {
        for (int i = 0; i < DAILY; i++) {
          stories.add(new Story(subject, day, i));
        }
      }
    }
    return stories;
  }

  /** What a night published. */
  private record Night(
      Map<String, String> labels,
      Map<String, String> mains,
      List<String> events,
      Map<String, List<Row>> rows) {

    long count(String event) {
      return events.stream().filter(e -> e.endsWith(" " + event)).count();
    }
  }

  private static Night night(List<Story> stories, Night last, int partitions) {
    Map<Table, Dataset<Row>> before = new HashMap<>();
    for (Table table : new Topics().previous()) {
      if (last != null) {
        before.put(table, SPARK.createDataFrame(last.rows().get(table.name()), table.schema()));
      }
    }
    Inputs inputs = new Inputs(inputs(stories, partitions), before, Parameters.defaults());
    Map<String, List<Row>> rows = new TreeMap<>();
    new Topics()
        .run(inputs)
        .forEach(
            (t, made) -> rows.put(t.name(), t.conform(made).orderBy(t.order()).collectAsList()));
    return new Night(
        pairs(rows.get("topics"), "topic_id", "label"),
        pairs(
            rows.get("article_topics").stream().filter(r -> r.<Boolean>getAs("is_main")).toList(),
            "article_id",
            "topic_id"),
        rows.get("topic_events").stream()
            .map(r -> r.getAs("topic_id") + " " + r.getAs("event"))
            .toList(),
        rows);
  }

  private static Map<String, String> pairs(List<Row> rows, String key, String value) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                r -> r.getAs(key),
                r -> String.valueOf((Object) r.getAs(value)),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Map<Table, Dataset<Row>> inputs(List<Story> stories, int partitions) {
    StructType articles =
        new StructType()
            .add("article_id", DataTypes.StringType)
            .add("story_id", DataTypes.StringType)
            .add("source", DataTypes.StringType)
            .add("published_on", DataTypes.DateType)
            .add("date_origin", DataTypes.StringType);
    StructType surfaces =
        new StructType().add("term", DataTypes.StringType).add("surface", DataTypes.StringType);
    List<Row> articleRows = new ArrayList<>();
    List<Row> texts = new ArrayList<>();
    TreeSet<String> terms = new TreeSet<>();
    for (Story story : stories) {
      LocalDate day = FIRST.plusDays(story.day());
      articleRows.add(RowFactory.create(story.id(), story.id(), "صحيفة", day, "record"));
      texts.add(text(story, day));
      terms.addAll(story.words());
    }
    return Map.of(
        ArticleTable.ARTICLES, SPARK.createDataFrame(articleRows, articles),
        TextTable.ANALYSED,
            SPARK.createDataFrame(texts, TextTable.ANALYSED.schema()).repartition(partitions),
        Terms.TABLE,
            SPARK.createDataFrame(
                terms.stream().map(t -> RowFactory.create(t, "ال" + t)).toList(), surfaces),
        Phrases.TABLE, SPARK.createDataFrame(List.of(), Phrases.TABLE.schema()),
        KnownEntities.TABLE, SPARK.createDataFrame(List.of(), KnownEntities.TABLE.schema()));
  }

  private static Row text(Story story, LocalDate day) {
    int n = story.words().size();
    Object[] cells =
        TextTable.ANALYSED.fields().stream()
            .map(
                f ->
                    switch (f.name()) {
                      case "article_id", "text_key" -> story.id();
                      case "source" -> "صحيفة";
                      case "published_on" -> day;
                      case "words" ->
                          story.words().stream()
                              .map(w -> RowFactory.create(w, w, null, "NOUN", false, null))
                              .toArray();
                      case "tokens" -> IntStream.range(0, n).toArray();
                      case "token_sentences" -> new Row[] {RowFactory.create("body", 0, 0, n)};
                      default -> new Object[0];
                    })
            .toArray();
    return RowFactory.create(cells);
  }
}

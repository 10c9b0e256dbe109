package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.marsad.article.ArticleTable;
import org.marsad.table.Table;
import org.marsad.topic.TopicTables;

/** The topics of the window, the largest first. */
final class TopicCards {
  private static final int MOST = 50;
  private static final int MOST_ENDED = 8;
  private static final int WORDS = 10;

  /** Topics with a card of their own; the others are named only. */
  private static final int CARDS = 16;

  /** Articles of a card that are named behind its examples. */
  private static final int FURTHER = 12;

  /** As many has {@link TopicTables#TOPICS}. */
  private static final int EXAMPLES = 3;

  private TopicCards() {}

  /**
   * One topic.
   *
   * @param place from 1, by size
   * @param isNew whether the run before did not have it
   * @param daily articles of each day of which it is the main topic
   * @param shares its share of each day's articles
   * @param lately articles on the last day
   * @param usual what its share over the days before would give on the last day
   * @param growing whether there is a day before, and strikingly fewer articles were usual
   * @param growth how striking the last day's number is, see {@link Breaking#score}
   * @param further articles beside the examples, one a story, those most about it first
   */
  record Card(
      int place,
      String label,
      boolean isNew,
      long articles,
      double share,
      List<String> words,
      long[] daily,
      double[] shares,
      long lately,
      double usual,
      boolean growing,
      double growth,
      List<String> examples,
      List<String> further) {
    /** Whether it is shown at length. */
    public boolean isCard() {
      return place <= CARDS;
    }
  }

  static List<Card> of(Function<Table, Dataset<Row>> tables, Night night, Shelf shelf) {
    List<Row> topics =
        tables
            .apply(TopicTables.TOPICS)
            .orderBy(col("articles").desc(), col("topic_id"))
            .limit(MOST)
            .select("topic_id", "label", "status", "articles", "share", "examples")
            .collectAsList();
    Map<String, List<String>> words =
        lists(
            tables
                .apply(TopicTables.TERMS)
                .where(col("rank").leq(WORDS))
                .orderBy("topic_id", "rank")
                .select("topic_id", "surface"));
    Map<String, long[]> daily =
        night.daily(
            tables.apply(TopicTables.TRENDS).select("topic_id", "published_on", "articles"));
    Map<String, List<String>> further =
        further(tables, topics.subList(0, Math.min(CARDS, topics.size())));
    List<Card> cards = new ArrayList<>();
    for (Row r : topics) {
      String id = r.getString(0);
      List<String> shown = r.getList(5);
      shown.forEach(shelf::want);
      List<String> others =
          further.getOrDefault(id, List.of()).stream()
              .filter(a -> !shown.contains(a))
              .limit(FURTHER)
              .map(shelf::want)
              .toList();
      long[] days = daily.getOrDefault(id, new long[night.days().size()]);
      long lately = days.length == 0 ? 0 : days[days.length - 1];
      double growth = Breaking.score(lately, expected(days, night, Breaking.PRIOR));
      cards.add(
          new Card(
              cards.size() + 1,
              r.getString(1),
              r.getString(2).equals("new"),
              r.getLong(3),
              r.getDouble(4),
              words.getOrDefault(id, List.of()),
              days,
              shares(days, night),
              lately,
              expected(days, night, 0),
              days.length > 1 && lately > 1 && Breaking.strikes(growth),
              growth,
              shown,
              others));
    }
    return cards;
  }

  /** Of each topic the articles that are most about it, one a story. */
  private static Map<String, List<String>> further(
      Function<Table, Dataset<Row>> tables, List<Row> topics) {
    Dataset<Row> stories =
        tables
            .apply(ArticleTable.ARTICLES)
            .where(col("article_id").equalTo(col("story_id")))
            .select("article_id");
    Column place =
        row_number()
            .over(
                Window.partitionBy("topic_id")
                    .orderBy(col("weight").desc(), col("article_id").asc()));
    return lists(
        tables
            .apply(TopicTables.ARTICLE_TOPICS)
            .where(col("is_main"))
            .where(col("topic_id").isin(topics.stream().map(r -> r.getString(0)).toArray()))
            .join(stories, "article_id")
            .withColumn("place", place)
            .where(col("place").leq(FURTHER + EXAMPLES))
            .orderBy("topic_id", "place")
            .select("topic_id", "article_id"));
  }

  /**
   * A topic of last night that is no more, and the label of the one that has most of it, if any.
   */
  record Ended(String label, String into) {}

  static List<Ended> ended(Function<Table, Dataset<Row>> tables) {
    Map<String, String> labels = new HashMap<>();
    Map<String, String> into = new HashMap<>();
    Set<String> ended = new LinkedHashSet<>();
    for (Row r :
        tables
            .apply(TopicTables.EVENTS)
            .orderBy("label", "topic_id")
            .select("topic_id", "label", "event", "other_id")
            .collectAsList()) {
      labels.put(r.getString(0), r.getString(1));
      switch (r.getString(2)) {
        case "ended" -> ended.add(r.getString(0));
        case "merged" -> into.put(r.getString(0), r.getString(3));
        default -> {}
      }
    }
    // An earlier Marsad noted no labels.
    return ended.stream()
        .filter(id -> labels.get(id) != null)
        .limit(MOST_ENDED)
        .map(id -> new Ended(labels.get(id), labels.get(into.get(id))))
        .toList();
  }

  private static double[] shares(long[] days, Night night) {
    double[] shares = new double[days.length];
    for (int i = 0; i < days.length; i++) {
      shares[i] = (double) days[i] / Math.max(1, night.daily().get(i));
    }
    return shares;
  }

  private static double expected(long[] days, Night night, double prior) {
    double mine = prior;
    long all = 0;
    for (int i = 0; i + 1 < days.length; i++) {
      mine += days[i];
      all += night.daily().get(i);
    }
    return all == 0 ? 0 : mine / all * night.daily().get(days.length - 1);
  }

  private static Map<String, List<String>> lists(Dataset<Row> pairs) {
    Map<String, List<String>> lists = new HashMap<>();
    for (Row row : pairs.collectAsList()) {
      lists.computeIfAbsent(row.getString(0), k -> new ArrayList<>()).add(row.getString(1));
    }
    return lists;
  }
}

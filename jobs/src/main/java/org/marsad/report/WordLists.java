package org.marsad.report;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The words that set each day and each facet apart. The rows of one word come to one task in the
 * order of its stories, so that a story counts once in each facet and day without another shuffle;
 * a task keeps the best words of each list only.
 */
final class WordLists implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The whole window instead of a day. */
  static final int WHOLE = -1;

  private static final StructType KEPT =
      new StructType()
          .add("cell", DataTypes.IntegerType)
          .add("term", DataTypes.StringType)
          .add("stories", DataTypes.LongType)
          .add("score", DataTypes.DoubleType)
          .add("daily", DataTypes.createArrayType(DataTypes.LongType));

  private static final Comparator<Row> BEST_FIRST =
      Comparator.<Row>comparingDouble(r -> -r.getDouble(3))
          .thenComparingLong(r -> -r.getLong(2))
          .thenComparing(r -> r.getString(1));

  private final Map<String, Integer> facets = new HashMap<>();
  private final Map<LocalDate, Integer> days = new HashMap<>();
  private final int width;
  private final int most;
  private final double stories;

  /**
   * Lists for these facets and days.
   *
   * @param facets keys as in {@link Facets}, that of everything first
   * @param stories stories of the window
   * @param most words in a list
   */
  WordLists(List<String> facets, List<LocalDate> days, long stories, int most) {
    facets.forEach(f -> this.facets.put(f, this.facets.size()));
    days.forEach(d -> this.days.put(d, this.days.size()));
    this.width = days.size() + 1;
    this.stories = stories;
    this.most = most;
  }

  /**
   * A word of a list.
   *
   * @param facet place among the facets
   * @param day place among the days, or {@link #WHOLE}
   * @param daily stories in all facets by day
   */
  record Word(int facet, int day, String term, long stories, long[] daily) {}

  /** The lists, by facet and day, each by stories; rows: term, story, source, category, day. */
  List<Word> of(Dataset<Row> rows) {
    List<Row> kept =
        rows.repartition(col("term"))
            .sortWithinPartitions("term", "story_id")
            .mapPartitions((MapPartitionsFunction<Row, Row>) this::best, Encoders.row(KEPT))
            .collectAsList();
    TreeMap<Integer, List<Row>> lists = new TreeMap<>();
    kept.forEach(r -> lists.computeIfAbsent(r.getInt(0), c -> new ArrayList<>()).add(r));
    List<Word> words = new ArrayList<>();
    lists.values().forEach(list -> best(list).stream().map(this::word).forEach(words::add));
    return words;
  }

  /** The best of a list, those in most stories first. */
  private List<Row> best(List<Row> list) {
    return list.stream()
        .sorted(BEST_FIRST)
        .limit(most)
        .sorted(Comparator.<Row>comparingLong(r -> -r.getLong(2)).thenComparing(BEST_FIRST))
        .toList();
  }

  private Word word(Row row) {
    int cell = row.getInt(0);
    List<Long> daily = row.getList(4);
    return new Word(
        cell / width,
        cell % width - 1,
        row.getString(1),
        row.getLong(2),
        daily.stream().mapToLong(n -> n).toArray());
  }

  private Iterator<Row> best(Iterator<Row> rows) {
    Map<Integer, PriorityQueue<Row>> lists = new HashMap<>();
    Tally tally = new Tally();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.getString(0).equals(tally.term)) {
        tally.keep(lists);
        tally.start(row.getString(0));
      }
      tally.count(row);
    }
    tally.keep(lists);
    return lists.values().stream().flatMap(PriorityQueue::stream).iterator();
  }

  /** The stories of one word in each facet and day. */
  private final class Tally {
    private final long[] counts = new long[facets.size() * width];
    private final long[] lastStory = new long[counts.length];
    private String term;
    private String story;
    private long number;

    void start(String next) {
      Arrays.fill(counts, 0);
      term = next;
      story = null;
    }

    void count(Row row) {
      if (!row.getString(1).equals(story)) {
        story = row.getString(1);
        number++;
      }
      int day = days.getOrDefault((LocalDate) row.get(4), WHOLE);
      count(facets.get(Facets.EVERYTHING), day);
      count(facets.get(Facets.source(row.getString(2))), day);
      count(row.isNullAt(3) ? null : facets.get(Facets.category(row.getString(3))), day);
    }

    private void count(Integer facet, int day) {
      if (facet != null) {
        add(facet * width);
        if (day != WHOLE) {
          add(facet * width + 1 + day);
        }
      }
    }

    private void add(int cell) {
      if (lastStory[cell] != number) {
        lastStory[cell] = number;
        counts[cell]++;
      }
    }

    /** Offers the word to the lists; the worst of a full one stands first in its queue. */
    void keep(Map<Integer, PriorityQueue<Row>> lists) {
      if (term == null) {
        return;
      }
      int everything = facets.get(Facets.EVERYTHING) * width;
      double rarity = Math.log(stories / counts[everything]);
      Long[] daily = new Long[width - 1];
      for (int d = 0; d < daily.length; d++) {
        daily[d] = counts[everything + 1 + d];
      }
      for (int cell = 0; cell < counts.length; cell++) {
        if (counts[cell] > 0) {
          offer(lists, cell, (counts[cell] - 0.5) * rarity, daily);
        }
      }
    }

    private void offer(
        Map<Integer, PriorityQueue<Row>> lists, int cell, double score, Long[] daily) {
      PriorityQueue<Row> list =
          lists.computeIfAbsent(cell, c -> new PriorityQueue<>(BEST_FIRST.reversed()));
      if (list.size() < most || score >= list.peek().getDouble(3)) {
        list.add(RowFactory.create(cell, term, counts[cell], score, daily));
        if (list.size() > most) {
          list.remove();
        }
      }
    }
  }
}

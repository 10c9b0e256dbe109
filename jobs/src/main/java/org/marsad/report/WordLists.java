package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

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
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Scale;

/**
 * The words that set each day and each facet apart: by their stories there, times their inverse
 * story frequency in the window, times how far they are above what the window lets expect there,
 * {@code ln(stories / expected)} (pointwise divergence: T. Tomokiyo and M. Hurst, "A language model
 * approach to keyphrase extraction", 2003), to which a fifth of the inverse frequency is added. Of
 * the window as a whole the words are those that its days differ by: the sum of {@code stories ·
 * ln(stories / expected)} over the days, those that are not listed taken as one, with a fiftieth of
 * the inverse frequency. With frequencies alone «work», «number» and «addition» lead every list. A
 * word's articles come to one task by their stories (sorted as hashes: one number is sorted without
 * a comparison), so that a story counts once in each facet and day without another shuffle; a task
 * keeps the best words of each list only.
 */
final class WordLists implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The whole window instead of a day. */
  static final int WHOLE = -1;

  /** How much of a word's rarity counts where it is no more frequent than elsewhere. */
  private static final double LEAST = 0.2;

  /** The same for the window as a whole. */
  private static final double LEAST_OF_ALL = 0.02;

  /** Of so many stories one alone has no word for all: most of its words are slips of the pen. */
  private static final long ENOUGH = 30;

  /** Stands for all days that are not listed. */
  private static final LocalDate UNLISTED = LocalDate.of(1, 1, 1);

  /** The first of the facets. */
  static final int EVERYTHING = 0;

  private static final StructType PLACED =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("story", DataTypes.LongType)
          .add("place", DataTypes.IntegerType);

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

  /** Cells of a facet: the window, its days, and all days that are not listed as one. */
  private final int width;

  /** The facet of a source's category, by their places; -1 for none. */
  private final int[] pairs;

  private final int most;
  private final long[] volumes;

  /**
   * Lists for these facets and days.
   *
   * @param facets everything first
   * @param most words in a list
   */
  WordLists(List<Facets.Facet> facets, List<LocalDate> days, int most) {
    facets.forEach(f -> this.facets.put(f.key(), this.facets.size()));
    days.forEach(d -> this.days.put(d, this.days.size()));
    this.width = days.size() + 2;
    this.volumes = new long[facets.size() * width];
    this.pairs = new int[(facets.size() + 1) * (facets.size() + 1)];
    Arrays.fill(pairs, -1);
    for (Facets.Facet f : facets) {
      int source = facet(Facets.source(f.source()));
      int category = facet(Facets.category(f.category()));
      if (source >= 0 && category >= 0) {
        pairs[ends(source, category)] = facet(f.key());
      }
    }
    this.most = most;
  }

  /** A source's and a category's place, -1 for none, in one number. */
  private int ends(int source, int category) {
    return (source + 1) * (facets.size() + 1) + category + 1;
  }

  /**
   * A word of a list.
   *
   * @param facet place among the facets
   * @param day place among the days, or {@link #WHOLE}
   * @param daily stories in all facets by day
   */
  record Word(int facet, int day, String term, long stories, long[] daily) {}

  /**
   * The lists, by facet and day, each by stories.
   *
   * @param terms {@code article_id, term}
   * @param articles {@code article_id, story_id, source, category, published_on}
   */
  List<Word> of(Dataset<Row> terms, Dataset<Row> articles) {
    count(articles);
    Dataset<Row> placed =
        articles
            .withColumn("story", xxhash64(col("story_id")))
            .select("article_id", "story", "source", "category", "published_on")
            .map((MapFunction<Row, Row>) this::place, Encoders.row(PLACED));
    List<Row> kept =
        Scale.together(
                terms.join(placed, "article_id").select("term", "story", "place"), col("term"))
            .sortWithinPartitions("story")
            .mapPartitions((MapPartitionsFunction<Row, Row>) this::best, Encoders.row(KEPT))
            .collectAsList();
    TreeMap<Integer, List<Row>> lists = new TreeMap<>();
    kept.forEach(r -> lists.computeIfAbsent(r.getInt(0), c -> new ArrayList<>()).add(r));
    List<Word> words = new ArrayList<>();
    lists.values().forEach(list -> best(list).stream().map(this::word).forEach(words::add));
    return words;
  }

  /** The stories of each facet, in all and on each day. */
  private void count(Dataset<Row> articles) {
    for (Row r :
        Facets.over(articles, facets.keySet())
            .withColumn(
                "day",
                when(col("published_on").isin(days.keySet().toArray()), col("published_on"))
                    .otherwise(lit(UNLISTED)))
            .rollup("facet", "day")
            .agg(countDistinct("story_id"))
            .where(col("facet").isNotNull())
            .collectAsList()) {
      int day = r.isNullAt(1) ? WHOLE : day(r.getLocalDate(1));
      volumes[facets.get(r.getString(0)) * width + 1 + day] = r.getLong(2);
    }
  }

  /** An article's story and, in one number, its source, category and day among ours. */
  private Row place(Row article) {
    int source = facet(Facets.source(article.getString(2)));
    int category = article.isNullAt(3) ? -1 : facet(Facets.category(article.getString(3)));
    int day = day(article.getLocalDate(4));
    int place = ends(source, category) * width + day + 1;
    return RowFactory.create(article.getString(0), article.getLong(1), place);
  }

  private int day(LocalDate day) {
    return days.getOrDefault(day, days.size());
  }

  private int facet(String key) {
    return facets.getOrDefault(key, -1);
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
    Map<String, Places> terms = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      terms.computeIfAbsent(row.getString(0), t -> new Places()).add(row.getLong(1), row.getInt(2));
    }
    Map<Integer, PriorityQueue<Row>> lists = new HashMap<>();
    Tally tally = new Tally();
    terms.forEach((term, places) -> tally.keep(term, places, lists));
    return lists.values().stream().flatMap(PriorityQueue::stream).iterator();
  }

  /** Where a word stands: stories in their order, and the place of each article. */
  private static final class Places {
    private long[] stories = new long[2];
    private int[] places = new int[2];
    private int size;

    void add(long story, int place) {
      if (size == places.length) {
        stories = Arrays.copyOf(stories, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
      }
      stories[size] = story;
      places[size++] = place;
    }
  }

  /** The stories of one word in each facet and day. */
  private final class Tally {
    private final long[] counts = new long[facets.size() * width];
    private final long[] lastStory = new long[counts.length];
    private String term;
    private long number;

    private void count(Places places) {
      Arrays.fill(counts, 0);
      for (int i = 0; i < places.size; i++) {
        number += i == 0 || places.stories[i] != places.stories[i - 1] ? 1 : 0;
        int place = places.places[i];
        int day = place % width - 1;
        int ends = place / width;
        count(EVERYTHING, day);
        count(ends / (facets.size() + 1) - 1, day);
        count(ends % (facets.size() + 1) - 1, day);
        count(pairs[ends], day);
      }
    }

    private void count(int facet, int day) {
      if (facet >= 0) {
        add(facet * width);
        add(facet * width + 1 + day);
      }
    }

    private void add(int cell) {
      if (lastStory[cell] != number) {
        lastStory[cell] = number;
        counts[cell]++;
      }
    }

    /**
     * Counts the word's stories and offers it to the lists; the worst of a full one stands first in
     * its queue.
     */
    void keep(String word, Places places, Map<Integer, PriorityQueue<Row>> lists) {
      term = word;
      count(places);
      int everything = EVERYTHING * width;
      double share = (double) counts[everything] / volumes[everything];
      double rarity = -Math.log(share);
      Long[] daily = new Long[days.size()];
      for (int d = 0; d < daily.length; d++) {
        daily[d] = counts[everything + 1 + d];
      }
      for (int cell = 0; cell < counts.length; cell++) {
        boolean listed = cell % width <= days.size();
        if (listed && counts[cell] >= (volumes[cell] < ENOUGH ? 1 : 2)) {
          offer(lists, cell, rarity * score(cell, share, rarity), daily);
        }
      }
    }

    private double score(int cell, double share, double rarity) {
      double stories = counts[cell] - 0.5;
      if (cell != EVERYTHING * width) {
        return stories * (Math.max(0, above(cell, share)) + LEAST * rarity);
      }
      double sum = 0;
      for (int day = cell + 1; day < cell + width; day++) {
        sum += counts[day] == 0 ? 0 : counts[day] * above(day, share);
      }
      return sum + stories * LEAST_OF_ALL * rarity;
    }

    /** How much more stories have the word than its share of the window lets expect. */
    private double above(int cell, double share) {
      return Math.log(counts[cell] / (share * volumes[cell]));
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

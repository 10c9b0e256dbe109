package org.marsad.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tonight's topics as groups of stories: last night's carried on, with one more where tonight's
 * stories are about something else, and one less where nothing is lost by it.
 */
final class Clusters {
  /** Stories that a topic has at least. */
  private static final int LEAST_STORIES = 3;

  /** Stories of a new subject at least, and their share of what topics have in the mean. */
  private static final int NEW_STORIES = 5;

  private static final double NEW_SHARE = 0.2;

  private static final int ROUNDS = 8;

  private final Masses.Story[] stories;
  private final int terms;
  private final Bottleneck bottleneck;
  private final long seed;
  private List<String> ids;
  private Bottleneck.Fit fit;

  private Clusters(Masses.Story[] stories, int terms, long seed) {
    this.stories = stories;
    this.terms = terms;
    this.bottleneck = new Bottleneck(stories, terms);
    this.seed = seed;
  }

  /**
   * Last night's topics: their ids, where tonight's stories are among them (-1 if they were in
   * none), and which of these are new.
   */
  record Start(List<String> ids, int[] group, Masses masses, boolean[] news) {}

  /** How many topics there may be. */
  record Range(int least, int most) {}

  /** From nothing but the first stories in groups. */
  static Clusters fresh(Masses.Story[] stories, int terms, Bottleneck.Fit first, long seed) {
    Clusters clusters = new Clusters(stories, terms, seed);
    int[] start = Arrays.copyOf(first.group(), stories.length);
    Arrays.fill(start, first.group().length, start.length, -1);
    clusters.refit(first.size(), start);
    clusters.ids = new ArrayList<>(Collections.nCopies(first.size(), null));
    return clusters;
  }

  /** From last night's topics. */
  static Clusters continued(
      Masses.Story[] stories, int terms, Start start, Range range, long seed) {
    Clusters clusters = new Clusters(stories, terms, seed);
    clusters.ids = new ArrayList<>(start.ids());
    clusters.begin(start);
    clusters.bury();
    for (int i = 0; i < ROUNDS && clusters.bear(start.news(), range); i++) {}
    clusters.bury();
    while (clusters.size() < Math.min(range.least(), stories.length)) {
      clusters.divide();
    }
    while (clusters.size() > range.most()) {
      clusters.join();
    }
    clusters.ids = heirs(start.ids(), start.group(), clusters.nearest(), clusters.ids);
    return clusters;
  }

  int size() {
    return fit.size();
  }

  Masses masses() {
    return fit.masses();
  }

  int[] nearest() {
    return fit.group();
  }

  /** Last night's id of a topic, null for a new one. */
  String id(int topic) {
    return ids.get(topic);
  }

  /**
   * Last night's topics that have stories tonight, these in them. The others end before any story
   * moves: to join an empty group costs nothing, so that it would draw stories of all the others.
   */
  private void begin(Start start) {
    int[] group = bottleneck.placed(start.group(), start.masses());
    int[] counts = new int[ids.size()];
    Arrays.stream(group).forEach(k -> counts[k]++);
    int most = Arrays.stream(counts).max().orElse(0);
    int[] kept =
        IntStream.range(0, counts.length)
            .filter(k -> counts[k] >= Math.min(LEAST_STORIES, most))
            .toArray();
    List<String> before = ids;
    ids = new ArrayList<>(Arrays.stream(kept).mapToObj(before::get).toList());
    refit(
        kept.length,
        Arrays.stream(group).map(g -> Math.max(-1, Arrays.binarySearch(kept, g))).toArray());
  }

  /** Ends the topics that hardly any story is in. */
  private void bury() {
    for (int k = size() - 1; k >= 0; k--) {
      if (fit.masses().stories(k) < LEAST_STORIES && size() > 1) {
        int gone = k;
        ids.remove(gone);
        refit(
            size() - 1,
            Arrays.stream(fit.group()).map(g -> g == gone ? -1 : g > gone ? g - 1 : g).toArray());
      }
    }
  }

  /**
   * Makes a topic of the new stories of a topic that are most unlike its old ones, if they are more
   * so than the two closest topics are unlike each other; false if there are none such.
   */
  private boolean bear(boolean[] news, Range range) {
    if (size() < 2) {
      return false;
    }
    int[] best = null;
    int[] two = Bottleneck.closest(between());
    double most = fit.masses().unlikeness(two[0], two[1]);
    for (int k = 0; k < size(); k++) {
      int[] all = storiesOf(k);
      int[] start = Arrays.stream(all).map(i -> news[i] ? 1 : 0).toArray();
      int[] free = IntStream.range(0, all.length).filter(i -> start[i] == 1).toArray();
      if (free.length == all.length || free.length < NEW_STORIES) {
        continue;
      }
      Bottleneck.Fit parts = parts(all, start, free);
      int[] part = second(all, parts);
      double unlikeness = parts.masses().unlikeness(1, 0);
      if (part.length >= Math.max(NEW_STORIES, NEW_SHARE * stories.length / size())
          && unlikeness > most) {
        most = unlikeness;
        best = part;
      }
    }
    if (best == null) {
      return false;
    }
    add(best);
    if (size() > range.most()) {
      join();
    }
    return true;
  }

  private int[] storiesOf(int topic) {
    return IntStream.range(0, stories.length).filter(i -> fit.group()[i] == topic).toArray();
  }

  /** Some stories in two, of which those that are free find their own. */
  private Bottleneck.Fit parts(int[] all, int[] start, int[] free) {
    Masses.Story[] some = Arrays.stream(all).mapToObj(i -> stories[i]).toArray(Masses.Story[]::new);
    return new Bottleneck(some, terms).fit(start, new Masses(terms, 2), seed, free);
  }

  private static int[] second(int[] all, Bottleneck.Fit parts) {
    return IntStream.range(0, all.length)
        .filter(i -> parts.group()[i] == 1)
        .map(i -> all[i])
        .toArray();
  }

  private void add(int[] part) {
    int[] group = fit.group().clone();
    for (int i : part) {
      group[i] = size();
    }
    ids.add(null);
    refit(size() + 1, group);
  }

  /** Makes two of the largest topic. */
  private void divide() {
    int largest = 0;
    for (int k = 1; k < size(); k++) {
      largest = fit.masses().stories(k) > fit.masses().stories(largest) ? k : largest;
    }
    int[] all = storiesOf(largest);
    int[] free = IntStream.range(0, all.length).toArray();
    add(second(all, parts(all, Arrays.stream(free).map(i -> i % 2).toArray(), free)));
  }

  private double[][] between() {
    double[][] between = new double[size()][];
    Arrays.setAll(between, fit.masses()::between);
    return between;
  }

  /** Makes one of the two topics that differ least. */
  private void join() {
    int[] two = Bottleneck.closest(between());
    boolean first = fit.masses().stories(two[0]) >= fit.masses().stories(two[1]);
    int kept = two[first ? 0 : 1];
    int gone = two[first ? 1 : 0];
    ids.remove(gone);
    refit(
        size() - 1,
        Arrays.stream(fit.group())
            .map(g -> g == gone ? kept : g)
            .map(g -> g > gone ? g - 1 : g)
            .toArray());
  }

  /**
   * Last night's ids among tonight's topics: each goes where most of its stories are, if they are
   * the most that the topic has of any; else it ends. One with hardly a story in any topic stays
   * where it was.
   *
   * @param before the place in {@code last} of each story's topic last night, or -1
   * @param now each story's topic tonight
   * @param ids the id that each of tonight's topics began with, null for a new one
   */
  static List<String> heirs(List<String> last, int[] before, int[] now, List<String> ids) {
    int[][] shared = new int[ids.size()][last.size()];
    for (int i = 0; i < now.length; i++) {
      if (before[i] >= 0) {
        shared[now[i]][before[i]]++;
      }
    }
    List<String> heirs = new ArrayList<>(Collections.nCopies(ids.size(), null));
    Set<String> ended = new HashSet<>();
    for (int id = 0; id < last.size(); id++) {
      int own = ids.indexOf(last.get(id));
      int heir = Math.max(0, own);
      for (int k = 0; k < ids.size(); k++) {
        heir = shared[k][id] > shared[heir][id] ? k : heir;
      }
      int most = shared[heir][id];
      if (most < LEAST_STORIES) {
        continue;
      }
      String other = heirs.get(heir);
      if (most == Arrays.stream(shared[heir]).max().getAsInt() && (other == null || heir == own)) {
        heirs.set(heir, last.get(id));
        ended.add(other);
      } else {
        ended.add(last.get(id));
      }
    }
    for (int k = 0; k < ids.size(); k++) {
      String id = ids.get(k);
      if (heirs.get(k) == null && !heirs.contains(id) && !ended.contains(id)) {
        heirs.set(k, id);
      }
    }
    return heirs;
  }

  private void refit(int k, int[] group) {
    fit = bottleneck.fit(group, new Masses(terms, k), seed);
  }

  /** Adjusted Rand index of two groupings (L. Hubert, P. Arabie, J. Classification 2, 1985). */
  static double agreement(int[] a, int[] b) {
    int rows = Arrays.stream(a).max().orElse(0) + 1;
    int columns = Arrays.stream(b).max().orElse(0) + 1;
    long[][] table = new long[rows][columns];
    long[] row = new long[rows];
    long[] column = new long[columns];
    for (int i = 0; i < a.length; i++) {
      table[a[i]][b[i]]++;
      row[a[i]]++;
      column[b[i]]++;
    }
    double cells = Arrays.stream(table).mapToDouble(Clusters::pairs).sum();
    double expected = pairs(row) * pairs(column) / pairs(new long[] {a.length});
    double most = (pairs(row) + pairs(column)) / 2;
    return most == expected ? 1 : (cells - expected) / (most - expected);
  }

  private static double pairs(long[] counts) {
    return Arrays.stream(counts).mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }
}

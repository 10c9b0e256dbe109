package org.marsad.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Stories in groups that tell the most of their terms: the sequential information bottleneck of
 * Slonim, Friedman and Tishby (see {@link Masses}). One story after another leaves its group and
 * joins the nearest, until hardly any moves. MLlib's k-means finds groups that follow the papers'
 * sections less, whatever the vectors: {@code docs/topics.md}.
 */
final class Bottleneck {
  private static final int ROUNDS = 20;

  /** In so many rounds at first, and then in each fifth, a story meets every group. */
  private static final int FULL = 3;

  private static final int EVERY = 5;

  /** In the others it meets those that were nearest, where there are more than twice as many. */
  private static final int NEAR = 8;

  /** Of so many stories less than one that moves is none. */
  private static final int SETTLED = 200;

  private final Masses.Story[] stories;
  private final int terms;

  Bottleneck(Masses.Story[] stories, int terms) {
    this.stories = stories;
    this.terms = terms;
  }

  /** Each story's group, and the groups. */
  record Fit(int[] group, Masses masses) {
    int size() {
      return masses.size();
    }
  }

  /**
   * From nothing, as many groups as each of some numbers, the largest number first: twice as many
   * as that, of which the two closest are made one until there are as many as asked for.
   */
  List<Fit> fresh(int[] numbers, long seed) {
    int many = Math.min(2 * numbers[0], stories.length);
    int[] start = new Random(seed).ints(stories.length, 0, many).toArray();
    Fit fit = fit(start, new Masses(terms, many), seed);
    Masses masses = fit.masses();
    double[][] between = new double[many][];
    Arrays.setAll(between, masses::between);
    int[] into = new int[many];
    Arrays.setAll(into, i -> i);
    List<Fit> fits = new ArrayList<>();
    int left = many;
    for (int k : numbers) {
      for (; left > k; left--) {
        int[] two = closest(between);
        masses.join(two[0], two[1]);
        between[two[1]] = masses.between(two[1]);
        for (int i = 0; i < many; i++) {
          into[i] = into[i] == two[0] ? two[1] : into[i];
          between[i][two[0]] = Double.POSITIVE_INFINITY;
          between[two[0]][i] = Double.POSITIVE_INFINITY;
          between[i][two[1]] = between[two[1]][i];
        }
      }
      int[] kept = Arrays.stream(into).distinct().sorted().toArray();
      int[] group =
          Arrays.stream(fit.group()).map(g -> Arrays.binarySearch(kept, into[g])).toArray();
      fits.add(fit(group, new Masses(terms, k), seed));
    }
    return fits;
  }

  /** The stories in groups as they are. */
  Fit in(int[] group, int k) {
    Masses masses = new Masses(terms, k);
    for (int i = 0; i < group.length; i++) {
      masses.add(stories[i], group[i]);
    }
    return new Fit(group, masses);
  }

  /** The two groups that differ least, the second of them first. */
  static int[] closest(double[][] between) {
    int[] closest = {1, 0};
    for (int a = 0; a < between.length; a++) {
      for (int b = 0; b < a; b++) {
        closest = between[a][b] < between[closest[0]][closest[1]] ? new int[] {a, b} : closest;
      }
    }
    return closest;
  }

  /**
   * From the given groups. A story of none (-1) joins the nearest; {@code masses} may hold more
   * than the stories, to draw these to a group that has none yet.
   */
  Fit fit(int[] start, Masses masses, long seed) {
    return fit(start, masses, seed, IntStream.range(0, start.length).toArray());
  }

  /**
   * Each story where it begins, or in the nearest group if that is none (-1).
   *
   * @param masses empty, or what draws stories to groups that have none yet
   */
  int[] placed(int[] start, Masses masses) {
    int[] group = start.clone();
    for (int i = 0; i < group.length; i++) {
      if (group[i] >= 0) {
        masses.add(stories[i], group[i]);
      }
    }
    for (int i = 0; i < group.length; i++) {
      if (group[i] < 0) {
        group[i] = masses.nearest(stories[i]);
        masses.add(stories[i], group[i]);
      }
    }
    return group;
  }

  /** The same, where only the {@code free} may change their group. */
  Fit fit(int[] start, Masses masses, long seed, int[] free) {
    int[] group = placed(start, masses);
    Masses settled = in(group, masses.size()).masses();
    int[] order = free.clone();
    Random random = new Random(seed);
    int[][] near = new int[group.length][];
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      boolean full = round < FULL || round % EVERY == 0 || settled.size() <= 2 * NEAR;
      if (moved(order, group, settled, near, full) * SETTLED < order.length) {
        break;
      }
    }
    return new Fit(group, settled);
  }

  private int moved(int[] order, int[] group, Masses masses, int[][] near, boolean full) {
    int moved = 0;
    for (int i : order) {
      int from = group[i];
      if (masses.stories(from) > 1) {
        masses.remove(stories[i], from);
        near[i] = full || near[i] == null ? masses.nearest(stories[i], NEAR) : near[i];
        group[i] = full ? near[i][0] : masses.nearest(stories[i], near[i]);
        masses.add(stories[i], group[i]);
        moved += group[i] == from ? 0 : 1;
      }
    }
    return moved;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
  }
}

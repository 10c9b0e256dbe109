package org.marsad.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups words that stand between the same neighbours: classes of the bigram model that give the
 * text the highest likelihood, found by exchanging one word at a time (S. Martin, J. Liermann, H.
 * Ney: Algorithms for bigram and trigram word clustering, 1998). Deterministic: words move in the
 * order of their frequency, ties go to the lower class.
 */
final class WordClusters {
  private static final int TABLE = 1 << 17;
  private static final double[] H = new double[TABLE];

  static {
    for (int n = 1; n < TABLE; n++) {
      H[n] = n * Math.log(n);
    }
  }

  private final int words;
  private final int classes;
  private final int[][] left;
  private final int[][] leftCounts;
  private final int[][] right;
  private final int[][] rightCounts;
  private final int[] self;
  private final int[] total;
  private final int[] of;
  private final int[] pairs;
  private final int[] size;

  /**
   * A bigram count.
   *
   * @param a the word before
   * @param b the word behind
   */
  record Pair(int a, int b, int count) {}

  private WordClusters(int words, List<Pair> bigrams, int classes) {
    this.words = words;
    this.classes = classes;
    int[] nl = new int[words];
    int[] nr = new int[words];
    for (Pair p : bigrams) {
      if (p.a != p.b) {
        nr[p.a]++;
        nl[p.b]++;
      }
    }
    left = arrays(nl);
    leftCounts = arrays(nl);
    right = arrays(nr);
    rightCounts = arrays(nr);
    self = new int[words];
    total = new int[words];
    for (Pair p : bigrams) {
      total[p.a] += p.count;
      if (p.a == p.b) {
        self[p.a] = p.count;
      } else {
        right[p.a][--nr[p.a]] = p.b;
        rightCounts[p.a][nr[p.a]] = p.count;
        left[p.b][--nl[p.b]] = p.a;
        leftCounts[p.b][nl[p.b]] = p.count;
      }
    }
    of = new int[words];
    pairs = new int[classes * classes];
    size = new int[classes];
  }

  private static int[][] arrays(int[] sizes) {
    int[][] all = new int[sizes.length][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new int[sizes[i]];
    }
    return all;
  }

  /** The class of each word; words are numbered from 0 by falling frequency. */
  static int[] cluster(int words, List<Pair> bigrams, int classes, int rounds) {
    WordClusters c = new WordClusters(words, bigrams, classes);
    c.start();
    for (int round = 0; round < rounds; round++) {
      if (c.round() < words / 500) {
        break;
      }
    }
    return c.of;
  }

  /** The most frequent words have a class each; the others begin in turn. */
  private void start() {
    for (int w = 0; w < words; w++) {
      of[w] = w % classes;
      size[of[w]] += total[w];
    }
    for (int w = 0; w < words; w++) {
      pairs[of[w] * classes + of[w]] += self[w];
      for (int i = 0; i < right[w].length; i++) {
        pairs[of[w] * classes + of[right[w][i]]] += rightCounts[w][i];
      }
    }
  }

  private int round() {
    int moved = 0;
    int[] l = new int[classes];
    int[] r = new int[classes];
    for (int w = 0; w < words; w++) {
      Arrays.fill(l, 0);
      Arrays.fill(r, 0);
      for (int i = 0; i < left[w].length; i++) {
        l[of[left[w][i]]] += leftCounts[w][i];
      }
      for (int i = 0; i < right[w].length; i++) {
        r[of[right[w][i]]] += rightCounts[w][i];
      }
      int from = of[w];
      move(w, from, l, r, -1);
      int to = best(w, from, l, r);
      move(w, to, l, r, 1);
      of[w] = to;
      moved += to == from ? 0 : 1;
    }
    return moved;
  }

  private void move(int w, int c, int[] l, int[] r, int sign) {
    for (int g = 0; g < classes; g++) {
      pairs[g * classes + c] += sign * l[g];
      pairs[c * classes + g] += sign * r[g];
    }
    pairs[c * classes + c] += sign * self[w];
    size[c] += sign * total[w];
  }

  private int best(int w, int from, int[] l, int[] r) {
    int[] ls = nonZero(l);
    int[] rs = nonZero(r);
    int best = from;
    double most = gain(w, from, l, r, ls, rs) + 1e-9;
    for (int c = 0; c < classes; c++) {
      double gain = c == from ? Double.NEGATIVE_INFINITY : gain(w, c, l, r, ls, rs);
      if (gain > most) {
        most = gain;
        best = c;
      }
    }
    return best;
  }

  private static int[] nonZero(int[] counts) {
    int[] at = new int[counts.length];
    int n = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        at[n++] = i;
      }
    }
    return Arrays.copyOf(at, n);
  }

  private double gain(int w, int c, int[] l, int[] r, int[] ls, int[] rs) {
    double gain = 0;
    for (int g : ls) {
      if (g != c) {
        int n = pairs[g * classes + c];
        gain += h(n + l[g]) - h(n);
      }
    }
    int row = c * classes;
    for (int g : rs) {
      if (g != c) {
        int n = pairs[row + g];
        gain += h(n + r[g]) - h(n);
      }
    }
    int own = pairs[row + c];
    gain += h(own + l[c] + r[c] + self[w]) - h(own);
    return gain - 2 * (h(size[c] + total[w]) - h(size[c]));
  }

  private static double h(int n) {
    return n < TABLE ? H[n] : n * Math.log(n);
  }

  /** Counts a text's bigrams of symbols. */
  static final class Counter {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private int[] counts = new int[1 << 16];
    private final Map<Long, int[]> bigrams = new HashMap<>(1 << 20);
    private int previous = -1;

    void add(String symbol) {
      Integer id = ids.get(symbol);
      if (id == null) {
        id = symbols.size();
        ids.put(symbol, id);
        symbols.add(symbol);
        if (id == counts.length) {
          counts = Arrays.copyOf(counts, 2 * id);
        }
      }
      counts[id]++;
      if (previous >= 0) {
        bigrams.computeIfAbsent(((long) previous << 32) | id, k -> new int[1])[0]++;
      }
      previous = id;
    }

    void end() {
      previous = -1;
    }

    /**
     * The classes of the symbols seen at least {@code least} times, at each granularity: the first
     * number of classes groups the words, each further one the classes before.
     */
    TreeMap<String, int[]> classes(int least, int[] granularities, int rounds) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < symbols.size(); i++) {
        if (counts[i] >= least) {
          order.add(i);
        }
      }
      order.sort(
          Comparator.<Integer>comparingInt(i -> -counts[i]).thenComparing(i -> symbols.get(i)));
      int[] rank = new int[symbols.size()];
      Arrays.fill(rank, -1);
      for (int i = 0; i < order.size(); i++) {
        rank[order.get(i)] = i;
      }
      List<Pair> pairs = new ArrayList<>();
      bigrams.forEach(
          (key, n) -> {
            int a = rank[(int) (key >>> 32)];
            int b = rank[(int) (long) key];
            if (a >= 0 && b >= 0) {
              pairs.add(new Pair(a, b, n[0]));
            }
          });
      pairs.sort(Comparator.<Pair>comparingInt(p -> p.a).thenComparingInt(p -> p.b));
      return levels(order, pairs, granularities, rounds);
    }

    private TreeMap<String, int[]> levels(
        List<Integer> order, List<Pair> pairs, int[] granularities, int rounds) {
      int[][] levels = new int[granularities.length][];
      int words = order.size();
      List<Pair> current = pairs;
      int[] above = null;
      for (int g = 0; g < granularities.length; g++) {
        int[] found = cluster(words, current, Math.min(words, granularities[g]), rounds);
        above = above == null ? found : through(above, found);
        levels[g] = above;
        current = merge(current, found);
        words = granularities[g];
      }
      TreeMap<String, int[]> all = new TreeMap<>();
      for (int i = 0; i < order.size(); i++) {
        int[] path = new int[levels.length];
        for (int g = 0; g < path.length; g++) {
          path[g] = levels[g][i];
        }
        all.put(symbols.get(order.get(i)), path);
      }
      return all;
    }

    private static int[] through(int[] first, int[] second) {
      int[] both = new int[first.length];
      for (int i = 0; i < both.length; i++) {
        both[i] = second[first[i]];
      }
      return both;
    }

    private static List<Pair> merge(List<Pair> pairs, int[] classes) {
      TreeMap<Long, Integer> sums = new TreeMap<>();
      for (Pair p : pairs) {
        sums.merge(((long) classes[p.a] << 32) | classes[p.b], p.count, Integer::sum);
      }
      List<Pair> merged = new ArrayList<>(sums.size());
      sums.forEach((k, n) -> merged.add(new Pair((int) (k >>> 32), (int) (long) k, n)));
      return merged;
    }
  }
}

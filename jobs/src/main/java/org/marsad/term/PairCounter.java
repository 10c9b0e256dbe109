package org.marsad.term;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Counts pairs of terms in a row by numbers in place of words. Terms too rare for any pair have no
 * number; they still count among all pairs and as the other side of a term.
 */
final class PairCounter implements Serializable {
  /** The key of all pairs. */
  static final long ALL = -1;

  private static final int RARE = 0;
  private static final long SECOND = 1L << 40;

  private final String[] terms;

  /**
   * A counter.
   *
   * @param terms the terms that may stand in a pair, sorted
   */
  PairCounter(String[] terms) {
    this.terms = terms;
  }

  /** The key under which the times are counted that a pair's first term stands first. */
  static long first(long pair) {
    return -2 - (pair >>> 32);
  }

  /** The same for the second. */
  static long second(long pair) {
    return -2 - SECOND - (pair & 0xFFFFFFFFL);
  }

  String termA(long pair) {
    return terms[(int) (pair >>> 32) - 1];
  }

  String termB(long pair) {
    return terms[(int) pair - 1];
  }

  /** Rows of key, occurrences and articles for a partition. */
  Iterator<Row> pairs(Iterator<Row> rows) {
    LongCounts counts = new LongCounts();
    Map<String, Integer> numbers = numbers();
    while (rows.hasNext()) {
      ArticleTexts.Text text = ArticleTexts.Text.of(rows.next());
      LongCounts own = new LongCounts();
      int[] ids = ids(text, numbers);
      for (int i = 0; i + 1 < ids.length; i++) {
        if (ids[i] >= 0 && ids[i + 1] >= 0) {
          own.add(ALL, 1, 0);
          long pair = (long) ids[i] << 32 | ids[i + 1];
          own.add(first(pair), 1, 0);
          own.add(second(pair), 1, 0);
          if (ids[i] != RARE && ids[i + 1] != RARE) {
            own.add(pair, 1, 0);
          }
        }
      }
      own.forEach((key, n, none) -> counts.add(key, n, 1));
    }
    List<Row> counted = new ArrayList<>(counts.size());
    counts.forEach((key, n, m) -> counted.add(RowFactory.create(key, (long) n, (long) m)));
    return counted.iterator();
  }

  /**
   * How each of the pairs given, sorted, is printed: rows of key, print, times and whether both are
   * seen as they are printed, behind no clitics.
   */
  Iterator<Row> prints(Iterator<Row> rows, long[] kept) {
    Map<String, Integer> numbers = numbers();
    List<Map<Print, Long>> prints = new ArrayList<>(kept.length);
    for (int i = 0; i < kept.length; i++) {
      prints.add(null);
    }
    while (rows.hasNext()) {
      ArticleTexts.Text text = ArticleTexts.Text.of(rows.next());
      int[] ids = ids(text, numbers);
      for (int i = 0; i + 1 < ids.length; i++) {
        boolean both = ids[i] > RARE && ids[i + 1] > RARE;
        int at = both ? Arrays.binarySearch(kept, (long) ids[i] << 32 | ids[i + 1]) : -1;
        if (at >= 0) {
          if (prints.get(at) == null) {
            prints.set(at, new HashMap<>(4));
          }
          boolean seen = isSeen(text, i) && isSeen(text, i + 1);
          String print = print(text, i) + " " + print(text, i + 1);
          prints.get(at).merge(new Print(print, seen), 1L, Long::sum);
        }
      }
    }
    List<Row> counted = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      long pair = kept[i];
      if (prints.get(i) != null) {
        prints
            .get(i)
            .forEach(
                (print, n) -> counted.add(RowFactory.create(pair, print.text(), n, print.seen())));
      }
    }
    return counted.iterator();
  }

  /** A pair as it is printed, and whether both are seen so. */
  private record Print(String text, boolean seen) {}

  private static boolean isSeen(ArticleTexts.Text text, int i) {
    return text.formSurfaces().get(text.order().get(i)) != null;
  }

  /** A form as printed; behind other clitics the term as the article prints it most. */
  private static String print(ArticleTexts.Text text, int i) {
    String surface = text.formSurfaces().get(text.order().get(i));
    return surface == null ? text.surfaces().get(text.termAt(i)) : surface;
  }

  /** The numbers of an article's terms in their order; -1 where a row of terms ends. */
  private static int[] ids(ArticleTexts.Text text, Map<String, Integer> numbers) {
    int[] ofTerm = new int[text.terms().size()];
    for (int i = 0; i < ofTerm.length; i++) {
      ofTerm[i] = numbers.getOrDefault(text.terms().get(i), RARE);
    }
    int[] ids = new int[text.order().size()];
    for (int i = 0; i < ids.length; i++) {
      int term = text.termAt(i);
      ids[i] = term < 0 ? -1 : ofTerm[term];
    }
    return ids;
  }

  private Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>(terms.length * 2);
    for (int i = 0; i < terms.length; i++) {
      numbers.put(terms[i], i + 1);
    }
    return numbers;
  }
}

package org.marsad.names;

import org.marsad.arabic.Orthography;
import org.marsad.arabic.Token;

/**
 * The features of a word that do not depend on its neighbours, for each place from which it may be
 * seen: two words before to two words behind. They are the same wherever the word stands, so their
 * weights are summed once a word.
 */
final class WordFeatures {
  /** Places: the word itself, the word before, behind, two before, two behind. */
  static final int PLACES = 5;

  private static final int STRIDE = 64;
  private static final long EDGE = 31;

  /** What is known of a word, as numbers that features combine. */
  record Word(
      long folded,
      long base,
      long before,
      long behind,
      long flags,
      int[] facts,
      String text,
      long shape) {
    long cluster(int level) {
      return facts.length > level ? facts[level] : -1 - (flags & 0xFFF);
    }
  }

  private WordFeatures() {}

  static Word word(WordInfo info, Token token, WordFacts facts) {
    String symbol = Bases.symbol(token);
    String base = symbol.startsWith("#") ? symbol : Bases.of(token);
    boolean article = Bases.hasArticle(token) || Words.isDefinite(info.folded);
    long flags =
        info.triggers
            | (long) info.names << 6
            | (info.nationality ? 1L << 9 : 0)
            | (article ? 1L << 10 : 0)
            | (info.feminine ? 1L << 11 : 0)
            | (token.stop() ? 1L << 12 : 0);
    return new Word(
        Hash.of(info.folded.isEmpty() ? info.surface : info.folded),
        Hash.of(base),
        Hash.of(Bases.before(token)),
        Hash.of(Bases.behind(token)),
        flags,
        facts.of(symbol),
        base,
        shape(info));
  }

  private static long shape(WordInfo info) {
    if (info.kind != WordInfo.Kind.WORD) {
      return Hash.of(info.surface.length() > 2 ? info.surface.substring(0, 2) + "+" : info.surface);
    }
    char c = info.surface.charAt(0);
    return Orthography.isArabicLetter(c) ? 1 : 2;
  }

  /** The features that name the word or its letters: left out now and then in training. */
  static void identity(Word w, Features out) {
    out.add(1, w.folded);
    out.add(2, w.base);
    String s = w.text;
    int n = s.length();
    for (int k = 1; k <= 4 && k < n; k++) {
      out.add(3 + k, Hash.of(s, 0, k));
      out.add(10 + k, Hash.of(s, n - k, n));
    }
    for (int i = 0; i + 3 <= n && i < 12; i++) {
      out.add(20, Hash.of(s, i, i + 3));
    }
    out.add(21, Math.min(n, 9));
  }

  static void general(Word w, Features out) {
    seen(0, w, out);
    out.add(30, w.before);
    out.add(31, w.behind);
    out.add(32, w.shape);
    out.add(33, w.before, w.cluster(1));
    out.add(34, w.facts.length == 0 ? 0 : 1);
  }

  /** How a word looks from the places around it. */
  static void near(int place, Word w, Features out) {
    seen(place, w, out);
    int t = 40 + place * STRIDE;
    out.add(t, w.folded);
    out.add(t + 1, w.base);
    if (place <= 2) {
      out.add(t + 2, w.before);
      out.add(t + 3, w.shape);
      String s = w.text;
      if (s.length() > 3) {
        out.add(t + 4, Hash.of(s, s.length() - 3, s.length()));
        out.add(t + 5, Hash.of(s, 0, 3));
      }
    }
  }

  private static void seen(int place, Word w, Features out) {
    int t = 50 + place * STRIDE;
    out.add(t, w.flags);
    for (int bit = 0; bit < 13; bit++) {
      if ((w.flags >> bit & 1) != 0) {
        out.add(t + 1, bit);
      }
    }
    for (int level = 0; level < w.facts.length; level++) {
      out.add(t + 2 + level, w.facts[level]);
    }
  }

  /** The feature of a place outside the sentence. */
  static long edge(int place) {
    return Hash.feature(40 + place * STRIDE + 6, EDGE);
  }

  static void fill(WordFeatures.Word w, int place, Features out) {
    if (place == 0) {
      identity(w, out);
      general(w, out);
    } else {
      near(place, w, out);
    }
  }
}

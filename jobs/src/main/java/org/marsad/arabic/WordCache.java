package org.marsad.arabic;

import java.util.Arrays;
import java.util.List;

/**
 * Remembers what was said of words; news repeats itself. A table of fixed size in which a word has
 * two places: the newest takes that of the older one. It is read and written without a lock: what
 * stands in it is immutable, and the worst that a race does is to analyse a word again.
 */
final class WordCache {
  private static final int PLACES = 1 << 18;

  /** A word as printed, once for all its tokens. */
  static final class Known {
    private final int hash;
    private final TokenKind kind;
    private final char[] letters;
    private final String surface;
    private final Analysis analysis;
    private final Contexts.Place place;
    private final List<String[]> expressions;

    Known(
        int hash,
        TokenKind kind,
        String surface,
        Analysis analysis,
        Contexts.Place place,
        List<String[]> expressions) {
      this.hash = hash;
      this.kind = kind;
      this.letters = surface.toCharArray();
      this.surface = surface;
      this.analysis = analysis;
      this.place = place;
      this.expressions = expressions;
    }

    String surface() {
      return surface;
    }

    Analysis analysis() {
      return analysis;
    }

    /** What it says of the words on either side. */
    Contexts.Place place() {
      return place;
    }

    /** The set expressions that end with this word. */
    List<String[]> expressions() {
      return expressions;
    }

    private boolean is(int otherHash, TokenKind otherKind, char[] text, int start, int end) {
      return hash == otherHash
          && kind == otherKind
          && Arrays.equals(letters, 0, letters.length, text, start, end);
    }
  }

  private final Known[] table = new Known[PLACES];

  /** What is known of the token {@code text[start, end)}, or null. */
  Known get(int hash, TokenKind kind, char[] text, int start, int end) {
    int place = hash & (PLACES - 1);
    Known first = table[place];
    if (first != null && first.is(hash, kind, text, start, end)) {
      return first;
    }
    Known second = table[place ^ 1];
    if (second == null || !second.is(hash, kind, text, start, end)) {
      return null;
    }
    table[place] = second;
    table[place ^ 1] = first;
    return second;
  }

  Known put(int hash, Known known) {
    int place = hash & (PLACES - 1);
    table[place ^ 1] = table[place];
    table[place] = known;
    return known;
  }

  static int hash(char[] text, int start, int end) {
    int h = 0;
    for (int i = start; i < end; i++) {
      h = 31 * h + text[i];
    }
    h *= 0x9E3779B1;
    return h ^ (h >>> 15);
  }
}

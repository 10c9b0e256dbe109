package org.marsad.article;

import java.util.Arrays;

/**
 * Shingles and MinHash signatures of texts.
 *
 * <p>A shingle is {@value #WORDS} words in a row. The share of equal places in two signatures
 * estimates the Jaccard similarity of the two sets of shingles (Broder, "On the resemblance and
 * containment of documents", 1997).
 */
final class MinHash {
  static final int WORDS = 3;

  /** Places in a signature: {@link #BANDS} bands of {@link #ROWS}. */
  static final int SIZE = 63;

  static final int ROWS = 3;
  static final int BANDS = SIZE / ROWS;

  private static final int[] MULTIPLIERS = new int[SIZE];
  private static final int[] ADDENDS = new int[SIZE];

  static {
    long state = 0x9E3779B97F4A7C15L;
    for (int i = 0; i < SIZE; i++) {
      state = mix(state + i);
      MULTIPLIERS[i] = (int) state | 1;
      ADDENDS[i] = (int) (state >>> 32);
    }
  }

  private MinHash() {}

  /** The distinct shingles of a text as sorted hashes; its words are runs of letters and digits. */
  static int[] shingles(String text) {
    int[] words = words(text);
    int n = Math.max(1, words.length - WORDS + 1);
    int[] hashes = new int[n];
    for (int i = 0; i < n; i++) {
      long h = 7;
      for (int j = i; j < Math.min(words.length, i + WORDS); j++) {
        h = mix(h * 31 + words[j]);
      }
      hashes[i] = (int) (h ^ (h >>> 32));
    }
    Arrays.sort(hashes);
    int distinct = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, distinct);
  }

  /** The signature of a set of shingles. */
  static int[] signature(int[] shingles) {
    int[] least = new int[SIZE];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int shingle : shingles) {
      for (int i = 0; i < SIZE; i++) {
        int h = shingle * MULTIPLIERS[i] + ADDENDS[i];
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        if (h < least[i]) {
          least[i] = h;
        }
      }
    }
    return least;
  }

  /** How many shingles two sorted sets share. */
  static int common(int[] a, int[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private static int[] words(String text) {
    int[] words = new int[text.length() / 2 + 1];
    int n = 0;
    int h = 0;
    boolean inside = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        h = 31 * h + c;
        inside = true;
      } else if (inside && Character.getType(c) != Character.NON_SPACING_MARK && c != '\u0640') {
        words[n++] = h;
        h = 0;
        inside = false;
      }
    }
    return Arrays.copyOf(words, n);
  }

  private static long mix(long x) {
    long z = (x ^ (x >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }
}

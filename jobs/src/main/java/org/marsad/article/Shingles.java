package org.marsad.article;

import java.util.Arrays;

/**
 * Words and shingles of a text as hashes, and the sample of them that is kept with each article.
 *
 * <p>A shingle is {@value #WORDS} words in a row. The sketch keeps the shingles whose hash is among
 * the lowest quarter of all hashes, so that the same shingle is kept in every text or in none: the
 * shingles that two sketches share estimate the texts' resemblance and, unlike a signature of fixed
 * length, the containment of a short one in a long one (A. Broder, "On the resemblance and
 * containment of documents", 1997, the sketch modulo m). A short text keeps its {@value #LEAST}
 * lowest.
 */
final class Shingles {
  static final int WORDS = 3;
  static final int LEAST = 64;

  /** Hashes below this are kept: a quarter of the 32-bit ones, seen as unsigned. */
  private static final int KEPT = Integer.MIN_VALUE + (1 << 30);

  private Shingles() {}

  /** A text's words in order: runs of letters and digits, without vowel signs and tatweel. */
  static int[] words(String text) {
    int[] words = new int[text.length() / 2 + 1];
    int n = 0;
    int h = 0;
    boolean inside = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == '\u0640') {
        continue; // a letter by Unicode's classes
      }
      if (Character.isLetterOrDigit(c)) {
        h = 31 * h + c;
        inside = true;
      } else if (inside && Character.getType(c) != Character.NON_SPACING_MARK) {
        words[n++] = h;
        h = 0;
        inside = false;
      }
    }
    return Arrays.copyOf(words, n);
  }

  /** The distinct shingles of words in order, sorted; one for a text of fewer words. */
  static int[] of(int[] words) {
    int n = Math.max(1, words.length - WORDS + 1);
    int[] hashes = new int[n];
    for (int i = 0; i < n; i++) {
      long h = 7;
      for (int j = i; j < Math.min(words.length, i + WORDS); j++) {
        h = mix(h * 31 + words[j]);
      }
      hashes[i] = (int) (h ^ (h >>> 32));
    }
    return distinct(hashes);
  }

  /** The lowest of sorted shingles: what is kept to find near-copies by. */
  static int[] sketch(int[] shingles) {
    int n = Math.min(LEAST, shingles.length);
    while (n < shingles.length && shingles[n] < KEPT) {
      n++;
    }
    return Arrays.copyOf(shingles, n);
  }

  /** Sorts hashes and leaves out those that repeat. */
  static int[] distinct(int[] hashes) {
    Arrays.sort(hashes);
    int distinct = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, distinct);
  }

  /** How many values two sorted sets share. */
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

  /** Spreads the bits of a number (the finaliser of MurmurHash3). */
  static long mix(long x) {
    long z = (x ^ (x >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }
}

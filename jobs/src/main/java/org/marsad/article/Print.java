package org.marsad.article;

import java.util.Arrays;

/**
 * What of a body is compared to settle whether another is a near-copy of it.
 *
 * @param words distinct words as sorted hashes
 * @param shingles distinct shingles as sorted hashes
 */
record Print(int[] words, int[] shingles) {
  /** Shingles in common, of all of both, that settle it alone. */
  static final double ALIKE = 0.35;

  /** Words in common, of all of both, with {@link #TRACES}: every third word was replaced. */
  static final double SAME_WORDS = 0.47;

  static final double TRACES = 0.13;

  /** Shingles in common, of the smaller: sentences were added or cut. */
  static final double CONTAINED = 0.65;

  /**
   * The smaller must have this share of the larger's shingles, or it is no copy but a quotation.
   */
  static final double LEAST_LENGTH = 0.4;

  /** Days between the printing of a piece and of its copies; later ones are alike by formula. */
  static final int LATEST = 3;

  /** Shingles in common, of all of both, that settle it whenever a piece was printed: a reprint. */
  static final double REPRINTED = 0.8;

  /** Of the shingles in common, those that are no formula. */
  static final double LEAST_OWN = 0.25;

  /** Shorter texts are alike by chance, or say the opposite by one word: only reprints count. */
  static final int SHORT = 20;

  static Print of(String body) {
    int[] words = Shingles.words(body);
    return new Print(Shingles.distinct(words.clone()), Shingles.of(words));
  }

  /** Shingles in common, of the smaller's. */
  double overlap(Print other) {
    int smaller = Math.min(shingles.length, other.shingles.length);
    return (double) Shingles.common(shingles, other.shingles) / smaller;
  }

  /**
   * Whether two bodies are near-copies of one another. Those of which nothing or a word or two is
   * left without their boilerplate are like none: a page of nothing else tells nothing.
   *
   * @param days between their printing
   * @param formulas sketched shingles that recur from day to day, sorted
   */
  boolean nearCopyOf(Print other, int days, int[] formulas) {
    int common = Shingles.common(shingles, other.shingles);
    int smaller = Math.min(shingles.length, other.shingles.length);
    int larger = Math.max(shingles.length, other.shingles.length);
    double alike = (double) common / (smaller + larger - common);
    if (common < Candidates.LEAST_SHARED || alike < TRACES || !ownWords(other, formulas)) {
      return false;
    }
    if (days > LATEST || smaller < SHORT) {
      return alike >= REPRINTED;
    }
    boolean contained = common >= CONTAINED * smaller && smaller >= LEAST_LENGTH * larger;
    return alike >= ALIKE || contained || sameWords(other);
  }

  private boolean sameWords(Print other) {
    int common = Shingles.common(words, other.words);
    return common >= SAME_WORDS * (words.length + other.words.length - common);
  }

  /** Whether what they share is more than formulas, as far as their sketches tell. */
  private boolean ownWords(Print other, int[] formulas) {
    int[] mine = Shingles.sketch(shingles);
    int[] theirs = Shingles.sketch(other.shingles);
    int[] shared = Arrays.stream(mine).filter(s -> Arrays.binarySearch(theirs, s) >= 0).toArray();
    return shared.length - Shingles.common(shared, formulas) >= LEAST_OWN * shared.length;
  }
}

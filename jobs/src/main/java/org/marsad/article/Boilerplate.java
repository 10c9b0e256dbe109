package org.marsad.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Sentences that a paper prints under many articles: invitations to its app, disclaimers, notes on
 * rights. They say nothing of what an article is about, nor of whether it is a copy.
 *
 * <p>What tells them from the sentences of a report that many papers print: one source prints them
 * again and again, and the articles around them differ. So with each sentence goes the longest
 * other sentence of its article; a sentence that a source prints with ever new ones is boilerplate.
 * Over all sources it would not do: each of six papers may add a sentence of its own to a report.
 */
final class Boilerplate {
  /** Articles of one source that must share a sentence before it can be boilerplate. */
  static final int LEAST_TEXTS = 6;

  /** The share of these articles whose longest other sentence no other of them has. */
  static final double LEAST_VARIETY = 0.8;

  /** Shorter sentences are no sentences. */
  private static final int LEAST_LETTERS = 12;

  private Boilerplate() {}

  private record Sentence(long hash, int letters) {}

  /** Hashes of a text's distinct sentences, the longest first. */
  static long[] sentences(String text) {
    List<Sentence> found = new ArrayList<>();
    each(text, (from, to, hash, letters) -> found.add(new Sentence(hash, letters)));
    return found.stream()
        .filter(s -> s.letters() >= LEAST_LETTERS)
        .sorted(Comparator.comparingInt((Sentence s) -> -s.letters()).thenComparing(Sentence::hash))
        .mapToLong(Sentence::hash)
        .distinct()
        .toArray();
  }

  /** The text without its boilerplate. */
  static String strip(String text, Set<Long> boilerplate) {
    return boilerplate.isEmpty() ? text : without(text, boilerplate::contains);
  }

  private static String without(String text, LongPredicate unwanted) {
    StringBuilder kept = new StringBuilder(text.length());
    each(
        text,
        (from, to, hash, letters) -> {
          if (!unwanted.test(hash)) {
            kept.append(text, from, to);
          }
        });
    return kept.toString();
  }

  private interface Visitor {
    void sentence(int from, int to, long hash, int letters);
  }

  /** Sentences end with a line or with a full stop, question or exclamation mark before a space. */
  private static void each(String text, Visitor visitor) {
    int from = 0;
    int letters = 0;
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\u0640' && Character.isLetterOrDigit(c)) {
        hash = Shingles.mix(hash * 31 + Character.toLowerCase(c));
        letters++;
      }
      if (ends(text, i)) {
        visitor.sentence(from, i + 1, hash, letters);
        from = i + 1;
        hash = 0;
        letters = 0;
      }
    }
  }

  private static boolean ends(String text, int i) {
    char c = text.charAt(i);
    boolean last = i + 1 == text.length();
    boolean mark = c == '.' || c == '!' || c == '؟' || c == '?';
    return c == '\n' || last || (mark && Character.isWhitespace(text.charAt(i + 1)));
  }
}

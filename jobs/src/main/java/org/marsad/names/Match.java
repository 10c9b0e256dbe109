package org.marsad.names;

/** Tokens {@code first} to {@code last} of a field, read without {@code stripped} letters. */
final class Match {
  final Field field;
  final int first;
  final int last;
  final int stripped;
  final Candidate[] candidates;

  Candidate chosen;
  String rule = "";
  String origin = "lexicon";
  double score;

  Match(Field field, int first, int last, int stripped, Candidate[] candidates) {
    this.field = field;
    this.first = first;
    this.last = last;
    this.stripped = stripped;
    this.candidates = candidates;
  }

  int length() {
    return last - first + 1;
  }

  /** The token that the name itself begins with, behind the words that lead to it. */
  int named() {
    int at = first;
    for (int lead = chosen.lead(); lead > 0; lead--) {
      at = field.next(at);
    }
    return at;
  }

  boolean overlaps(Match other) {
    return field == other.field && first <= other.last && other.first <= last;
  }

  void choose(Candidate candidate, String why, double confidence) {
    chosen = candidate;
    rule = why;
    score = confidence;
  }
}

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

  boolean overlaps(Match other) {
    return field == other.field && first <= other.last && other.first <= last;
  }

  void choose(Candidate candidate, String why, double confidence) {
    chosen = candidate;
    rule = why;
    score = confidence;
  }
}

package org.marsad.arabic;

import java.util.List;

/**
 * What is said of a word whatever its place: see {@link Token} for the parts.
 *
 * @param readings what it may be instead, as the word before it chooses; mostly empty
 * @param role what it does beside a person's name
 */
record Analysis(
    String lemma,
    List<String> segments,
    int stem,
    Pos pos,
    boolean stop,
    List<Homographs.Reading> readings,
    NameRole role) {

  static Analysis of(String lemma, List<String> segments, int stem, Pos pos, boolean stop) {
    return new Analysis(lemma, segments, stem, pos, stop, List.of(), NameRole.NONE);
  }

  static Analysis whole(String lemma, String segment, Pos pos, boolean stop) {
    return of(lemma, List.of(segment), 0, pos, stop);
  }

  Analysis withReadings(List<Homographs.Reading> others) {
    return new Analysis(lemma, segments, stem, pos, stop, others, role);
  }

  Analysis withRole(NameRole other) {
    return new Analysis(lemma, segments, stem, pos, stop, readings, other);
  }

  Analysis read(String otherLemma, Pos otherPos) {
    return new Analysis(otherLemma, segments, stem, otherPos, stop, List.of(), role);
  }

  boolean hasArticle() {
    return stem > 0 && segments.get(stem - 1).equals("ال");
  }

  boolean hasPreposition() {
    int last = hasArticle() ? stem - 2 : stem - 1;
    String before = last >= 0 ? segments.get(last) : "";
    return before.equals("ب") || before.equals("ل") || before.equals("ك");
  }
}

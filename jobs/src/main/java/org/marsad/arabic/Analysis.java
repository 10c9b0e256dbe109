package org.marsad.arabic;

import java.util.List;

/** What is said of a word whatever its place: see {@link Token} for the parts. */
record Analysis(String lemma, List<String> segments, int stem, Pos pos, boolean stop) {

  static Analysis whole(String lemma, String segment, Pos pos, boolean stop) {
    return new Analysis(lemma, List.of(segment), 0, pos, stop);
  }
}

package org.marsad.arabic;

import java.util.HashSet;
import java.util.Set;

/** Keeps names whole: words of the names files that no known word explains are never cut. */
final class NameGuard {
  private NameGuard() {}

  static void protect(LexiconFiles files, Lexicon lexicon, WordAnalyzer words) {
    Set<String> seen = new HashSet<>();
    for (String file : Lexicon.NAMES) {
      for (String name : Lexicon.nameWords(files, file)) {
        if (seen.add(name) && !words.isExplained(name)) {
          lexicon.addName(name);
        }
      }
    }
  }
}

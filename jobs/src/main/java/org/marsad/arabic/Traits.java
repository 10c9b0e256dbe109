package org.marsad.arabic;

import java.util.List;

/** What the word behind a word asks of it: found once for each word, kept as bits. */
final class Traits {
  static final int ARTICLE = 1;
  static final int PREPOSITION = 2;
  static final int CONJUNCTION = 4;

  /** A feminine or broken plural with which an adjective's feminine agrees, without article. */
  static final int HEAD = 8;

  /** An adjective's feminine without article: «برية وبحرية». */
  static final int FEMININE = 16;

  /** A feminine or broken plural with the article, noun or adjective: «الحكومة», «الكندية». */
  static final int SUBJECT = 32;

  private Traits() {}

  static int of(String lemma, List<String> segments, int stem, Pos pos, boolean stop) {
    int traits = 0;
    for (int i = 0; i < stem; i++) {
      traits |= proclitic(segments.get(i));
    }
    boolean nominal = pos == Pos.NOUN || pos == Pos.ADJ;
    if (!nominal || stop || stem < segments.size() - 1) {
      return traits;
    }
    String written = segments.get(stem);
    boolean feminine = written.endsWith("ة") || written.endsWith("ات");
    if (!feminine && !(pos == Pos.NOUN && isBrokenPlural(written, lemma))) {
      return traits;
    }
    if ((traits & ARTICLE) != 0) {
      return traits | SUBJECT;
    }
    return traits | (pos == Pos.NOUN ? HEAD : FEMININE);
  }

  private static int proclitic(String segment) {
    return switch (segment) {
      case "ال" -> ARTICLE;
      case "ب", "ل", "ك" -> PREPOSITION;
      case "و", "ف" -> CONJUNCTION;
      default -> 0;
    };
  }

  /** Not the singular, and without an ending that a sound plural, a dual or an accusative has. */
  private static boolean isBrokenPlural(String stem, String lemma) {
    return !stem.startsWith(lemma)
        && "اينةى".indexOf(stem.charAt(stem.length() - 1)) < 0
        && !Orthography.fold(stem).equals(Orthography.fold(lemma));
  }
}

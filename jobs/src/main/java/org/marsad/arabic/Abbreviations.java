package org.marsad.arabic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Abbreviations of Arabic letters, from {@code abbreviations.tsv}: agencies written as letters with
 * dots or blanks between them, and words with a dot inside. A single letter with a dot behind it is
 * an abbreviation without being listed.
 */
final class Abbreviations {
  static final String FILE = "abbreviations.tsv";

  private static final int MAX_PARTS = 4;

  /** By folded letters without dots and blanks. */
  private final Map<String, String> lemmas = new HashMap<>();

  private final Set<Character> firstLetters = new HashSet<>();

  private Abbreviations() {}

  static Abbreviations read(LexiconFiles files) {
    Abbreviations all = new Abbreviations();
    RuleFile.forEach(
        files,
        FILE,
        row -> {
          String lemma = row.required("lemma");
          for (String form : row.list("forms")) {
            all.lemmas.put(key(form), lemma);
            all.firstLetters.add(key(form).charAt(0));
          }
        });
    return all;
  }

  private static String key(CharSequence text) {
    String folded = Orthography.fold(text);
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (CharTypes.isArabic(c)) {
        key.append(c);
      } else if (key.length() > 0 && key.charAt(key.length() - 1) != '.') {
        key.append('.');
      }
    }
    int last = key.length() - 1;
    return last >= 0 && key.charAt(last) == '.' ? key.substring(0, last) : key.toString();
  }

  /** The listed abbreviation's lemma, or null. */
  String lemma(String surface) {
    return lemmas.get(key(surface));
  }

  /** The end of the abbreviation beginning with the word [start, end), or {@code end}. */
  int end(String text, int start, int end) {
    boolean letter = end - start == 1;
    int best = letter && end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    if (!letter && (end >= text.length() || text.charAt(end) != '.')) {
      return end;
    }
    if (!firstLetters.contains(Orthography.fold(text.substring(start, start + 1)).charAt(0))) {
      return best;
    }
    int at = end;
    for (int parts = 1; parts < MAX_PARTS; parts++) {
      int next = nextPart(text, at, letter);
      if (next < 0) {
        break;
      }
      at = CharTypes.wordEnd(text, next, Math.min(text.length(), next + TokenScanner.MAX_LENGTH));
      if (letter && at - next > 1) {
        break;
      }
      if (lemma(text.substring(start, at)) != null) {
        best = letter && at < text.length() && text.charAt(at) == '.' ? at + 1 : at;
      }
    }
    return best;
  }

  /** Where the next part begins: behind a dot, a blank, or both if single letters are read. */
  private static int nextPart(String text, int at, boolean letter) {
    int i = at;
    if (i < text.length() && text.charAt(i) == '.') {
      i++;
    }
    if (letter && i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u00A0')) {
      i++;
    }
    return i > at && i < text.length() && CharTypes.isArabic(text.charAt(i)) ? i : -1;
  }
}

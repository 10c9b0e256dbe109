package org.marsad.names;

import java.util.ArrayList;
import java.util.List;
import org.marsad.arabic.Orthography;

/** Folded words, and the proclitics that may stand before them. */
final class Words {
  /** Begins names of towns and families: «ببن قردان», «لبن علي». */
  private static final String SON = "بن";

  private Words() {}

  /** The folded words of a name: split at white space and hyphens, quotation marks dropped. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>(4);
    StringBuilder word = new StringBuilder();
    String folded = Orthography.fold(name);
    for (int i = 0; i <= folded.length(); i++) {
      char c = i < folded.length() ? folded.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /**
   * A reading of a folded word without proclitics.
   *
   * @param bare what is left; لل gives its article back
   * @param stripped letters of the folded word in front of the name
   */
  record Reading(String bare, int stripped) {}

  /** The readings of a folded word, the whole word first. */
  static List<Reading> readings(String folded) {
    List<Reading> readings = new ArrayList<>(5);
    readings.add(new Reading(folded, 0));
    int n = folded.length();
    if (n < 4) {
      if (n == 3 && folded.endsWith(SON) && "وفبلك".indexOf(folded.charAt(0)) >= 0) {
        readings.add(new Reading(SON, 1));
      }
      return readings;
    }
    char c = folded.charAt(0);
    if (c == 'و' || c == 'ف') {
      readings.add(new Reading(folded.substring(1), 1));
      preposition(folded, 1, readings);
    }
    preposition(folded, 0, readings);
    return readings;
  }

  private static void preposition(String word, int at, List<Reading> readings) {
    if (word.length() - at < 4) {
      return;
    }
    char c = word.charAt(at);
    if (c == 'ل' && word.charAt(at + 1) == 'ل') {
      readings.add(new Reading("ال" + word.substring(at + 2), at + 1));
    }
    if (c == 'ب' || c == 'ل' || (c == 'ك' && word.length() - at > 4)) {
      readings.add(new Reading(word.substring(at + 1), at + 1));
    }
  }

  static boolean isDefinite(String folded) {
    return folded.startsWith("ال") && folded.length() > 3;
  }

  /** The reading of a folded word without its first {@code stripped} letters. */
  static String bare(String folded, int stripped) {
    if (stripped > 0 && folded.charAt(stripped - 1) == 'ل' && folded.charAt(stripped) == 'ل') {
      return "ال" + folded.substring(stripped + 1);
    }
    return folded.substring(stripped);
  }
}

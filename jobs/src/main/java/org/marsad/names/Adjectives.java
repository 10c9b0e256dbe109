package org.marsad.names;

import java.util.HashSet;
import java.util.Set;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.RuleFile;

/**
 * Tells a nation's adjective from a name written alike, by the noun in front: an adjective follows
 * a noun of its own definiteness («القوات السعودية», «قوات سورية»), a place a preposition, a verb
 * or nothing.
 */
final class Adjectives {
  static final String FILE = "name_context.tsv";

  private final Set<String> plurals = new HashSet<>();
  private final Set<String> noNouns = new HashSet<>();

  static Adjectives read(LexiconFiles files) {
    Adjectives all = new Adjectives();
    if (files.has(FILE)) {
      RuleFile.forEach(files, FILE, all::add);
    }
    return all;
  }

  private void add(RuleFile.Row row) {
    String word = Orthography.fold(row.required("word"));
    switch (row.required("use")) {
      case "plural_noun" -> plurals.add(word);
      case "no_noun" -> noNouns.add(word);
      default ->
          throw new LexiconException(row.where(), "use \"" + row.get("use") + "\" is unknown");
    }
  }

  /** Whether the token, read without {@code stripped} letters, is an adjective where it stands. */
  boolean isAdjective(Field field, int i, int stripped) {
    WordInfo word = field.words[i];
    if (!word.nationality) {
      return false;
    }
    boolean conjoined = stripped == 1 && "وف".indexOf(word.folded.charAt(0)) >= 0;
    int p = field.previous(i);
    if (p < 0 || p != i - 1 || (stripped > 0 && !conjoined)) {
      return false;
    }
    WordInfo before = field.words[p];
    if (before.nationality) {
      return isAdjective(field, p, 0);
    }
    if (conjoined || noNouns.contains(before.folded)) {
      return false;
    }
    return word.definite ? followsDefinite(before) : followsIndefinite(before);
  }

  /** «زار الرئيس السعودية»: a man's title takes no feminine adjective. */
  private static boolean followsDefinite(WordInfo before) {
    return before.definite && (before.feminine || !before.triggers(Triggers.TITLE));
  }

  private boolean followsIndefinite(WordInfo before) {
    if (before.definite) {
      return false;
    }
    return before.feminine
        || Words.readings(before.folded).stream().anyMatch(r -> plurals.contains(r.bare()));
  }
}

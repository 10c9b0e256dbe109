package org.marsad.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.RuleFile;

/** The rows of a rule file with the columns {@code word} and {@code use}: words by use. */
final class Lemmas {
  private final Map<String, Map<String, String>> uses = new HashMap<>();

  private Lemmas() {}

  /**
   * Reads a file; one that is missing counts as empty.
   *
   * @param value the column that holds a word's value, or empty if there is none
   * @throws LexiconException with {@code file:line} for a use that is not among {@code known}
   */
  static Lemmas read(LexiconFiles files, String file, String value, Set<String> known) {
    Lemmas all = new Lemmas();
    if (files.has(file)) {
      RuleFile.forEach(
          files,
          file,
          row -> {
            String use = row.required("use");
            if (!known.isEmpty() && !known.contains(use)) {
              throw new LexiconException(
                  row.where(), "use \"" + use + "\" is none of " + String.join(", ", known));
            }
            String content = value.isEmpty() ? "" : row.get(value);
            all.uses.computeIfAbsent(use, u -> new HashMap<>()).put(row.required("word"), content);
          });
    }
    return all;
  }

  boolean is(String use, String word) {
    return uses.getOrDefault(use, Map.of()).containsKey(word);
  }

  /** The word's value under a use, or null if it has not that use. */
  String value(String use, String word) {
    return uses.getOrDefault(use, Map.of()).get(word);
  }

  /** The value of a token's lemma or of its stem as written, or null. */
  String value(String use, AnalysedText t, int i) {
    Map<String, String> words = uses.getOrDefault(use, Map.of());
    String value = words.get(t.lemma(i));
    return value != null ? value : words.get(t.stem(i));
  }

  boolean is(String use, AnalysedText t, int i) {
    return value(use, t, i) != null;
  }

  Map<String, String> values(String use) {
    return uses.getOrDefault(use, Map.of());
  }

  /** The words of a row that is a phrase. */
  static List<String> split(String phrase) {
    return List.of(phrase.split(" +"));
  }
}

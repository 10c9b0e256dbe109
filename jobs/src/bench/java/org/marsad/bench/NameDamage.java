package org.marsad.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.marsad.arabic.Orthography;

/**
 * How many name tokens of ANERCorp lose letters. A lemma is the name itself if it is the token, or
 * what is left of it when the conjunctions and prepositions, the article, or both are taken off
 * <em>and</em> that rest stands as a name token elsewhere in the same annotation; anything else is
 * damage. Spelling is compared by the matching key.
 */
final class NameDamage {
  private static final List<String> PROCLITICS =
      List.of("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل");

  private final List<List<String>> sentences = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final List<List<Boolean>> marks = new ArrayList<>();

  static NameDamage read(Path file) throws IOException {
    NameDamage gold = new NameDamage();
    List<String> words = new ArrayList<>();
    List<Boolean> marks = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int blank = line.lastIndexOf(' ');
      if (blank > 0) {
        words.add(line.substring(0, blank));
        marks.add(!line.endsWith(" O"));
      } else if (!words.isEmpty()) {
        gold.sentences.add(List.copyOf(words));
        gold.marks.add(List.copyOf(marks));
        words.clear();
        marks.clear();
      }
    }
    gold.count();
    return gold;
  }

  private void count() {
    for (int i = 0; i < sentences.size(); i++) {
      for (int j = 0; j < sentences.get(i).size(); j++) {
        if (marks.get(i).get(j)) {
          names.merge(Orthography.fold(sentences.get(i).get(j)), 1, Integer::sum);
        }
      }
    }
  }

  /** Damaged share of the name tokens, given what a sentence's words become. */
  double measure(Function<List<String>, List<String>> lemmas, Map<String, Integer> errors) {
    int all = 0;
    int damaged = 0;
    for (int i = 0; i < sentences.size(); i++) {
      List<String> made = lemmas.apply(sentences.get(i));
      for (int j = 0; j < made.size(); j++) {
        String word = Orthography.fold(sentences.get(i).get(j));
        if (!marks.get(i).get(j) || word.isEmpty() || !Orthography.isArabicLetter(word.charAt(0))) {
          continue;
        }
        all++;
        if (!allowed(word).contains(Orthography.fold(made.get(j)))) {
          damaged++;
          errors.merge(sentences.get(i).get(j) + " → " + made.get(j), 1, Integer::sum);
        }
      }
    }
    return (double) damaged / all;
  }

  private Set<String> allowed(String word) {
    Set<String> allowed = new HashSet<>();
    for (String clitic : PROCLITICS) {
      if (word.startsWith(clitic) && word.length() > clitic.length() + 1) {
        String rest = word.substring(clitic.length());
        if (clitic.isEmpty() || names.containsKey(rest)) {
          add(allowed, rest);
        }
        if (clitic.endsWith("ل") && rest.startsWith("ل") && names.containsKey("ا" + rest)) {
          allowed.add("ا" + rest);
          allowed.add(rest.substring(1));
        }
      }
    }
    return allowed;
  }

  private static void add(Set<String> allowed, String name) {
    allowed.add(name);
    if (name.startsWith("ال") && name.length() > 3) {
      allowed.add(name.substring(2));
    }
  }
}

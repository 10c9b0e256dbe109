package org.marsad.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.marsad.arabic.Orthography;

/**
 * How many name tokens of ANERCorp lose letters. A lemma is the name itself if it is the token, or
 * what is left of it when conjunctions and prepositions, the article, or both are taken off
 * <em>and</em> that rest stands as a name elsewhere in ANERCorp or WikiFANE; anything else is
 * damage, a citation form such as {@code متحد} for {@code المتحدة} included. Therefore the figure is
 * given twice: for all name tokens, and for proper nouns, that is tokens that stand outside names
 * nowhere in the two collections. Spelling is compared by the matching key.
 */
final class NameDamage {
  private static final List<String> PROCLITICS =
      List.of("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل");

  private final List<List<String>> sentences = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>();
  private final List<List<String>> marks = new ArrayList<>();

  static NameDamage read(Path file) throws IOException {
    NameDamage gold = new NameDamage();
    List<String> words = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int blank = line.lastIndexOf(' ');
      if (blank > 0) {
        words.add(line.substring(0, blank));
        marks.add(line.substring(blank + 1));
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
        attest(sentences.get(i).get(j), marks.get(i).get(j));
      }
    }
  }

  private void attest(String word, String mark) {
    String key = Orthography.fold(word);
    Set<String> known = mark.equals("O") ? ordinary : names;
    known.add(key);
    if (key.startsWith("ال") && key.length() > 4) {
      known.add(key.substring(2));
    }
  }

  /** Names and other words of a second collection: only which words are names is taken from it. */
  void addWikiFane(Path gzip) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          attest(line.substring(0, tab).strip(), line.substring(tab + 1).strip());
        }
      }
    }
  }

  /** Damaged share of the name tokens, given what a sentence's words become. */
  double measure(
      boolean properOnly, Function<List<String>, List<String>> lemmas, Map<String, Integer> errors) {
    int all = 0;
    int damaged = 0;
    for (int i = 0; i < sentences.size(); i++) {
      List<String> made = lemmas.apply(sentences.get(i));
      for (int j = 0; j < made.size(); j++) {
        String word = Orthography.fold(sentences.get(i).get(j));
        if (marks.get(i).get(j).equals("O")) {
          continue;
        }
        if (isOrdinary(word) && properOnly || word.isEmpty() || !Orthography.isArabicLetter(word.charAt(0))) {
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

  private boolean isOrdinary(String word) {
    return ordinary.contains(word) || (word.startsWith("ال") && ordinary.contains(word.substring(2)));
  }

  private Set<String> allowed(String word) {
    Set<String> allowed = new HashSet<>();
    for (String clitic : PROCLITICS) {
      if (word.startsWith(clitic) && word.length() > clitic.length() + 1) {
        String rest = word.substring(clitic.length());
        if (clitic.isEmpty() || names.contains(rest)) {
          add(allowed, rest);
        }
        if (clitic.endsWith("ل") && rest.startsWith("ل") && names.contains("ا" + rest)) {
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

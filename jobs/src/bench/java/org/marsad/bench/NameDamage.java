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
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.RuleFile;

/**
 * How many name tokens of ANERCorp lose letters. Strictly, a lemma is the name itself if it is the
 * token, or what is left of it when conjunctions and prepositions, the article, or both are taken
 * off <em>and</em> that rest stands as a name elsewhere in ANERCorp or WikiFANE; anything else is
 * damage. Two things make that count unfair, so three figures are given:
 *
 * <ul>
 *   <li>all name tokens, strictly: a citation form such as {@code متحد} for {@code المتحدة} counts
 *       as damage;
 *   <li>proper nouns, strictly: only tokens that stand outside names nowhere in the two
 *       collections;
 *   <li>proper nouns, fairly: of the same tokens, what is left of {@code وبوتسوانا} without و is
 *       right also if it stands as any word in the collections or three times in raw news; another
 *       spelling of the name that has the same consonants between the same first and last letter is
 *       no damage ({@code تشلسي}, {@code تشيلسي}); and of a mark such as {@code الأمن1706} or
 *       {@code سي.أن.أن} each of our tokens is judged by itself.
 * </ul>
 *
 * Spelling is compared by the matching key.
 */
final class NameDamage {
  private static final List<String> PROCLITICS =
      List.of("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل");

  private final List<List<String>> sentences = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> ordinary = new HashSet<>();
  private final Set<String> attested = new HashSet<>();
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

  /** What a part of a printed word became. */
  record Made(String word, String lemma) {}

  /** Which tokens are counted, and how. */
  enum Count {
    ALL,
    PROPER,
    PROPER_FAIR
  }

  /** Damaged share of the name tokens, given what a sentence's words become. */
  double measure(
      Count count, Function<List<String>, List<List<Made>>> analyze, Map<String, Integer> errors) {
    int all = 0;
    int damaged = 0;
    for (int i = 0; i < sentences.size(); i++) {
      List<List<Made>> made = analyze.apply(sentences.get(i));
      for (int j = 0; j < made.size(); j++) {
        String printed = sentences.get(i).get(j);
        if (marks.get(i).get(j).equals("O") || !isCounted(Orthography.fold(printed), count)) {
          continue;
        }
        all++;
        if (count == Count.PROPER_FAIR ? hurtsAny(made.get(j)) : hurts(printed, made.get(j))) {
          damaged++;
          errors.merge(printed + " → " + lemmas(made.get(j)), 1, Integer::sum);
        }
      }
    }
    return (double) damaged / all;
  }

  private static String lemmas(List<Made> parts) {
    return String.join(" ", parts.stream().map(Made::lemma).toList());
  }

  private boolean isCounted(String word, Count count) {
    boolean letters = !word.isEmpty() && Orthography.isArabicLetter(word.charAt(0));
    return letters && (count == Count.ALL || !isOrdinary(word));
  }

  private boolean hurts(String printed, List<Made> parts) {
    String lemma = parts.isEmpty() ? "" : parts.get(0).lemma();
    return !allowed(Orthography.fold(printed), names).contains(Orthography.fold(lemma));
  }

  private boolean hurtsAny(List<Made> parts) {
    for (Made part : parts) {
      String word = Orthography.fold(part.word());
      if (word.isEmpty() || !Orthography.isArabicLetter(word.charAt(0))) {
        continue;
      }
      String lemma = Orthography.fold(part.lemma());
      if (allowed(word, attested).stream().noneMatch(name -> isSpelling(name, lemma))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpelling(String name, String lemma) {
    return name.equals(lemma)
        || (lemma.length() > 2
            && same(name.charAt(0), lemma.charAt(0))
            && same(name.charAt(name.length() - 1), lemma.charAt(lemma.length() - 1))
            && skeleton(name).equals(skeleton(lemma)));
  }

  private static boolean same(char a, char b) {
    return skeleton(String.valueOf(a)).isEmpty()
        ? a == b
        : skeleton("" + a).equals(skeleton("" + b));
  }

  /** Consonants; ج غ ك are one: Arabic prints a foreign g by each of them. */
  private static String skeleton(String word) {
    return word.replaceAll("[اويىء]", "").replaceAll("[جغك]", "ج").replaceAll("(.)\\1", "$1");
  }

  /** Words of raw news, as {@code counts.tsv} has them: witnesses that a rest is a word. */
  void addWitnesses(LexiconFiles files) {
    attested.addAll(names);
    attested.addAll(ordinary);
    RuleFile.forEach(files, "counts.tsv", row -> attest(Orthography.fold(row.get("form"))));
  }

  private void attest(String key) {
    attested.add(key);
    if (key.startsWith("ال") && key.length() > 4) {
      attested.add(key.substring(2));
    }
  }

  private boolean isOrdinary(String word) {
    return ordinary.contains(word)
        || (word.startsWith("ال") && ordinary.contains(word.substring(2)));
  }

  private static Set<String> allowed(String word, Set<String> names) {
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

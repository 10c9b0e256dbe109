package org.marsad.facts;

import java.util.HashSet;
import java.util.Set;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Pos;
import org.marsad.arabic.RuleFile;

/** The words of {@code casualty_words.tsv}: events, the people they happen to, and numbers. */
final class CountRules {
  static final String FILE = "casualty_words.tsv";
  static final String NATIONALITIES = "nationalities.tsv";

  private static final Set<String> USES =
      Set.of(
          "event_verb",
          "event_noun",
          "state",
          "state_broken",
          "unit",
          "unit_broken",
          "illness",
          "danger",
          "fighter",
          "number",
          "scale",
          "several",
          "fraction",
          "before",
          "behind");

  final Lemmas words;
  final Numerals numerals;
  private final Set<String> nationalities = new HashSet<>();

  CountRules(LexiconFiles files) {
    words = Lemmas.read(files, FILE, "value", USES);
    numerals = new Numerals(words);
    if (files.has(NATIONALITIES)) {
      RuleFile.forEach(files, NATIONALITIES, row -> nationalities.add(row.get("masc")));
    }
  }

  /** What a verb says of those it is about, or null: «قتل», killed. */
  String verb(AnalysedText t, int i) {
    String lost = t.stem(i).equals("قد") && t.token(i).surface().endsWith("فقد") ? "فقد" : null;
    String what = words.value("event_verb", lost == null ? t.lemma(i) : lost);
    if (what == null) {
      return null;
    }
    boolean bare = t.stem(i).equals(t.lemma(i)) && !t.isDefinite(i) && noun(t, i) == null;
    boolean verb = t.pos(i) == Pos.VERB || lost != null || bare;
    boolean active = t.lemma(i).equals("أصاب") && !t.stem(i).contains("صيب");
    return verb && !active ? what : null;
  }

  String noun(AnalysedText t, int i) {
    return t.pos(i) == Pos.VERB ? null : words.value("event_noun", t, i);
  }

  /** «قتيل», «جريح»: a word for somebody to whom it happened, or null. */
  String state(AnalysedText t, int i) {
    String broken = words.value("state_broken", t, i);
    return broken != null ? broken : words.value("state", t, i);
  }

  boolean isUnit(AnalysedText t, int i) {
    return t.isFree(i)
        && !t.isDefinite(i)
        && t.pos(i) != Pos.VERB
        && (isPerson(t, i) || state(t, i) != null);
  }

  /** Whether a noun names a person: a listed one, or a nation's. */
  boolean isPerson(AnalysedText t, int i) {
    return words.is("unit", t, i)
        || words.is("unit_broken", t, i)
        || nationalities.contains(t.lemma(i));
  }

  /**
   * Whether a noun is a dual. Where the plural has the same ending in the oblique case, only the
   * other one counts.
   */
  boolean isDual(AnalysedText t, int i) {
    String lemma = t.lemma(i);
    boolean broken = words.is("state_broken", lemma) || words.is("unit_broken", lemma);
    boolean sound = words.is("state", lemma) || words.is("unit", lemma);
    if ((!broken && !sound) || t.isDefinite(i) || !t.isFree(i)) {
      return false;
    }
    String stem = t.stem(i);
    String base = lemma.endsWith("ة") ? lemma.substring(0, lemma.length() - 1) + "ت" : lemma;
    return stem.equals(base + "ان") || (broken && stem.equals(base + "ين"));
  }
}

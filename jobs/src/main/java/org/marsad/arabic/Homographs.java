package org.marsad.arabic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Readings of a form that the word before it chooses: the rows of {@code homographs.tsv}. */
final class Homographs {
  static final String FILE = "homographs.tsv";

  /** A shorter text may lack the letter by chance, in UTF-16 units. */
  private static final int MIN_DOTTED = 200;

  private static final int MIN_FEMININE = 5;

  /** What must stand before the form. */
  private enum Before {
    ARTICLE,
    AGREES,
    WORDS,
    NONE,
    VERB,
    DOTTED,
    PREPOSITION,
    IMPERFECT
  }

  /** One reading and its condition. */
  record Reading(Before before, Set<String> words, String lemma, Pos pos) {

    private boolean fits(Analysis previous, Analysis word, boolean dotted) {
      return switch (before) {
        case ARTICLE -> previous != null && previous.hasArticle() && isAttributive(word);
        case AGREES -> previous != null && agrees(previous, word);
        case WORDS -> previous != null && words.contains(previous.lemma());
        case NONE -> previous == null || previous.pos() == Pos.PUNCT;
        case VERB -> previous != null && previous.pos() == Pos.VERB;
        case DOTTED -> dotted;
        case PREPOSITION ->
            word.hasPreposition() || (previous != null && previous.pos() == Pos.ADP);
        case IMPERFECT -> previous != null && words.contains(stem(previous));
      };
    }
  }

  /** Words that only an imperfect follows if a form in ت may be one: «التي تعرض», «لم تقدم». */
  private static final Set<String> GOVERN_IMPERFECT =
      Set.of("التي", "هي", "لم", "لن", "سوف", "لا", "كي", "لكي");

  /** Both have the article, or a feminine or a broken plural is before: «قوات برية». */
  private static boolean agrees(Analysis previous, Analysis word) {
    if (word.stem() > 0) {
      return isAttributive(word) && previous.hasArticle();
    }
    String stem = stem(previous);
    return previous.pos() == Pos.NOUN
        && !previous.stop()
        && !previous.hasArticle()
        && previous.segments().size() == previous.stem() + 1
        && (stem.endsWith("ة") || stem.endsWith("ات") || isBrokenPlural(stem, previous.lemma()));
  }

  private static boolean isAttributive(Analysis word) {
    return word.hasArticle() && !word.hasPreposition();
  }

  /** Not the singular, and without an ending that a sound plural, a dual or an accusative has. */
  private static boolean isBrokenPlural(String stem, String lemma) {
    // The spelling keys last: they cost the most.
    return !stem.startsWith(lemma)
        && "اينةى".indexOf(stem.charAt(stem.length() - 1)) < 0
        && !Orthography.fold(stem).equals(Orthography.fold(lemma));
  }

  private static String stem(Analysis word) {
    return word.segments().get(word.stem());
  }

  private final Map<String, List<Reading>> byForm = new HashMap<>();

  private Homographs() {}

  static Homographs read(LexiconFiles files) {
    Homographs all = new Homographs();
    RuleFile.forEach(
        files,
        FILE,
        row ->
            all.byForm
                .computeIfAbsent(row.required("form"), f -> new ArrayList<>())
                .add(parse(row)));
    return all;
  }

  private static Reading parse(RuleFile.Row row) {
    try {
      return new Reading(
          Before.valueOf(row.required("before").toUpperCase(java.util.Locale.ROOT)),
          Set.copyOf(row.list("words")),
          row.required("lemma"),
          Pos.valueOf(row.required("pos")));
    } catch (IllegalArgumentException e) {
      throw new LexiconException(row.where(), "unknown condition or part of speech");
    }
  }

  /** The word's analysis with its other readings, if its stem has any. */
  Analysis attach(Analysis word, boolean listed, Entry imperfect) {
    String stem = stem(word);
    List<Reading> readings = byForm.getOrDefault(stem, List.of());
    if (readings.isEmpty() && !listed && word.pos() == Pos.NOUN && word.lemma().equals(stem)) {
      readings = feminine(stem);
    }
    if (imperfect != null) {
      readings = new ArrayList<>(readings);
      readings.add(new Reading(Before.IMPERFECT, GOVERN_IMPERFECT, imperfect.lemma(), Pos.VERB));
    }
    return readings.isEmpty() ? word : word.withReadings(List.copyOf(readings));
  }

  /** An unlisted word in ة is an adjective's feminine where it agrees: «الأرض المهتزة». */
  private static List<Reading> feminine(String stem) {
    if (stem.length() < MIN_FEMININE || !stem.endsWith("ة")) {
      return List.of();
    }
    boolean participle = stem.startsWith("م") || stem.endsWith("ية");
    Before before = participle ? Before.AGREES : Before.ARTICLE;
    return List.of(new Reading(before, Set.of(), stem.substring(0, stem.length() - 1), Pos.ADJ));
  }

  /** Whether a text is printed without the letter ى, as in Egypt, so that علي may be على. */
  static boolean isDotted(String text) {
    return text.length() >= MIN_DOTTED && text.indexOf('ى') < 0;
  }

  /** The reading that the word before asks for; {@code previous} is null at the beginning. */
  static Analysis choose(Analysis word, Analysis previous, boolean dotted) {
    for (Reading reading : word.readings()) {
      if (reading.fits(previous, word, dotted)) {
        return word.read(reading.lemma(), reading.pos());
      }
    }
    return word;
  }
}

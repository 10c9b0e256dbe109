package org.marsad.arabic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Readings of a form that the word before it chooses: the rows of {@code homographs.tsv}. */
final class Homographs {
  static final String FILE = "homographs.tsv";

  private static final int MIN_FEMININE = 5;

  /** Stands for every form in {@code ت} that is another verb's imperfect besides. */
  private static final String ANY = "*";

  /** Stands for every noun in {@code ة} that may be an adjective's feminine. */
  private static final String ANY_FEMININE = "*ة";

  /** Stands for every adjective's feminine in {@code ية} that rests on no listed word. */
  private static final String ANY_NISBA = "*ية";

  /** Signs that end a sentence; behind a comma a list may go on: «وصاحب السمو». */
  private static final Set<String> ENDS = Set.of(".", "!", "؟", "?");

  /** What must stand before the form. */
  private enum Before {
    ARTICLE,
    AGREES,
    WORDS,
    VERB,
    DOTTED,
    PREPOSITION,
    FORMS,
    SUBJECT,
    FEMININE,
    BEGINS
  }

  /** One reading and its condition. */
  private record Reading(Before before, Set<String> words, String lemma, Pos pos) {

    private boolean fits(Analysis previous, Analysis word, Print print) {
      return switch (before) {
        case ARTICLE -> previous != null && previous.hasArticle() && isAttributive(word, previous);
        case AGREES -> previous != null && agrees(previous, word);
        case WORDS -> previous != null && words.contains(previous.lemma());
        case VERB -> previous != null && previous.pos() == Pos.VERB;
        case DOTTED -> print.dotted();
        case PREPOSITION ->
            word.hasPreposition() || (previous != null && previous.pos() == Pos.ADP);
        case FORMS -> previous != null && words.contains(previous.written());
        case FEMININE ->
            previous != null && previous.is(Traits.SUBJECT) && isAttributive(word, previous);
        case BEGINS ->
            (word.is(Traits.CONJUNCTION) || (print.prose() && word.stem() == 0))
                && !word.hasPreposition()
                && !word.hasSuffix()
                && (previous == null || ENDS.contains(previous.lemma()));
        case SUBJECT -> previous != null && previous.is(Traits.SUBJECT) && word.stem() == 0;
      };
    }
  }

  /** A reading with what comes of it, so that no token makes it anew. */
  record Choice(Reading reading, Analysis result) {}

  /** Both have the article, or a feminine or a broken plural is before: «قوات برية». */
  private static boolean agrees(Analysis previous, Analysis word) {
    if (word.hasArticle()) {
      return previous.hasArticle() && isAttributive(word, previous);
    }
    if (word.hasPreposition()) {
      return false;
    }
    return word.stem() == 0
        ? previous.is(Traits.HEAD | Traits.FEMININE)
        : previous.is(Traits.FEMININE) && word.is(Traits.CONJUNCTION);
  }

  /** With the article alone; behind و only if another adjective is before it. */
  private static boolean isAttributive(Analysis word, Analysis previous) {
    return word.hasArticle()
        && !word.hasPreposition()
        && (!word.is(Traits.CONJUNCTION) || previous.pos() == Pos.ADJ);
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

  /**
   * The word's analysis with its other readings, if its stem has any.
   *
   * @param listed whether the stem is
   * @param adjective whether the stem without its ة is an adjective
   * @param imperfect the other verb of which the stem is an imperfect, or null
   */
  Analysis attach(Analysis word, boolean listed, boolean adjective, Entry imperfect) {
    String stem = word.written();
    List<Reading> own = rows(stem);
    List<Choice> choices = new ArrayList<>();
    if (isNoun(word, stem) && (adjective || !listed)) {
      String masculine = stem.substring(0, stem.length() - 1);
      add(choices, word, rows(ANY_FEMININE), masculine);
      if (own.isEmpty()) {
        own = List.of(new Reading(before(stem, listed), Set.of(), masculine, Pos.ADJ));
      }
    }
    if (word.pos() == Pos.ADJ && stem.endsWith("ية") && !adjective && !listed) {
      add(choices, word, rows(ANY_NISBA), stem);
    }
    for (Reading r : own) {
      choices.add(new Choice(r, word.read(r.lemma(), r.pos())));
    }
    if (imperfect != null) {
      add(choices, word, rows(ANY), imperfect.lemma());
    }
    return choices.isEmpty() ? word : word.withChoices(List.copyOf(choices));
  }

  private List<Reading> rows(String form) {
    return byForm.getOrDefault(form, List.of());
  }

  private static void add(List<Choice> choices, Analysis word, List<Reading> rows, String lemma) {
    for (Reading row : rows) {
      choices.add(new Choice(row, word.read(lemma, row.pos())));
    }
  }

  private static boolean isNoun(Analysis word, String stem) {
    return stem.length() >= MIN_FEMININE
        && stem.endsWith("ة")
        && word.pos() == Pos.NOUN
        && word.lemma().equals(stem);
  }

  /** A word in ة is an adjective's feminine where it agrees: «الأرض المهتزة». */
  private static Before before(String stem, boolean listed) {
    if (listed) {
      return Before.FEMININE;
    }
    boolean active = stem.length() == MIN_FEMININE && stem.charAt(1) == 'ا';
    boolean participle = active || stem.startsWith("م") || stem.endsWith("ية");
    return participle ? Before.AGREES : Before.ARTICLE;
  }

  /** The reading that the word before asks for; {@code previous} is null at the beginning. */
  static Analysis choose(Analysis word, Analysis previous, Print print) {
    List<Choice> choices = word.choices();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      if (choice.reading().fits(previous, word, print)) {
        return choice.result();
      }
    }
    return word;
  }
}

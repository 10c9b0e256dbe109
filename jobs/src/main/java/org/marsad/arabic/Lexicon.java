package org.marsad.arabic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every form that is known by sight: {@code stopwords.tsv}, {@code corrections.tsv}, {@code
 * forms.tsv} and the names, each before the next. A form is found as it is written, or else by its
 * matching key.
 */
final class Lexicon {
  static final String CORRECTIONS = "corrections.tsv";
  static final String FORMS = "forms.tsv";
  static final String STOP_WORDS = "stopwords.tsv";
  static final String ENTITIES = "entities.tsv";
  static final List<String> NAMES = List.of("given_names.tsv", "surnames.tsv", ENTITIES);

  private final Map<String, Entry> exact = new HashMap<>(1 << 16);
  private final Map<String, Entry> folded = new HashMap<>(1 << 16);
  private final Map<String, List<Entry>> rivals = new HashMap<>();
  private final Map<String, Entry> functionLemmas = new HashMap<>();

  private Lexicon() {}

  static Lexicon read(LexiconFiles files) {
    Lexicon lexicon = new Lexicon();
    RuleFile.forEach(files, STOP_WORDS, lexicon::addStopWord);
    List<Entry> lemmas = new ArrayList<>();
    RuleFile.forEach(files, CORRECTIONS, row -> lexicon.addForm(row, lemmas, false));
    RuleFile.forEach(files, FORMS, row -> lexicon.addForm(row, lemmas, true));
    lemmas.forEach(lexicon::add);
    return lexicon;
  }

  /** The form's entry, or null; {@link Entry#form} tells how it is written rightly. */
  Entry find(String form) {
    Entry entry = exact.get(form);
    return entry != null ? entry : folded.get(Orthography.fold(form));
  }

  /** Further forms that have the same matching key as one that {@link #find} gives. */
  List<Entry> rivals(String form) {
    return rivals.getOrDefault(Orthography.fold(form), List.of());
  }

  /** The entry of a form written exactly so, or null. */
  Entry findExact(String form) {
    return exact.get(form);
  }

  void forEach(Consumer<Entry> action) {
    exact.values().forEach(action);
  }

  /** Adds a name that no clitics may be cut from, unless the form is known already. */
  void addName(String name) {
    add(Entry.of(name, name, WordClass.P));
  }

  private void addStopWord(RuleFile.Row row) {
    String lemma = row.required("lemma");
    Pos pos = pos(row);
    Entry entry = new Entry(lemma, lemma, WordClass.of(pos), pos, true, List.of());
    functionLemmas.putIfAbsent(lemma, entry);
    for (String form : row.list("forms")) {
      if (form.equals("=")) {
        add(entry);
      } else {
        add(entry.withForm(form));
      }
    }
  }

  private static Pos pos(RuleFile.Row row) {
    try {
      return Pos.valueOf(row.required("pos"));
    } catch (IllegalArgumentException e) {
      throw new LexiconException(row.where(), "\"" + row.get("pos") + "\" is no part of speech");
    }
  }

  private void addForm(RuleFile.Row row, List<Entry> lemmas, boolean mayBeStopWord) {
    String form = row.required("form");
    String lemma = row.required("lemma").equals("=") ? form : row.get("lemma");
    WordClass wordClass = WordClass.parse(row, row.required("pos"));
    String cut = row.get("segments");
    List<String> segments = cut.isEmpty() ? List.of() : List.of(cut.split("\\+"));
    Entry function = wordClass == WordClass.F ? functionLemmas.get(lemma) : null;
    if (mayBeStopWord && !wordClass.stop()) {
      function = stopWord(form, lemma, wordClass, segments);
    }
    Pos pos = function == null ? wordClass.pos() : function.pos();
    boolean stop = wordClass.stop() || function != null;
    add(new Entry(form, lemma, wordClass, pos, stop, segments));
    if (!lemma.equals(form) && !wordClass.stop()) {
      lemmas.add(Entry.of(lemma, lemma, wordClass == WordClass.D ? WordClass.N : wordClass));
    }
  }

  /** The stop word that a form is, with its clitics or without: لكل is كل, وبسبب is بسبب. */
  private Entry stopWord(String form, String lemma, WordClass wordClass, List<String> segments) {
    List<String> ways = new ArrayList<>(List.of(form));
    if (!segments.isEmpty()) {
      ways.add(segments.get(Assembler.stemIndex(segments)));
      if ("وف".contains(segments.get(0))) {
        ways.add(form.substring(1));
      }
    }
    for (String way : ways) {
      Entry word = find(way);
      if (word != null
          && word.stop()
          && word.lemma().equals(lemma)
          && mayBe(wordClass, word.pos())) {
        return word;
      }
    }
    return null;
  }

  /** A noun is no conjunction of the same letters: أمه is no أم; an adverb may be. */
  private static boolean mayBe(WordClass wordClass, Pos stopWord) {
    return switch (stopWord) {
      case VERB -> wordClass == WordClass.V;
      case CONJ, PART -> wordClass == WordClass.D;
      default -> wordClass != WordClass.V;
    };
  }

  private void add(Entry entry) {
    if (exact.putIfAbsent(entry.form(), entry) == null) {
      String key = Orthography.fold(entry.form());
      if (folded.putIfAbsent(key, entry) != null) {
        rivals.computeIfAbsent(key, k -> new ArrayList<>(2)).add(entry);
      }
    }
  }
}

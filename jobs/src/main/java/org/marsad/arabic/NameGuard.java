package org.marsad.arabic;

import java.util.List;

/**
 * Keeps names whole. A name of one word becomes a form of its own unless the lexicon lists the
 * form; a word of a longer name only if no known word explains it, since «وزارة الدفاع» holds no
 * name in itself.
 */
final class NameGuard {
  private static final String ARTICLE = "ال";

  private final Lexicon lexicon;
  private final WordAnalyzer words;
  private final Counts counts;

  private NameGuard(Lexicon lexicon, WordAnalyzer words, Counts counts) {
    this.lexicon = lexicon;
    this.words = words;
    this.counts = counts;
  }

  static void protect(LexiconFiles files, Lexicon lexicon, WordAnalyzer words, Counts counts) {
    NameGuard guard = new NameGuard(lexicon, words, counts);
    for (String file : Lexicon.NAMES) {
      if (files.has(file)) {
        boolean entities = file.equals(Lexicon.ENTITIES);
        RuleFile.forEach(files, file, entities ? guard::addEntity : guard::addPersonal);
      }
    }
  }

  private void addEntity(RuleFile.Row row) {
    boolean person = row.get("type").equals("PERSON");
    add(row.required("name"), true, person);
    for (String variant : row.list("variants")) {
      if (!variant.startsWith("?")) {
        add(variant, true, person);
      }
    }
  }

  private void addPersonal(RuleFile.Row row) {
    add(row.required("name"), !row.get("ambiguous").equals("1"), true);
  }

  private void add(String name, boolean certain, boolean person) {
    List<String> parts = List.of(Orthography.clean(name).split("[^\\p{L}]+"));
    if (parts.size() > 1 && !person) {
      return;
    }
    for (String part : parts) {
      if (part.length() > 1 && CharTypes.isArabic(part.charAt(0))) {
        addWord(part, certain && parts.size() == 1, person);
      }
    }
  }

  private void addWord(String word, boolean alone, boolean person) {
    Entry known = lexicon.find(word);
    if (known != null && (known.wordClass() == WordClass.P || known.form().equals(word))) {
      return;
    }
    if (word.startsWith(ARTICLE) && lexicon.findExact(word.substring(2)) != null) {
      return;
    }
    if ((!alone && words.isExplained(word))) {
      return;
    }
    String bare = withoutArticle(word, person);
    if (bare.equals(word) || lexicon.findExact(bare) == null) {
      lexicon.addName(bare);
    }
  }

  /** الرياض is رياض with the article, الكسندر is not: the press writes رياض and للرياض. */
  private String withoutArticle(String word, boolean person) {
    if (!word.startsWith(ARTICLE) || word.length() < 5) {
      return word;
    }
    String bare = word.substring(ARTICLE.length());
    boolean seen = !person || counts.of(bare) > 0 || counts.of("لل", bare) > 0;
    return seen || counts.of(word) == 0 ? bare : word;
  }
}

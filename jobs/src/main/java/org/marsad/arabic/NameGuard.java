package org.marsad.arabic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps names whole. A name of one word becomes a form of its own unless the lexicon lists the
 * form; a word of a person's longer name only if no known word explains it. Words of other longer
 * names are left alone: «وزارة الدفاع» holds no name in itself.
 */
final class NameGuard {
  private static final String ARTICLE = "ال";
  private static final int MIN_ARTICLE_WORD = 5;

  /** What is known of a word of the names files. */
  private record Use(boolean alone, boolean person) {}

  private final Lexicon lexicon;
  private final WordAnalyzer words;
  private final Counts counts;
  private final Map<String, Use> uses = new LinkedHashMap<>(1 << 15);

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
        RuleFile.forEach(files, file, entities ? guard::readEntity : guard::readPersonal);
      }
    }
    guard.names().forEach(lexicon::addName);
  }

  private void readEntity(RuleFile.Row row) {
    boolean person = row.get("type").equals("PERSON");
    read(row.required("name"), true, person);
    for (String variant : row.list("variants")) {
      if (!variant.startsWith("?")) {
        read(variant, true, person);
      }
    }
  }

  private void readPersonal(RuleFile.Row row) {
    read(row.required("name"), !row.get("ambiguous").equals("1"), true);
  }

  private void read(String name, boolean certain, boolean person) {
    String[] parts = Orthography.clean(name).split("[^\\p{L}]+");
    if (parts.length > 1 && !person) {
      return;
    }
    for (String part : parts) {
      if (part.length() > 1 && CharTypes.isArabic(part.charAt(0))) {
        Use use = new Use(certain && parts.length == 1, person);
        uses.merge(part, use, (a, b) -> a.alone() ? a : b);
      }
    }
  }

  private List<String> names() {
    return uses.entrySet().parallelStream()
        .filter(e -> isName(e.getKey(), e.getValue()))
        .map(e -> withoutArticle(e.getKey(), e.getValue()))
        .filter(bare -> lexicon.findExact(bare) == null)
        .toList();
  }

  private boolean isName(String word, Use use) {
    Entry known = lexicon.find(word);
    if (known != null && (known.wordClass() == WordClass.P || known.form().equals(word))) {
      return false;
    }
    boolean listed = word.startsWith(ARTICLE) && lexicon.findExact(word.substring(2)) != null;
    return !listed && (use.alone() || !words.isExplained(word));
  }

  /** الرياض is رياض with the article, الكسندر is not: the press writes رياض and للرياض. */
  private String withoutArticle(String word, Use use) {
    if (!word.startsWith(ARTICLE) || word.length() < MIN_ARTICLE_WORD) {
      return word;
    }
    String bare = word.substring(ARTICLE.length());
    boolean seen = !use.person() || counts.of(bare) > 0 || counts.of("لل", bare) > 0;
    return seen || counts.of(word) == 0 ? bare : word;
  }
}

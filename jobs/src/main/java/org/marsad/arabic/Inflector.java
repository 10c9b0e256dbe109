package org.marsad.arabic;

import java.util.List;

/** Finds the known word of which an unknown one is a regular form. */
final class Inflector {
  private final List<Inflection> rules;
  private final Lexicon lexicon;
  private final VerbShapes verbs;

  Inflector(LexiconFiles files, Lexicon lexicon) {
    this.rules = Inflection.read(files);
    this.lexicon = lexicon;
    this.verbs = VerbShapes.of(files, lexicon);
  }

  /** The analysis by the first rule that leads to a known form, or null. */
  Entry find(String word) {
    for (Inflection rule : rules) {
      String base = rule.undo(word);
      Entry found = base == null ? null : lookUp(rule, base);
      if (found != null) {
        return inflect(rule, found, word);
      }
    }
    return null;
  }

  private Entry lookUp(Inflection rule, String base) {
    Entry found =
        switch (rule.index()) {
          case "imperfect" -> verbs.imperfect(base);
          case "perfect" -> verbs.perfect(base);
          default -> lexicon.find(base);
        };
    if (found == null || !found.segments().isEmpty()) {
      return null;
    }
    if ((rule.from() & found.wordClass().bit()) == 0) {
      return null;
    }
    // A letter that the key does not tell apart must be the rule's own: ة is not ه, ى is not ي.
    return base.charAt(base.length() - 1) == found.form().charAt(found.form().length() - 1)
            || !rule.index().equals("form")
        ? found
        : null;
  }

  private static Entry inflect(Inflection rule, Entry found, String word) {
    WordClass gives = rule.gives() == null ? found.wordClass() : rule.gives();
    String lemma = found.lemma();
    if (!rule.lemma().isEmpty()) {
      String form = found.form();
      lemma = form.substring(0, form.length() - rule.base().length()) + rule.lemma();
    }
    return Entry.of(word, lemma, gives);
  }
}

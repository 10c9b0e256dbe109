package org.marsad.arabic;

import java.util.List;
import java.util.Set;

/** Finds the known word of which an unknown one is a regular form. */
final class Inflector {
  /** A base must not be this much rarer than the form that is to be made from it. */
  private static final int RATIO = 3;

  /** The same of a witness. */
  private static final int WITNESS = 8;

  private static final int MIN_NEWS = 3;

  private static final Set<String> PLURALS = Set.of("ون", "وا", "ان");

  private final List<Inflection> rules;
  private final Lexicon lexicon;
  private final VerbShapes verbs;
  private final Counts counts;

  Inflector(LexiconFiles files, Lexicon lexicon, Counts counts) {
    this.rules = Inflection.read(files);
    this.lexicon = lexicon;
    this.verbs = VerbShapes.of(files, lexicon);
    this.counts = counts;
  }

  /** The analysis by the first rule that leads to a listed form, or null. */
  Entry find(String word, boolean article) {
    for (Inflection rule : rules) {
      String rest = rule.rest(word, article);
      if (rest != null) {
        Entry found = lookUp(rule, rest + rule.base());
        if (found != null && isPlausible(rule, word, rest)) {
          return Entry.of(word, lemma(rule, found, rest), wordClass(rule, found));
        }
      }
    }
    return null;
  }

  /** The verb of which the word is an imperfect, whatever else it may be, or null: ستصدر. */
  Entry imperfect(String word) {
    Entry found = verbs.imperfect(word.substring(1));
    boolean prefixed = word.length() > 2 && "يتن".indexOf(word.charAt(0)) >= 0;
    return prefixed && found != null ? Entry.of(word, found.lemma(), WordClass.V) : null;
  }

  /** The analysis by the commonest base in raw news, or else by shape alone, or null. */
  Entry guess(String word, boolean article) {
    Entry best = null;
    int most = 0;
    for (Inflection rule : rules) {
      String rest = rule.rest(word, article);
      if (rest == null || !isWitnessed(rule, word, rest)) {
        continue;
      }
      int seen = seen(rule, word, rest + rule.base());
      if (seen > most) {
        most = seen;
        best = Entry.of(word, rule.lemma().replace("-", rest), rule.gives());
      }
    }
    return best;
  }

  private int seen(Inflection rule, String word, String base) {
    if (rule.index() == Inflection.Index.GUESS) {
      return 1;
    }
    if (rule.index() != Inflection.Index.NEWS || base.length() < 3) {
      return 0;
    }
    int seen = occurrences(base);
    int ratio = rule.gives() == WordClass.V ? RATIO : 1;
    return seen >= MIN_NEWS && ratio * seen >= counts.of(word) ? seen : 0;
  }

  private int occurrences(String base) {
    return counts.of(base) + counts.of("ال", base);
  }

  private Entry lookUp(Inflection rule, String base) {
    Entry found =
        switch (rule.index()) {
          case IMPERFECT -> verbs.imperfect(base);
          case PERFECT -> verbs.perfect(base);
          case PASSIVE -> verbs.passive(base);
          case FORM -> lexicon.find(base);
          default -> null;
        };
    if (found == null || !found.segments().isEmpty()) {
      return null;
    }
    if ((rule.from() & found.wordClass().bit()) == 0) {
      return null;
    }
    boolean fits =
        switch (rule.index()) {
          case FORM -> isBase(rule, base, found);
          case IMPERFECT -> !PLURALS.contains(rule.suffix()) || !isShortened(base, found);
          default -> true;
        };
    return fits ? found : null;
  }

  /** A hollow verb loses its vowel before no vowel: يرمون is no رام. */
  private static boolean isShortened(String base, Entry found) {
    String lemma = found.lemma();
    return base.length() == 2 && lemma.length() == 3 && lemma.charAt(1) == 'ا';
  }

  /**
   * Endings join the citation form, the accusative's alef any form. A letter that the key does not
   * tell apart must be the rule's own: ة is not ه, ى is not ي.
   */
  private static boolean isBase(Inflection rule, String base, Entry found) {
    String form = found.form();
    boolean sameEnd = base.charAt(base.length() - 1) == form.charAt(form.length() - 1);
    return sameEnd && (rule.suffix().equals("ا") || found.lemma().equals(form));
  }

  /** A regular form is rarer than what it is made from; a name that looks like one is not. */
  private boolean isPlausible(Inflection rule, String word, String rest) {
    if (!isWitnessed(rule, word, rest)) {
      return false;
    }
    if (rule.index() != Inflection.Index.FORM) {
      return true;
    }
    String base = rest + rule.base();
    return base.length() >= 3 && RATIO * (occurrences(base) + 1) >= counts.of(word);
  }

  private boolean isWitnessed(Inflection rule, String word, String rest) {
    String witness = rule.witness(word, rest);
    int seen = witness.isEmpty() ? 0 : occurrences(witness);
    return witness.isEmpty() || (seen >= MIN_NEWS && WITNESS * seen > counts.of(word));
  }

  private static String lemma(Inflection rule, Entry found, String rest) {
    if (rule.lemma().isEmpty()) {
      return found.lemma();
    }
    String form = found.form();
    String right = form.substring(0, form.length() - rule.base().length());
    return rule.lemma().replace("-", right.isEmpty() ? rest : right);
  }

  private static WordClass wordClass(Inflection rule, Entry found) {
    return rule.gives() == null ? found.wordClass() : rule.gives();
  }
}

package org.marsad.arabic;

/** Weighs stems: the one that is best known and commonest, given the clitics around it, wins. */
final class StemFinder {
  private static final double EXACT = 7;
  private static final double KEY = 5;
  private static final double INFLECTED = 4.5;
  private static final double WHOLE = -1;

  /** Function words count as common as they are, in any form. */
  private static final double FUNCTION = 11;

  private static final int MIN_UNKNOWN = 3;
  private static final int MIN_GUESS = 4;

  private final Lexicon lexicon;
  private final Inflector inflector;
  private final Counts counts;

  StemFinder(Lexicon lexicon, Inflector inflector, Counts counts) {
    this.lexicon = lexicon;
    this.inflector = inflector;
    this.counts = counts;
  }

  /** The word uncut; never null. */
  Stem whole(String word) {
    Entry entry = lookUp(word, false);
    double score = Math.log1p(counts.of(word)) + WHOLE;
    return new Stem(word, word, entry, score + knowledge(entry, word));
  }

  /** The best reading of what is left between two clitics, or null if there is none. */
  Stem best(String written, Clitic pro, Clitic enc) {
    Stem best = weigh(written, written, pro, enc);
    if (!enc.isNone()) {
      for (String base : Joints.bases(written)) {
        Stem other = weigh(written, base, pro, enc);
        if (other != null && (best == null || other.score() > best.score())) {
          best = other;
        }
      }
    }
    return best;
  }

  private Stem weigh(String written, String base, Clitic pro, Clitic enc) {
    Entry entry = lookUp(base, pro.hasArticle());
    if (entry != null && entry.wordClass() == WordClass.V && !pro.takes(WordClass.V)) {
      // Behind an article or a preposition a verb's form is its noun: الرفض, برفض.
      entry = Entry.of(base, base, WordClass.N);
    }
    if (!Joints.fit(base, entry, pro, enc)) {
      return null;
    }
    if (entry == null && base.length() < MIN_UNKNOWN) {
      return null;
    }
    double seen = counts.of(base);
    if (pro.hasArticle() || entry == null || entry.wordClass() != WordClass.V) {
      seen += counts.of("ال", base);
    }
    boolean function = entry != null && entry.wordClass() == WordClass.F;
    double common = function ? FUNCTION : Math.log1p(seen);
    double score = common + knowledge(entry, base) - pro.cost() - enc.cost();
    return new Stem(written, base, entry, score);
  }

  private Entry lookUp(String base, boolean article) {
    Entry entry = lexicon.find(base);
    if (entry != null && entry.segments().isEmpty()) {
      return entry;
    }
    return inflector.find(base, article);
  }

  /** The cut with an unknown stem's likely lemma: how a word is cut never rests on a guess. */
  Cut guess(Cut cut) {
    Stem stem = cut.stem();
    if (stem.entry() != null || stem.base().length() < MIN_GUESS) {
      return cut;
    }
    Entry entry = inflector.guess(stem.base(), cut.before().hasArticle());
    Stem known = new Stem(stem.written(), stem.base(), entry, stem.score());
    return new Cut(cut.before(), known, cut.behind());
  }

  private double knowledge(Entry entry, String base) {
    if (entry == null) {
      return 0;
    }
    if (!entry.form().equals(base)) {
      return KEY;
    }
    return lexicon.findExact(base) != null ? EXACT : INFLECTED;
  }
}

package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one word into clitics and stem and finds the stem's lemma. Every way of cutting is weighed:
 * how well the stem is known, how often it stands alone in raw news, what its clitics cost; the
 * whole word, as it stands, is one of the ways.
 */
final class WordAnalyzer {
  private static final int MAX_WORD = 32;

  private final Lexicon lexicon;
  private final StemFinder stems;
  private final List<Clitic> proclitics;
  private final List<Clitic> enclitics;

  WordAnalyzer(LexiconFiles files, Lexicon lexicon, Counts counts) {
    this.lexicon = lexicon;
    this.stems = new StemFinder(lexicon, new Inflector(files, lexicon, counts), counts);
    this.proclitics = withNone(Clitic.read(files, "pro"));
    this.enclitics = withNone(Clitic.read(files, "enc"));
  }

  private static List<Clitic> withNone(List<Clitic> clitics) {
    List<Clitic> all = new ArrayList<>(clitics);
    all.add(0, Clitic.NONE);
    return all;
  }

  /** The best analysis of a word in its display form. */
  Analysis analyze(String word) {
    if (word.length() > MAX_WORD) {
      return Analysis.whole(word, word, Pos.X, false);
    }
    Entry known = lexicon.findExact(word);
    if (known != null) {
      return Assembler.known(known, word);
    }
    if (word.length() <= 1) {
      return Analysis.whole(word, word, Pos.X, true);
    }
    return Assembler.assemble(stems.guess(cut(word)));
  }

  /** Whether a listed form, or a regular form of one, stands behind the word's best analysis. */
  boolean isExplained(String word) {
    return lexicon.findExact(word) != null || cut(word).stem().entry() != null;
  }

  private Cut cut(String word) {
    Cut best = new Cut(Clitic.NONE, stems.whole(word), Clitic.NONE);
    for (Clitic pro : proclitics) {
      if (!word.startsWith(pro.written())) {
        continue;
      }
      for (Clitic enc : enclitics) {
        int from = pro.written().length();
        int to = word.length() - enc.written().length();
        if (to <= from || !word.endsWith(enc.written()) || (pro.isNone() && enc.isNone())) {
          continue;
        }
        Stem stem = stem(word, from, to, pro, enc);
        if (stem != null && stem.score() > best.stem().score()) {
          best = new Cut(pro, stem, enc);
        }
      }
    }
    return best;
  }

  /** Behind {@code لل} the stem's own ل may have been swallowed: للجنة is ل ال لجنة. */
  private Stem stem(String word, int from, int to, Clitic pro, Clitic enc) {
    Stem stem = stems.best(word.substring(from, to), pro, enc);
    if (!pro.written().endsWith("لل")) {
      return stem;
    }
    Stem swallowed = stems.best(word.substring(from - 1, to), pro, enc);
    boolean better = stem == null || (swallowed != null && swallowed.score() > stem.score());
    return better ? swallowed : stem;
  }
}

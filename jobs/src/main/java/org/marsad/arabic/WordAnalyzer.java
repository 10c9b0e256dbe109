package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts one word into clitics and stem and finds the stem's lemma. Every way of cutting is weighed:
 * how well the stem is known, how often it stands alone in raw news, what its clitics cost; the
 * whole word, as it stands, is one of the ways.
 */
final class WordAnalyzer {
  private static final int MAX_WORD = 32;
  private static final int RARE = 12;
  private static final Set<String> CONJUNCTIONS = Set.of("و", "ف");
  private static final Set<String> ONE_LETTER = Set.of("ف", "ب", "ل", "ك", "س");

  private final Lexicon lexicon;
  private final Counts counts;
  private final StemFinder stems;
  private final ObjectVerbs objectVerbs;
  private final List<Clitic> proclitics;
  private final List<Clitic> enclitics;

  WordAnalyzer(LexiconFiles files, Lexicon lexicon, Counts counts) {
    this.lexicon = lexicon;
    this.counts = counts;
    this.stems = new StemFinder(lexicon, new Inflector(files, lexicon, counts), counts);
    this.objectVerbs = ObjectVerbs.read(files);
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
    Cut cut = cut(word);
    Analysis listed = behindOneMore(word, cut);
    return listed != null ? listed : Assembler.assemble(objectVerbs.choose(stems.guess(cut)));
  }

  /**
   * A form that is listed with its clitics takes one more before them: وأخيه, لأخيه. Null if there
   * is none, or a better way to cut the word: بطاقته is no طاقته.
   */
  private Analysis behindOneMore(String word, Cut cut) {
    char first = word.charAt(0);
    boolean conjunction = first == 'و' || first == 'ف';
    if (!conjunction && first != 'ب' && first != 'ل' && first != 'ك') {
      return null;
    }
    Entry listed = lexicon.findExact(word.substring(1));
    if (listed == null || listed.segments().isEmpty()) {
      return null;
    }
    boolean joins =
        conjunction
            ? !CONJUNCTIONS.contains(listed.segments().get(0))
            : isNoun(listed) && Assembler.stemIndex(listed.segments()) == 0;
    return joins && isBetter(listed, word, cut) ? Assembler.known(first, listed) : null;
  }

  private static boolean isNoun(Entry entry) {
    return entry.wordClass() == WordClass.N || entry.wordClass() == WordClass.A;
  }

  private static boolean isBetter(Entry listed, String word, Cut cut) {
    Entry entry = cut.stem().entry();
    if (entry == null || (cut.before().isNone() && !entry.form().equals(cut.stem().base()))) {
      return true;
    }
    if (cut.before().isNone() || cut.before().written().charAt(0) != word.charAt(0)) {
      return false;
    }
    boolean verb = entry.wordClass() == WordClass.V;
    boolean verbToo = listed.wordClass() == WordClass.V;
    int parts = cut.before().segments().size() + 1 + cut.behind().segments().size();
    boolean cutAlike = parts == listed.segments().size() + 1;
    return !cutAlike || (verb == verbToo && !(entry.stop() && listed.stop()));
  }

  boolean isListed(Analysis word) {
    return lexicon.find(word.written()) != null;
  }

  /** Whether an adjective is listed of which the word may be the feminine: عالية, عالي. */
  boolean isFeminine(Analysis word) {
    String stem = word.written();
    Entry adjective =
        stem.endsWith("ة") ? lexicon.findExact(stem.substring(0, stem.length() - 1)) : null;
    return adjective != null && adjective.wordClass() == WordClass.A;
  }

  /** The imperfect that a form in ت may be besides a fifth or sixth form: تعرض of عرض, or null. */
  Entry otherImperfect(Analysis word) {
    String stem = word.written();
    boolean candidate = stem.length() > 3 && stem.charAt(0) == 'ت' && word.lemma().equals(stem);
    return candidate && !word.hasArticle() ? stems.imperfect(stem) : null;
  }

  /** Whether a listed form, or a regular form of one, stands behind the word's best analysis. */
  boolean isExplained(String word) {
    if (lexicon.findExact(word) != null) {
      return true;
    }
    Cut cut = cut(word);
    return cut.stem().entry() != null || behindOneMore(word, cut) != null;
  }

  /** Whether an unlisted, rare word's reading rests on its ending or one short clitic alone. */
  boolean isUnsure(String word, Analysis analysis) {
    return word.length() <= MAX_WORD
        && counts.of(word) <= RARE
        && !analysis.lemma().equals(Assembler.unknownLemma(word))
        && restsOnOneLetter(analysis)
        && lexicon.find(word) == null;
  }

  private static boolean restsOnOneLetter(Analysis analysis) {
    List<String> segments = analysis.segments();
    String stem = segments.get(analysis.stem());
    boolean finite = analysis.pos() == Pos.VERB && stem.matches("[يت].{3,}");
    if (segments.size() == 1) {
      return !finite;
    }
    if (segments.size() > 2) {
      return false;
    }
    boolean before = analysis.stem() == 1;
    return before
        ? stem.matches("[^أإ].{1,3}") && ONE_LETTER.contains(segments.get(0))
        : segments.get(1).length() == 1;
  }

  private Cut cut(String word) {
    Cut best = new Cut(Clitic.NONE, stems.whole(word), Clitic.NONE);
    Cut plain = best;
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
        if (stem != null && StemFinder.plainScore(stem, pro) > plain.stem().score()) {
          plain = new Cut(pro, stem, enc);
        }
      }
    }
    // A look vouches for a clitic against other unknown stems only.
    return best.stem().entry() == null && plain.stem().entry() != null ? plain : best;
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

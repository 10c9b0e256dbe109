package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;

/** Puts a stem and its clitics together into an analysis. */
final class Assembler {
  private Assembler() {}

  /** The analysis of a form that the lexicon lists with all its clitics. */
  static Analysis known(Entry entry, String word) {
    List<String> segments = entry.segments();
    if (segments.isEmpty()) {
      return Analysis.whole(entry.lemma(), word, entry.pos(), entry.stop());
    }
    return Analysis.of(entry.lemma(), segments, stemIndex(segments), entry.pos(), entry.stop());
  }

  /** The analysis of a listed form that holds clitics, with one more before them: وأخيه. */
  static Analysis known(char clitic, Entry entry) {
    List<String> segments = new ArrayList<>(4);
    segments.add(String.valueOf(clitic));
    segments.addAll(entry.segments());
    int stem = stemIndex(entry.segments()) + 1;
    return Analysis.of(entry.lemma(), List.copyOf(segments), stem, entry.pos(), entry.stop());
  }

  /**
   * The first longest segment but the article: no clitic is longer than its host, and none stands
   * before both.
   */
  static int stemIndex(List<String> segments) {
    int best = 0;
    for (int i = 1; i < segments.size(); i++) {
      int longer = segments.get(i).length() - segments.get(best).length();
      if (longer > 0 || (longer == 0 && segments.get(best).equals("ال"))) {
        best = i;
      }
    }
    return best;
  }

  static Analysis assemble(Cut cut) {
    Stem stem = cut.stem();
    Clitic pro = cut.before();
    Clitic enc = cut.behind();
    List<String> segments = new ArrayList<>(4);
    segments.addAll(pro.segments());
    segments.add(stem.written());
    segments.addAll(enc.segments());
    Entry entry = stem.entry();
    int index = pro.segments().size();
    if (entry == null) {
      return Analysis.of(unknownLemma(stem.base()), List.copyOf(segments), index, Pos.NOUN, false);
    }
    return Analysis.of(entry.lemma(), List.copyOf(segments), index, entry.pos(), entry.stop());
  }

  /** The word itself with one spelling of a beginning alef. */
  static String unknownLemma(String word) {
    char first = word.charAt(0);
    if (first == 'أ' || first == 'إ') {
      return 'ا' + word.substring(1);
    }
    return word;
  }
}

package org.marsad.arabic;

import java.util.List;

/**
 * What the lexicon knows about one written form.
 *
 * @param form as printed, without vowel signs
 * @param lemma citation form
 * @param wordClass which clitics and endings it takes
 * @param pos coarse part of speech
 * @param stop whether it is no term
 * @param segments clitics and stem if the form holds clitics, else empty
 */
record Entry(
    String form, String lemma, WordClass wordClass, Pos pos, boolean stop, List<String> segments) {

  static Entry of(String form, String lemma, WordClass wordClass) {
    return new Entry(form, lemma, wordClass, wordClass.pos(), wordClass.stop(), List.of());
  }

  /** The same for another form, given with its clitics cut off by {@code +} if it has any. */
  Entry withForm(String cut) {
    List<String> parts = cut.indexOf('+') < 0 ? List.of() : List.of(cut.split("\\+"));
    return new Entry(
        cut.replace("ل+ال", "لل").replace("+", ""), lemma, wordClass, pos, stop, parts);
  }
}

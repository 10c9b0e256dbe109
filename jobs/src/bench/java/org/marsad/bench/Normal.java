package org.marsad.bench;

import org.marsad.arabic.Orthography;

/** How lemmas of two schools of annotation are made comparable. */
final class Normal {
  private Normal() {}

  /** Without vowel signs; PADT's vowelled article {@code اَل} becomes the printed one. */
  static String bare(String form) {
    return Orthography.clean(form.replace("`", ""));
  }

  /** The matching key, with PUD's mark for the superscript alef taken out. */
  static String lemma(String lemma) {
    return Orthography.fold(lemma.replace("`", ""));
  }
}

package org.marsad.arabic;

/** Coarse part of speech, after the Universal Dependencies' tags. */
public enum Pos {
  NOUN,
  PROPN,
  ADJ,
  VERB,
  ADV,
  PRON,
  ADP,
  CONJ,
  PART,
  NUM,
  PUNCT,
  /** Urls, e-mail addresses, hashtags, emoji and other signs. */
  SYM,
  /** Latin-script words and what fits nowhere else. */
  X;

  /** Whether its words say nothing by themselves, so that none is a term. */
  boolean isFunction() {
    return this == PRON || this == ADP || this == CONJ || this == PART;
  }
}

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
  X
}

package org.marsad.arabic;

/** What the scanner sees in a stretch of text, before anything is known about words. */
enum TokenKind {
  /** Arabic letters with their marks. */
  WORD,
  /** Digits with their separators and a percent sign. */
  NUMBER,
  /** An abbreviation of Arabic letters: {@code د.} or {@code أ ف ب}. */
  ABBREVIATION,
  /** A word in another script. */
  FOREIGN,
  /** A url, an e-mail address, a user's name. */
  ADDRESS,
  HASHTAG,
  PUNCTUATION,
  /** Emoji, currency and other signs. */
  SYMBOL
}

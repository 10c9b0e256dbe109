package org.marsad.arabic;

/** What a word does in a person's name. */
enum NameRole {
  /** Nothing that is known. */
  NONE,
  /** A given name: what follows is likely a surname. */
  GIVEN,
  /** An unlisted and rare word whose reading rests on a clitic or an ending: maybe a surname. */
  UNSURE
}

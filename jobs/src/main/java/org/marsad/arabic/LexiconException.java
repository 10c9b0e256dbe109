package org.marsad.arabic;

/** A lexicon file that cannot be used as written: the message begins with {@code file:line}. */
public final class LexiconException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public LexiconException(String where, String what) {
    super(where + ": " + what);
  }
}

package org.marsad.arabic;

/**
 * How a text is printed.
 *
 * @param dotted without the letter ى, as in Egypt, so that علي may be على
 * @param prose in sentences that end with a full stop: no headline, whose first word is a noun more
 *     often than a verb in the perfect
 */
record Print(boolean dotted, boolean prose) {
  /** A shorter text may lack the letter by chance, in UTF-16 units. */
  private static final int MIN_DOTTED = 200;

  static Print of(String text) {
    boolean dotted = text.length() >= MIN_DOTTED && text.indexOf('ى') < 0;
    return new Print(dotted, isProse(text));
  }

  /** Whether a full stop ends a sentence: not «د. محمد», nor «عاجل..»; headlines may ask. */
  private static boolean isProse(String text) {
    for (int i = 2; i < text.length(); i++) {
      boolean sign = text.charAt(i) == '.';
      boolean ends = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
      if (sign && ends && isInWord(text.charAt(i - 1)) && isInWord(text.charAt(i - 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}

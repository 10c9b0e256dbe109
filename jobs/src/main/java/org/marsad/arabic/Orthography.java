package org.marsad.arabic;

/**
 * Two spellings of one text: the display form, which a reader would have written, and the matching
 * key, which is the same for every way in which the press prints a word. The letters' rules are
 * rows of {@code orthography.tsv}; both functions leave what they have made unchanged.
 */
public final class Orthography {
  private static final LetterTable CLEAN;
  private static final LetterTable FOLD;

  static {
    LetterTable[] tables = LetterTable.read(LexiconFiles.bundled());
    CLEAN = tables[0];
    FOLD = tables[1];
  }

  private Orthography() {}

  /**
   * The matching key: أ إ آ ٱ become ا; ى ي and ئ become ي; ة becomes ه; ؤ becomes و; Arabic digits
   * become 0-9; everything {@link #clean} removes is removed.
   */
  public static String fold(CharSequence text) {
    return FOLD.map(text);
  }

  /**
   * The display form: no vowel signs, tatweel or control characters; presentation forms resolved;
   * Farsi and Urdu letters replaced by the Arabic ones; hamzas, ة, ى and digits as written.
   */
  public static String clean(CharSequence text) {
    return CLEAN.map(text);
  }

  /** Whether the code point is a letter of the Arabic script, presentation forms included. */
  public static boolean isArabicLetter(int cp) {
    if (cp < 0x620 || cp > 0xFEFC) {
      return false;
    }
    if (cp <= 0x64A) {
      return cp != 0x640;
    }
    return (cp >= 0x66E && cp <= 0x6D3 && cp != 0x670)
        || cp == 0x6D5
        || (cp >= 0x6EE && cp <= 0x6EF)
        || (cp >= 0x6FA && cp <= 0x6FC)
        || cp == 0x6FF
        || (cp >= 0x750 && cp <= 0x77F)
        || (cp >= 0x8A0 && cp <= 0x8C9)
        || (cp >= 0xFB50 && cp <= 0xFDFB && Character.isLetter(cp) && !isVowelLigature(cp))
        || (cp >= 0xFE80 && Character.isLetter(cp));
  }

  /**
   * Whether the char may stand inside a word without being a letter: vowel signs, tatweel, ZWNJ.
   */
  static boolean isMark(char c) {
    return (c >= 0x64B && c <= 0x65F)
        || c == 0x640
        || c == 0x670
        || (c >= 0x610 && c <= 0x61A)
        || (c >= 0x6D6 && c <= 0x6DC)
        || (c >= 0x6DF && c <= 0x6E8)
        || (c >= 0x6EA && c <= 0x6ED)
        || (c >= 0x8D3 && c <= 0x8FF)
        || (c >= 0xFE70 && c <= 0xFE7F)
        || isVowelLigature(c)
        || isControl(c);
  }

  /** Presentation forms of shadda with a vowel sign. */
  private static boolean isVowelLigature(int c) {
    return (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4);
  }

  /** Whether the char is invisible: direction marks, joiners, byte order mark, soft hyphen. */
  static boolean isControl(char c) {
    return c == 0x61C
        || c == 0xAD
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF;
  }
}

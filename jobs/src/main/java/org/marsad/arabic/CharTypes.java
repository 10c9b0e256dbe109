package org.marsad.arabic;

/** What a character is to the scanner, and how far a run of its kind goes. */
final class CharTypes {
  private static final String NUMBER_SEPARATORS = ".,:/-٫٬،";
  private static final String REPEATING = ".!?؟-_=*~ـ–—،,";

  private CharTypes() {}

  static boolean isArabic(char c) {
    return c >= 0x620 && Orthography.isArabicLetter(c);
  }

  static boolean isMark(char c) {
    return c >= 0xAD && Orthography.isMark(c);
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
  }

  static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAsciiWord(char c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_';
  }

  static boolean isWordPart(char c) {
    return c == '_' || isDigit(c) || Character.isLetter(c);
  }

  static boolean isNumberSeparator(char c) {
    return NUMBER_SEPARATORS.indexOf(c) >= 0;
  }

  static boolean isPercent(char c) {
    return c == '%' || c == '٪';
  }

  static boolean mayRepeat(char c) {
    return REPEATING.indexOf(c) >= 0;
  }

  static boolean isPunctuation(int cp) {
    if (cp == 0x640) {
      return true;
    }
    return switch (Character.getType(cp)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> cp == '`' || cp == '´' || cp == '|' || cp == '=' || cp == '~';
    };
  }

  /** The end of a word of Arabic letters; marks belong to it, trailing invisible ones do not. */
  static int wordEnd(String text, int start, int limit) {
    int end = start + 1;
    for (int i = end; i < limit; i++) {
      char c = text.charAt(i);
      if (isArabic(c)) {
        end = i + 1;
      } else if (!isMark(c)) {
        break;
      } else if (!Orthography.isControl(c)) {
        end = i + 1;
      }
    }
    return end;
  }

  static int hashtagEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && (isWordPart(text.charAt(i)) || isMark(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  static int asciiWordEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && isAsciiWord(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Letters and digits, with single {@code - ' . & _} between them: {@code F-16, bbc.com}. */
  static int latinEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit) {
      char c = text.charAt(i);
      if (isLatin(c)) {
        i++;
      } else if ("-'’.&_".indexOf(c) >= 0 && i + 1 < limit && isLatin(text.charAt(i + 1))) {
        i += 2;
      } else {
        break;
      }
    }
    return Math.max(i, from);
  }

  private static boolean isLatin(char c) {
    return (c >= '0' && c <= '9')
        || isAsciiLetter(c)
        || (c >= 0xC0 && c <= 0x24F && Character.isLetter(c));
  }

  static boolean startsAddress(String text, int i) {
    return text.regionMatches(true, i, "http://", 0, 7)
        || text.regionMatches(true, i, "https://", 0, 8)
        || text.regionMatches(true, i, "www.", 0, 4);
  }

  /** The end of a url: closing punctuation behind it is not part of it. */
  static int addressEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && isAddressPart(text.charAt(i))) {
      i++;
    }
    while (i > from + 1 && ".,;:!?)('".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return i;
  }

  private static boolean isAddressPart(char c) {
    return c > ' ' && c < 0x7F && "\"<>[]{}|\\^`".indexOf(c) < 0;
  }
}

package org.marsad.arabic;

/**
 * Cuts a text into tokens, left to right, each char looked at a bounded number of times. White
 * space and invisible characters between tokens belong to none.
 */
final class TokenScanner {
  /** Longer runs without a break are cut: no word, url or row of signs is longer. */
  static final int MAX_LENGTH = 256;

  private final String text;
  private final Abbreviations abbreviations;
  private int start;
  private int end;
  private TokenKind kind = TokenKind.SYMBOL;

  TokenScanner(String text, Abbreviations abbreviations) {
    this.text = text;
    this.abbreviations = abbreviations;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  TokenKind kind() {
    return kind;
  }

  /** Moves to the next token; false behind the last one. */
  boolean next() {
    int i = end;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return false;
    }
    boolean behindNumber = kind == TokenKind.NUMBER;
    start = i;
    char c = text.charAt(i);
    if (CharTypes.isArabic(c)) {
      word(behindNumber);
    } else if (CharTypes.isDigit(c)) {
      number();
    } else if (c < 0x80 && Character.isLetter(c)) {
      latin();
    } else if (c == '#' && CharTypes.isWordPart(at(i + 1))) {
      take(TokenKind.HASHTAG, CharTypes.hashtagEnd(text, i + 1, limit()));
    } else if (c == '@' && CharTypes.isAsciiWord(at(i + 1))) {
      take(TokenKind.ADDRESS, CharTypes.asciiWordEnd(text, i + 1, limit()));
    } else if (Character.isLetter(c)) {
      take(TokenKind.FOREIGN, foreignEnd(i));
    } else {
      sign(c);
    }
    return true;
  }

  private static boolean isBlank(char c) {
    if (c >= 'ء' && c <= 'ي') {
      return false;
    }
    return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
  }

  private static boolean isInvisible(char c) {
    return Orthography.isControl(c) || (c >= 0x7F && c <= 0x9F);
  }

  private char at(int i) {
    return i < text.length() ? text.charAt(i) : 0;
  }

  private int limit() {
    return Math.min(text.length(), start + MAX_LENGTH);
  }

  private void take(TokenKind taken, int to) {
    kind = taken;
    end = to;
  }

  /** Letters and the marks between and behind them; invisible characters behind are left out. */
  private void word(boolean behindNumber) {
    take(TokenKind.WORD, CharTypes.wordEnd(text, start, limit()));
    if (behindNumber) {
      return;
    }
    int longer = abbreviations.end(text, start, end);
    if (longer > end) {
      take(TokenKind.ABBREVIATION, longer);
    }
  }

  private void number() {
    int i = start + 1;
    int limit = limit();
    while (i < limit) {
      char c = text.charAt(i);
      if (CharTypes.isDigit(c)) {
        i++;
      } else if (CharTypes.isNumberSeparator(c) && CharTypes.isDigit(at(i + 1)) && i + 1 < limit) {
        i += 2;
      } else {
        break;
      }
    }
    if (CharTypes.isAsciiLetter(at(i)) && i < limit) {
      take(TokenKind.FOREIGN, CharTypes.latinEnd(text, i, limit));
      return;
    }
    take(TokenKind.NUMBER, CharTypes.isPercent(at(i)) ? i + 1 : i);
  }

  private void latin() {
    int limit = Math.min(text.length(), start + 8 * MAX_LENGTH);
    if (CharTypes.startsAddress(text, start)) {
      take(TokenKind.ADDRESS, CharTypes.addressEnd(text, start, limit));
      return;
    }
    int to = CharTypes.latinEnd(text, start, limit());
    if (at(to) == '@' && CharTypes.isAsciiWord(at(to + 1))) {
      take(TokenKind.ADDRESS, CharTypes.latinEnd(text, to + 1, limit));
    } else {
      take(TokenKind.FOREIGN, to);
    }
  }

  private int foreignEnd(int from) {
    int i = from + 1;
    int limit = limit();
    while (i < limit && isForeignPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isForeignPart(char c) {
    return (Character.isLetter(c) && !CharTypes.isArabic(c))
        || (c > 0x7F && Character.getType(c) == Character.NON_SPACING_MARK && !CharTypes.isMark(c));
  }

  /** Repeated signs ({@code ...}, {@code !!}) are one token; a surrogate pair is never cut. */
  private void sign(char c) {
    int cp = text.codePointAt(start);
    int i = start + Character.charCount(cp);
    boolean punctuation = CharTypes.isPunctuation(cp);
    if (Character.isLetter(cp)) {
      take(TokenKind.FOREIGN, i);
      return;
    }
    if (punctuation && CharTypes.mayRepeat(c)) {
      int limit = limit();
      while (i < limit && text.charAt(i) == c) {
        i++;
      }
    }
    take(punctuation ? TokenKind.PUNCTUATION : TokenKind.SYMBOL, i);
  }
}

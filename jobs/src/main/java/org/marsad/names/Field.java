package org.marsad.names;

import java.util.List;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Token;

/** A title or a body with what is known of each of its tokens. */
final class Field {
  final boolean title;
  final String text;
  final List<Token> tokens;
  final WordInfo[] words;

  Field(boolean title, String text, List<Token> tokens, WordTable table) {
    this.title = title;
    this.text = text;
    this.tokens = tokens;
    words = new WordInfo[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = table.of(tokens.get(i));
    }
  }

  int size() {
    return words.length;
  }

  /** Tokens {@code from} to before {@code to}. */
  interface Tokens {
    void accept(int from, int to);
  }

  void forEachSentence(Tokens action) {
    int from = 0;
    for (int i = 1; i <= size(); i++) {
      if (i == size() || tokens.get(i).sentence() != tokens.get(from).sentence()) {
        action.accept(from, i);
        from = i;
      }
    }
  }

  /** The word that a name may go on with behind token {@code i}, or -1. */
  int next(int i) {
    for (int n = i + 1; n < words.length && n <= i + 3; n++) {
      if (words[n].kind == WordInfo.Kind.BREAK || isBlankLine(n)) {
        return -1;
      }
      if (words[n].kind != WordInfo.Kind.JOINT) {
        return n;
      }
    }
    return -1;
  }

  /** The word before token {@code i} in the same sentence, quotation marks skipped, or -1. */
  int previous(int i) {
    for (int p = i - 1; p >= 0 && p >= i - 2; p--) {
      if (tokens.get(p).sentence() != tokens.get(i).sentence()) {
        return -1;
      }
      if (words[p].kind != WordInfo.Kind.JOINT) {
        return words[p].isWord() ? p : -1;
      }
    }
    return -1;
  }

  /** Whether token {@code i} stands in the sentence of the one before, a blank between at most. */
  boolean isNear(int i) {
    Token before = tokens.get(i - 1);
    return tokens.get(i).sentence() == before.sentence()
        && tokens.get(i).start() <= before.end() + 1;
  }

  /** Whether a paragraph, not a wrapped line, begins before token {@code i}. */
  private boolean isBlankLine(int i) {
    if (i == 0 || tokens.get(i).paragraph() == tokens.get(i - 1).paragraph()) {
      return false;
    }
    int breaks = 0;
    for (int c = tokens.get(i - 1).end(); c < tokens.get(i).start(); c++) {
      if (text.charAt(c) == '\n' && ++breaks > 1) {
        return true;
      }
    }
    return false;
  }

  /** The offset behind the first {@code letters} letters of a token and the marks on them. */
  int offset(int token, int letters) {
    Token t = tokens.get(token);
    int at = t.start();
    for (int left = letters; left > 0 && at < t.end(); at++) {
      left -= Orthography.fold(text.substring(at, at + 1)).length();
    }
    while (letters > 0 && at < t.end() && isMark(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isMark(char c) {
    return c == '\u0640' || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}

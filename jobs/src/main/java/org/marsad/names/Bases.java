package org.marsad.names;

import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;

/** A word without the clitics that the analyser cut off, but with its article, folded. */
final class Bases {
  private Bases() {}

  static String of(Token token) {
    if (token.segments().size() == 1) {
      return Orthography.fold(token.surface());
    }
    String stem = Orthography.fold(token.segments().get(token.stem()));
    return hasArticle(token) ? "ال" + stem : stem;
  }

  static boolean hasArticle(Token token) {
    return token.stem() > 0 && token.segments().get(token.stem() - 1).equals("ال");
  }

  /** The clitics in front of the article: و, ب, ول …; empty if there are none. */
  static String before(Token token) {
    int end = hasArticle(token) ? token.stem() - 1 : token.stem();
    return end == 0 ? "" : String.join("", token.segments().subList(0, end));
  }

  /** The clitics behind the stem. */
  static String behind(Token token) {
    int size = token.segments().size();
    return token.stem() + 1 >= size
        ? ""
        : String.join("", token.segments().subList(token.stem() + 1, size));
  }

  /** What stands for the token among words: numbers and foreign words are all alike. */
  static String symbol(Token token) {
    if (token.pos() == Pos.NUM && Character.isDigit(token.surface().charAt(0))) {
      return "#0";
    }
    char c = token.surface().charAt(0);
    if (Character.isLetter(c) && !Orthography.isArabicLetter(c)) {
      return "#x";
    }
    String base = of(token);
    return base.isEmpty() ? token.surface() : base;
  }
}

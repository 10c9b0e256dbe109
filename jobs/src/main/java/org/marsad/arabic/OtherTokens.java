package org.marsad.arabic;

/** What is said of tokens that are no Arabic words. */
final class OtherTokens {
  private OtherTokens() {}

  static Analysis analysis(TokenKind kind, String surface, Abbreviations abbreviations) {
    return switch (kind) {
      case NUMBER -> same(Orthography.fold(surface), surface, Pos.NUM, true);
      case PUNCTUATION -> Analysis.whole(surface, surface, Pos.PUNCT, true);
      case FOREIGN -> same(surface, surface, Pos.X, surface.length() < 2);
      case HASHTAG -> same(Orthography.clean(surface), surface, Pos.SYM, false);
      case ABBREVIATION -> abbreviation(surface, abbreviations);
      default -> Analysis.whole(surface, surface, Pos.SYM, true);
    };
  }

  private static Analysis same(String lemma, String surface, Pos pos, boolean stop) {
    return Analysis.whole(lemma, Orthography.clean(surface), pos, stop);
  }

  private static Analysis abbreviation(String surface, Abbreviations abbreviations) {
    String clean = Orthography.clean(surface);
    String listed = abbreviations.lemma(surface);
    String lemma = listed != null ? listed : clean.substring(0, clean.length() - 1);
    return Analysis.whole(lemma, clean, Pos.PROPN, lemma.length() < 2);
  }
}

package org.marsad.arabic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Set expressions whose nouns name no subject, from {@code expressions.tsv}: «على سبيل المثال», «من
 * جهة أخرى». Their words are stop words where they stand in a row within a sentence.
 */
final class Expressions {
  static final String FILE = "expressions.tsv";

  /** By their last word, the first words of each in order; all folded. */
  private final Map<String, List<String[]>> byLast = new HashMap<>();

  private Expressions() {}

  /**
   * Reads {@link #FILE}.
   *
   * @throws LexiconException with {@code file:line} if a row has less than two words
   */
  static Expressions read(LexiconFiles files) {
    Expressions all = new Expressions();
    RuleFile.forEach(files, FILE, all::add);
    return all;
  }

  private void add(RuleFile.Row row) {
    String[] words = Orthography.fold(row.required("words")).split(" +");
    if (words.length < 2) {
      throw new LexiconException(
          row.where(), "\"" + words[0] + "\" is one word; such belong into " + Lexicon.STOP_WORDS);
    }
    byLast.computeIfAbsent(words[words.length - 1], w -> new ArrayList<>(2)).add(words);
  }

  /** The expressions that end with a word, none for most. */
  List<String[]> endingWith(String surface) {
    return byLast.getOrDefault(Orthography.fold(surface), List.of());
  }

  /** Makes the last tokens stop words if they are one of {@code expressions}. */
  static void mark(List<String[]> expressions, List<Token> tokens) {
    int end = tokens.size();
    for (String[] words : expressions) {
      int begin = end - words.length;
      if (begin >= 0 && stand(words, tokens.subList(begin, end))) {
        tokens.subList(begin, end).replaceAll(Token::asStop);
      }
    }
  }

  private static boolean stand(String[] words, List<Token> tokens) {
    int last = words.length - 1;
    for (int i = last; i >= 0; i--) {
      Token token = tokens.get(i);
      // The last word is known to be the expression's.
      if (token.sentence() != tokens.get(last).sentence()
          || (i < last && !is(words[i], Orthography.fold(token.surface()), i == 0))) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(String word, String surface, boolean first) {
    return surface.equals(word)
        || (first
            && surface.length() == word.length() + 1
            && (surface.charAt(0) == 'و' || surface.charAt(0) == 'ف')
            && surface.endsWith(word));
  }
}

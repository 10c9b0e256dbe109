package org.marsad.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.arabic.RuleFile;
import org.marsad.arabic.Token;

/**
 * What a news page prints around an article, found by the words that it begins with: links to other
 * articles, invitations to share and follow, tags. Unlike {@link Boilerplate} it differs from
 * article to article behind its beginning: «رابط الخبر بصحيفة الوئام» and the headline once more.
 */
final class Furniture {
  static final String FILE = "furniture.tsv";

  /** More than this many tokens are news that begins like furniture. */
  private static final int MOST_TOKENS = 60;

  private enum Cover {
    WORDS,
    SENTENCE,
    TAIL,
    END
  }

  private record Opening(List<String> words, Cover cover) {}

  /** Openings by their first word, the longest first. */
  private final Map<String, List<Opening>> openings = new HashMap<>();

  private Furniture() {}

  /**
   * Reads {@link #FILE}.
   *
   * @throws LexiconException with {@code file:line} if a row cannot be used
   */
  static Furniture read(LexiconFiles files) {
    Furniture furniture = new Furniture();
    RuleFile.forEach(files, FILE, furniture::add);
    furniture
        .openings
        .values()
        .forEach(all -> all.sort(Comparator.comparingInt((Opening o) -> -o.words().size())));
    return furniture;
  }

  private void add(RuleFile.Row row) {
    List<String> words = new ArrayList<>();
    for (String word : row.required("words").split(" +")) {
      words.add(Orthography.fold(word));
    }
    Cover cover;
    try {
      cover = Cover.valueOf(row.required("covers").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new LexiconException(
          row.where(), "covers \"" + row.get("covers") + "\": words, sentence, tail or end");
    }
    openings.computeIfAbsent(words.get(0), w -> new ArrayList<>(2)).add(new Opening(words, cover));
  }

  /** For each of a body's tokens whether it is furniture; null if none is, as in most articles. */
  boolean[] in(List<Token> tokens) {
    boolean[] found = null;
    for (int i = 0; i < tokens.size(); i++) {
      if (!begins(tokens, i, found)) {
        continue;
      }
      int end = end(tokens, i);
      if (end > i) {
        found = found == null ? new boolean[tokens.size()] : found;
        Arrays.fill(found, i, end, true);
        i = end - 1;
      }
    }
    return found;
  }

  /** Whether a sentence begins with a token, but for signs and other furniture before it. */
  private boolean begins(List<Token> tokens, int i, boolean[] found) {
    Token token = tokens.get(i);
    if (isSign(token) && !openings.containsKey(key(token))) {
      return false;
    }
    int before = i - 1;
    while (before >= 0
        && tokens.get(before).sentence() == token.sentence()
        && isSign(tokens.get(before))) {
      before--;
    }
    return before < 0
        || tokens.get(before).sentence() != token.sentence()
        || (found != null && found[before]);
  }

  /** Marks, and words of other letters such as a piece of an address. */
  private static boolean isSign(Token token) {
    return token.pos() == Pos.PUNCT || token.pos() == Pos.SYM || token.pos() == Pos.X;
  }

  /** Behind the furniture that begins with a token; the token itself if none does. */
  private int end(List<Token> tokens, int i) {
    for (Opening opening : openings.getOrDefault(key(tokens.get(i)), List.of())) {
      if (stands(opening.words(), tokens, i)) {
        return end(opening, tokens, i);
      }
    }
    return i;
  }

  private static boolean stands(List<String> words, List<Token> tokens, int i) {
    if (i + words.size() > tokens.size()) {
      return false;
    }
    for (int k = 0; k < words.size(); k++) {
      if (!words.get(k).equals(key(tokens.get(i + k)))) {
        return false;
      }
    }
    return true;
  }

  /** Where the furniture ends, or its begin if it is too long for any. */
  private static int end(Opening opening, List<Token> tokens, int i) {
    int end =
        switch (opening.cover()) {
          case WORDS -> i + opening.words().size();
          case SENTENCE -> sentenceEnd(tokens, i);
          case TAIL -> hasFullStop(tokens, i) ? i : tokens.size();
          case END -> tokens.size() - i > MOST_TOKENS ? sentenceEnd(tokens, i) : tokens.size();
        };
    return end - i > MOST_TOKENS ? i : end;
  }

  private static int sentenceEnd(List<Token> tokens, int i) {
    int end = i;
    while (end - i <= MOST_TOKENS
        && end < tokens.size()
        && tokens.get(end).sentence() == tokens.get(i).sentence()) {
      end++;
    }
    return end;
  }

  /** Whether one of the next tokens is a full stop. */
  private static boolean hasFullStop(List<Token> tokens, int i) {
    return tokens.subList(i, Math.min(i + MOST_TOKENS, tokens.size())).stream()
        .anyMatch(t -> t.surface().equals("."));
  }

  private static String key(Token token) {
    return Orthography.fold(token.surface());
  }
}

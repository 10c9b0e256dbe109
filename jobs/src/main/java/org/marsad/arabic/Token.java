package org.marsad.arabic;

import java.util.List;

/**
 * One token of a text.
 *
 * @param paragraph index of its paragraph in the text, from 0
 * @param sentence index of its sentence in the text (not in the paragraph), from 0
 * @param position index of the token in the text, from 0
 * @param start first UTF-16 offset in the text
 * @param end UTF-16 offset behind its last character
 * @param surface exactly {@code text.substring(start, end)}
 * @param lemma citation form in correct spelling for known words, the cleaned word without its
 *     clitics for unknown ones; the sign itself for punctuation
 * @param segments clitics and stem in order, each with its letters as written (cleaned of
 *     diacritics, tatweel and control characters): {@code [و, ب, ال, مدينة]}
 * @param stem index of the stem in {@code segments}
 * @param pos coarse part of speech
 * @param stop whether it is a stop word, by itself or as part of a set expression, a punctuation
 *     mark, a number or a sign: no term
 */
public record Token(
    int paragraph,
    int sentence,
    int position,
    int start,
    int end,
    String surface,
    String lemma,
    List<String> segments,
    int stem,
    Pos pos,
    boolean stop) {

  /** The same token read as another word; a stop word stays one. */
  Token read(String otherLemma, Pos otherPos) {
    return read(otherLemma, otherPos, stop);
  }

  /** The same token as a stop word. */
  Token asStop() {
    return read(lemma, pos, true);
  }

  private Token read(String otherLemma, Pos otherPos, boolean stops) {
    return new Token(
        paragraph,
        sentence,
        position,
        start,
        end,
        surface,
        otherLemma,
        segments,
        stem,
        otherPos,
        stops);
  }

  /**
   * The same token read as a name, without inflection: its stem as written, or all of it.
   *
   * @param from where in the text the name begins: at the token itself if what looks like a clitic
   *     is the name's first letter, كايمان
   */
  public Token asName(int from) {
    boolean whole =
        segments.size() > stem + 1
            || (from == start && stem > 0 && !segments.get(stem - 1).equals("ال"));
    List<String> parts = whole ? List.of(String.join("", segments)) : segments;
    int place = whole ? 0 : stem;
    return new Token(
        paragraph,
        sentence,
        position,
        start,
        end,
        surface,
        parts.get(place),
        parts,
        place,
        Pos.PROPN,
        false);
  }
}

package org.marsad.article;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;

/**
 * The tokens of an article as the store keeps them: each different word once, and for each token
 * its word's place and how many characters lie before it. Twelve columns a token would be most of
 * the store; of the tables the topics alone are made from them.
 */
final class PackedTokens {
  private final Map<Word, Integer> words = new LinkedHashMap<>();
  private final List<Row> sentences = new ArrayList<>();
  private final int[] places;
  private final int[] gaps;
  private int length;

  private record Word(
      String surface, String lemma, List<String> segments, Pos pos, boolean stop, String term) {
    Row row() {
      boolean whole = segments.size() == 1 && segments.get(0).equals(surface);
      String parts = whole ? null : String.join("+", segments);
      String other = term.equals(lemma) ? null : term;
      return RowFactory.create(surface, lemma, parts, pos.name(), stop, other);
    }
  }

  /** With room for so many tokens. */
  PackedTokens(int tokens) {
    places = new int[tokens];
    gaps = new int[tokens];
  }

  /**
   * Adds a whole field's tokens.
   *
   * @param stops which of them are no terms
   * @param terms the terms that the others count for
   */
  void add(String field, List<Token> tokens, boolean[] stops, String[] terms) {
    int end = 0;
    int first = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      Word word = new Word(t.surface(), t.lemma(), t.segments(), t.pos(), stops[i], terms[i]);
      places[length] = words.computeIfAbsent(word, w -> words.size());
      gaps[length++] = t.start() - end;
      end = t.end();
      if (i + 1 == tokens.size() || tokens.get(i + 1).sentence() != t.sentence()) {
        sentences.add(RowFactory.create(field, t.paragraph(), t.sentence(), i + 1 - first));
        first = i + 1;
      }
    }
  }

  /** Cells of {@code words}. */
  Row[] words() {
    return words.keySet().stream().map(Word::row).toArray(Row[]::new);
  }

  /** Cells of {@code tokens}. */
  int[] places() {
    return places;
  }

  /** Cells of {@code gaps}. */
  int[] gaps() {
    return gaps;
  }

  /** Cells of {@code token_sentences}. */
  Row[] sentences() {
    return sentences.toArray(Row[]::new);
  }

  private static String term(Row word) {
    if (word.getBoolean(4)) {
      return null;
    }
    return word.isNullAt(5) ? word.getString(1) : word.getString(5);
  }

  /** Rows of {@code tokens} for one of an article's id and the four columns. */
  static Iterator<Row> rows(Row article) {
    String id = article.getString(0);
    List<Row> words = article.getList(1);
    List<Integer> places = article.getList(2);
    List<Integer> gaps = article.getList(3);
    List<Row> rows = new ArrayList<>(places.size());
    String field = "";
    int position = 0;
    int end = 0;
    int next = 0;
    for (Row sentence : article.<Row>getList(4)) {
      if (!field.equals(sentence.getString(0))) {
        field = sentence.getString(0);
        position = 0;
        end = 0;
      }
      for (int i = 0; i < sentence.getInt(3); i++) {
        Row word = words.get(places.get(next));
        String surface = word.getString(0);
        int start = end + gaps.get(next++);
        end = start + surface.length();
        rows.add(
            RowFactory.create(
                id,
                field,
                sentence.get(1),
                sentence.get(2),
                position++,
                start,
                end,
                surface,
                word.get(1),
                word.isNullAt(2) ? new String[] {surface} : word.getString(2).split("\\+"),
                word.get(3),
                word.get(4),
                term(word)));
      }
    }
    return rows.iterator();
  }
}

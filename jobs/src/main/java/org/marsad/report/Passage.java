package org.marsad.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * What an article says at some places: their sentence where it is short, else some words around
 * each.
 *
 * @param article the article's id
 * @param text the part of its title or body, with … where words were left out
 * @param marks first and last offset of each place in the text, in order; empty if none was found
 */
record Passage(String article, String text, List<int[]> marks) {
  /** Places that are farther apart stand in parts of their own. */
  private static final int APART = 400;

  private static final String BETWEEN = " … ";

  private static final String BEGIN = "(?<![\\p{L}\\p{M}])";
  private static final String END = "(?![\\p{L}\\p{M}])";

  /** Not the first person's ي: most words with it are adjectives. */
  private static final String PRONOUN = "(?:هما?|هن|ها?|نا|كم|ك)";

  /**
   * What to cite of an article.
   *
   * @param places where, as {@link #place} gives it, one after the other
   * @param words where there are no places: the first of these that is found, at its first place
   */
  record Ask(String article, List<Integer> places, List<String> words) {
    static Ask at(String article, List<Integer> places) {
      return new Ask(article, places, List.of());
    }

    static Ask ofWords(String article, List<String> words) {
      return new Ask(article, List.of(), words);
    }

    Passage cut(String title, String body) {
      return words.isEmpty()
          ? Passage.at(article, title, body, places)
          : Passage.ofWords(article, title, body, words);
    }
  }

  /** A part of the text, marked or not. */
  record Piece(String text, boolean marked) {}

  /** The text from mark to mark. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int[] mark : marks) {
      pieces.add(new Piece(text.substring(at, mark[0]), false));
      pieces.add(new Piece(text.substring(mark[0], mark[1]), true));
      at = mark[1];
    }
    pieces.add(new Piece(text.substring(at), false));
    return pieces;
  }

  /** A place in an article as {@link Ask} has it: field, start and end of the columns. */
  static Column place(Column field, Column start, Column end) {
    return array(when(field.equalTo("title"), 0).otherwise(1), start, end);
  }

  private static Passage at(String article, String title, String body, List<Integer> flat) {
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i + 2 < flat.size(); i += 3) {
      int shift = flat.get(i) == 0 ? 0 : title.length() + 1;
      places.add(new int[] {shift + flat.get(i + 1), shift + flat.get(i + 2)});
    }
    return of(article, title + "\n" + body, places);
  }

  /** What may stand about a word. */
  private enum About {
    NOTHING,
    CLITICS,
    PRONOUN_TOO
  }

  /** The words as they are printed, or with clitics where they are nowhere so. */
  private static Passage ofWords(String article, String title, String body, List<String> words) {
    for (About about : About.values()) {
      for (String word : words) {
        Pattern printed = printed(word, about);
        for (String text : List.of(body, title)) {
          Matcher found = printed.matcher(text);
          if (found.find()) {
            return of(article, text, List.of(new int[] {found.start(), found.end()}));
          }
        }
      }
    }
    return new Passage(article, "", List.of());
  }

  /** A word or several in a row; the article stays, so that «لجنة» is not «الجنة». */
  private static Pattern printed(String words, About about) {
    boolean definite = words.startsWith("ال") && words.length() > 4;
    String before = definite ? "[وف]?(?:[بك]?ال|لل)" : "[وف]?[بكل]?";
    boolean clitics = about != About.NOTHING;
    String letters = (clitics && definite ? words.substring(2) : words).strip();
    String behind = about == About.PRONOUN_TOO && !definite ? PRONOUN : "";
    if (!behind.isEmpty() && letters.length() > 2 && letters.endsWith("ة")) {
      letters = letters.substring(0, letters.length() - 1);
      behind = "ت" + PRONOUN;
    }
    return Pattern.compile(
        Stream.of(letters.split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+", BEGIN + (clitics ? before : ""), behind + END)));
  }

  /** The parts of a text around some places; of places that overlap the first is marked. */
  static Passage of(String article, String whole, List<int[]> places) {
    List<int[]> left = places.stream().sorted(Comparator.<int[]>comparingInt(p -> p[0])).toList();
    StringBuilder text = new StringBuilder();
    List<int[]> marks = new ArrayList<>();
    for (int i = 0; i < left.size(); ) {
      int end = left.get(i)[1];
      int next = i + 1;
      while (next < left.size() && left.get(next)[0] - end <= APART) {
        end = Math.max(end, left.get(next++)[1]);
      }
      Snippet cut = Snippet.of(whole, left.get(i)[0], end);
      String part = cut.text();
      int shift = text.length();
      if (i > 0) {
        String joined = text.toString().replaceFirst(" …$", "") + BETWEEN;
        int lead = part.startsWith("… ") ? 2 : 0;
        text = new StringBuilder(joined);
        part = part.substring(lead);
        shift = joined.length() - lead;
      }
      text.append(part);
      for (; i < next; i++) {
        int from = shift + cut.at(left.get(i)[0]);
        int to = shift + cut.at(left.get(i)[1]);
        if (to > from && (marks.isEmpty() || from >= marks.get(marks.size() - 1)[1])) {
          marks.add(new int[] {from, to});
        }
      }
    }
    return new Passage(article, text.toString(), marks);
  }
}

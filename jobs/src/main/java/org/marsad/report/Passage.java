package org.marsad.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

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

  private static final StructType CUT =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("marks", DataTypes.createArrayType(DataTypes.IntegerType));

  private static final UserDefinedFunction AT =
      udf(
          (UDF3<String, String, Seq<Integer>, Row>)
              (title, body, places) -> row(at(title, body, CollectionConverters.asJava(places))),
          CUT);

  private static final UserDefinedFunction OF_WORDS =
      udf(
          (UDF3<String, String, Seq<String>, Row>)
              (title, body, words) -> row(ofWords(title, body, CollectionConverters.asJava(words))),
          CUT);

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

  /** A place in an article as the next asks for it: of the columns' field, from start to end. */
  static Column place(Column field, Column start, Column end) {
    return array(when(field.equalTo("title"), 0).otherwise(1), start, end);
  }

  /**
   * Cuts rows with {@code title} and {@code body}.
   *
   * @param places arrays of {@link #place}
   */
  static Column cut(Column... places) {
    Column all = places.length == 1 ? places[0] : org.apache.spark.sql.functions.concat(places);
    return AT.apply(col("title"), col("body"), all);
  }

  /** The same at the first place of the first of some words that is found. */
  static Column cutAtWord(Column words) {
    return OF_WORDS.apply(col("title"), col("body"), words);
  }

  /** A cut column's value. */
  static Passage of(String article, Row cut) {
    if (cut == null) {
      return new Passage(article, "", List.of());
    }
    List<Integer> flat = cut.getList(1);
    return new Passage(
        article,
        cut.getString(0),
        IntStream.range(0, flat.size() / 2)
            .mapToObj(i -> new int[] {flat.get(2 * i), flat.get(2 * i + 1)})
            .toList());
  }

  private static Row row(Passage passage) {
    return RowFactory.create(
        passage.text(),
        passage.marks().stream().flatMapToInt(IntStream::of).boxed().toArray(Integer[]::new));
  }

  private static Passage at(String title, String body, List<Integer> flat) {
    List<int[]> places = new ArrayList<>();
    for (int i = 0; i + 2 < flat.size(); i += 3) {
      int shift = flat.get(i) == 0 ? 0 : title.length() + 1;
      places.add(new int[] {shift + flat.get(i + 1), shift + flat.get(i + 2)});
    }
    return of("", title + "\n" + body, places);
  }

  /** The words as they are printed, or behind clitics where they are nowhere so. */
  static Passage ofWords(String title, String body, List<String> words) {
    for (boolean clitics : new boolean[] {false, true}) {
      for (String word : words) {
        Pattern printed = printed(word, clitics);
        for (String text : List.of(body, title)) {
          Matcher found = printed.matcher(text);
          if (found.find()) {
            return of("", text, List.of(new int[] {found.start(), found.end()}));
          }
        }
      }
    }
    return new Passage("", "", List.of());
  }

  /** A word or several in a row; the article stays, so that «لجنة» is not «الجنة». */
  private static Pattern printed(String words, boolean clitics) {
    boolean definite = words.startsWith("ال") && words.length() > 4;
    String before = definite ? "[وف]?(?:[بك]?ال|لل)" : "[وف]?[بكل]?";
    return Pattern.compile(
        Stream.of((clitics && definite ? words.substring(2) : words).strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+", BEGIN + (clitics ? before : ""), END)));
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

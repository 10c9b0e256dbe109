package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Token;
import scala.jdk.javaapi.CollectionConverters;

class PackedTokensTest {
  private static final ArabicAnalyzer ANALYZER = ArabicAnalyzer.load(LexiconFiles.bundled());
  private static final String TITLE = "وبوتين في دمشق";
  private static final String BODY =
      "\u2029\n  قال الوزير: «وصل 😀 الوفد».  ثم غادر الوزير!\n\nوغادر 😀 الوفد دمشق، وفي دمشق قال";

  private final List<Token> title = ANALYZER.analyze(TITLE);
  private final List<Token> body = ANALYZER.analyze(BODY);
  private final PackedTokens packed = pack();

  private PackedTokens pack() {
    PackedTokens tokens = new PackedTokens(title.size() + body.size());
    tokens.add("title", title, stops(title), lemmas(title));
    tokens.add("body", body, stops(body), lemmas(body));
    return tokens;
  }

  private static String[] lemmas(List<Token> tokens) {
    return tokens.stream().map(Token::lemma).toArray(String[]::new);
  }

  private static boolean[] stops(List<Token> tokens) {
    boolean[] stops = new boolean[tokens.size()];
    for (int i = 0; i < stops.length; i++) {
      stops[i] = tokens.get(i).stop();
    }
    return stops;
  }

  @Test
  void whatIsPackedComesOutAgain() {
    Row stored =
        RowFactory.create(
            "a",
            seq(packed.words()),
            seq(Arrays.stream(packed.places()).boxed().toArray()),
            seq(Arrays.stream(packed.gaps()).boxed().toArray()),
            seq(packed.sentences()));
    List<String> unpacked = new ArrayList<>();
    PackedTokens.rows(stored).forEachRemaining(row -> unpacked.add(text(row)));

    List<String> expected = new ArrayList<>();
    title.forEach(t -> expected.add(text("title", t)));
    body.forEach(t -> expected.add(text("body", t)));
    assertEquals(expected, unpacked);
  }

  @Test
  void aWordIsKeptOnce() {
    List<String> words = Arrays.stream(packed.words()).map(row -> row.getString(0)).toList();
    assertEquals(words.stream().distinct().toList(), words);
    assertTrue(words.size() < title.size() + body.size());
  }

  /** As Spark gives an array back. */
  private static Object seq(Object[] cells) {
    return CollectionConverters.asScala(Arrays.asList(cells)).toSeq();
  }

  private static String text(String field, Token t) {
    return text(
        RowFactory.create(
            "a",
            field,
            t.paragraph(),
            t.sentence(),
            t.position(),
            t.start(),
            t.end(),
            t.surface(),
            t.lemma(),
            t.segments().toArray(String[]::new),
            t.pos().name(),
            t.stop(),
            t.stop() ? "null" : t.lemma()));
  }

  private static String text(Row row) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      cells.add(row.get(i) instanceof String[] parts ? List.of(parts) : row.get(i));
    }
    return cells.toString();
  }
}

package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text whatever. */
class AnyTextTest {
  private static final int LONG = 5_000_000;
  private static final int SECONDS = 20;

  @Property
  void offsetsReproduceTheSurface(@ForAll("texts") String text) {
    int end = 0;
    int position = 0;
    for (Token token : Examples.ANALYZER.analyze(text)) {
      assertTrue(token.start() >= end && token.end() > token.start());
      assertEquals(text.substring(token.start(), token.end()), token.surface());
      assertEquals(position++, token.position());
      assertTrue(token.stem() < token.segments().size());
      end = token.end();
    }
  }

  @Property
  void onlyBlanksAndInvisibleCharactersAreLeftOut(@ForAll("texts") String text) {
    StringBuilder rest = new StringBuilder(text);
    List<Token> tokens = Examples.ANALYZER.analyze(text);
    for (int i = tokens.size() - 1; i >= 0; i--) {
      rest.delete(tokens.get(i).start(), tokens.get(i).end());
    }
    for (char c : rest.toString().toCharArray()) {
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
      assertTrue(blank || Character.isISOControl(c) || Orthography.isControl(c));
    }
  }

  @Property
  void sentencesAndParagraphsNeverGoBack(@ForAll("texts") String text) {
    int sentence = 0;
    int paragraph = 0;
    for (Token token : Examples.ANALYZER.analyze(text)) {
      assertTrue(token.sentence() == sentence || token.sentence() == sentence + 1);
      assertTrue(token.paragraph() == paragraph || token.paragraph() == paragraph + 1);
      sentence = token.sentence();
      paragraph = token.paragraph();
    }
  }

  @Property
  void vowelSignsNeverChangeTheLemma(@ForAll("words") String word, @ForAll("signs") String signs) {
    StringBuilder vowelled = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      vowelled.append(word.charAt(i));
      if (!signs.isEmpty()) {
        vowelled.append(signs.charAt(i % signs.length()));
      }
    }
    assertEquals(Examples.lemmas(word), Examples.lemmas(vowelled.toString()));
  }

  @Property
  void lemmasAndSegmentsHoldNoInvisibleCharacterAndNoVowelSign(@ForAll("texts") String text) {
    for (Token token : Examples.ANALYZER.analyze(text)) {
      boolean word = Orthography.isArabicLetter(token.surface().codePointAt(0));
      String all = token.lemma() + String.join("", token.segments());
      assertTrue(!word || all.chars().noneMatch(c -> Orthography.isMark((char) c)), all);
    }
  }

  @Property
  void analysingTwiceSaysTheSame(@ForAll("texts") String text) {
    assertEquals(Examples.ANALYZER.analyze(text), Examples.ANALYZER.analyze(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ا", "ـ", "\"'", "ب.", "1,", "و", "a", "َ", "\u200F", "لل", "🙂", "http://"})
  void longRunsTakeLinearTime(String unit) {
    String text = unit.repeat(LONG / unit.length());
    // The thread's own time: a busy machine is no fault of the analyser.
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Examples.ANALYZER.analyze(text);
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertTrue(spent < SECONDS * 1_000_000_000L, "took " + spent / 1_000_000 + " ms");
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    List<Token> tokens = Examples.ANALYZER.analyze("قال 42 في المئة I");
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(
          tokens, ArabicAnalyzer.load(LexiconFiles.bundled()).analyze("قال 42 في المئة I"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> arabic =
        Arbitraries.strings()
            .withCharRange('\u0600', '\u06FF')
            .withCharRange(' ', '~')
            .withCharRange('\u2000', '\u2070')
            .withChars('\n', '\r', '\t', '\u00A0', '.', '،')
            .ofMaxLength(60);
    return Arbitraries.oneOf(arabic, Arbitraries.strings().all().ofMaxLength(60));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('\u0621', '\u063A')
        .withChars("فقكلمنهوي")
        .ofMinLength(1)
        .ofMaxLength(9);
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.strings().withCharRange('\u064B', '\u0652').ofMaxLength(4);
  }
}

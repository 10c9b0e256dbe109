package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> sentences(String text) {
    Map<Integer, String> all =
        Examples.ANALYZER.analyze(text).stream()
            .collect(
                Collectors.toMap(
                    Token::sentence, Token::surface, (a, b) -> a + " " + b, TreeMap::new));
    return List.copyOf(all.values());
  }

  @Test
  void stopsAndQuestionMarksEndSentences() {
    assertEquals(List.of("هدأ الوضع .", "لماذا ؟", "نعم !"), sentences("هدأ الوضع. لماذا؟ نعم!"));
  }

  @Test
  void aMissingBlankBehindTheStopSplits() {
    assertEquals(List.of("هدأ الوضع .", "وقال"), sentences("هدأ الوضع.وقال"));
  }

  @Test
  void closingQuotesStayWithTheirSentence() {
    assertEquals(List.of("قال : « نعم . »", "ثم ذهب"), sentences("قال: «نعم.» ثم ذهب"));
  }

  @Test
  void titlesInitialsNumbersAndAddressesDoNotSplit() {
    assertEquals(1, sentences("قال د. أحمد إن 3.5 من a.com قالت أ. ف. ب أمس").size());
  }

  @Test
  void aListNumberIsNoSentence() {
    assertEquals(List.of("1 . الوضع هادئ ."), sentences("1. الوضع هادئ."));
  }

  @Test
  void aYearsMarkBehindANumberEndsTheSentence() {
    assertEquals(List.of("في 1436 هـ .", "وقال"), sentences("في 1436هـ. وقال"));
  }

  @Test
  void gapsBeginParagraphs() {
    List<Token> tokens = Examples.ANALYZER.analyze("القائمة    نص من كلمات\t\tوآخر   منه");
    assertEquals(
        List.of(0, 1, 1, 1, 2, 2),
        tokens.stream().map(Token::paragraph).toList(),
        "4 blanks, 2 tabs");
    assertEquals(List.of(0, 1, 1, 1, 2, 2), tokens.stream().map(Token::sentence).toList());
    assertEquals(1, paragraphs("نص\u00A0\u00A0  آخر"), "blanks that do not break");
    assertEquals(1, paragraphs("نص  \tآخر"), "two blanks and a tab");
    assertEquals(0, paragraphs("نص \tآخر"));
  }

  private static int paragraphs(String text) {
    List<Token> tokens = Examples.ANALYZER.analyze(text);
    return tokens.get(tokens.size() - 1).paragraph();
  }

  @Test
  void lineBreaksBeginParagraphs() {
    List<Token> tokens = Examples.ANALYZER.analyze("عنوان\n\nنص\r\nآخر");
    assertEquals(List.of(0, 1, 2), tokens.stream().map(Token::paragraph).toList());
    assertEquals(List.of(0, 1, 2), tokens.stream().map(Token::sentence).toList());
  }

  @Test
  void theDatelineBelongsToTheFirstSentence() {
    String text = "استانا – وكالات: افتتحت أمس، جولة جديدة.";
    assertEquals(1, sentences(text).size());
    assertEquals("استانا – وكالات: ".length(), Sentences.datelineEnd(text));
  }

  @Test
  void aSpeakerIsNoDateline() {
    assertEquals(0, Sentences.datelineEnd("الأسد: سنواصل القتال - حتى النصر"));
    assertEquals(0, Sentences.datelineEnd("قال الوزير أمس إن الوضع هادئ - رويترز"));
  }
}

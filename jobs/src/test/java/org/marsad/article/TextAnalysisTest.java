package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Token;
import org.marsad.names.NameTagger;

class TextAnalysisTest {
  private static final ArabicAnalyzer ANALYZER = ArabicAnalyzer.bundled();
  private static final NameTagger TAGGER = NameTagger.load(LexiconFiles.bundled());

  @Test
  void aVerbIsAnotherTermThanTheNounOfItsSpelling() {
    assertEquals(
        "قدم/فعل وزير هدية حارس أصاب قدم", terms("وقدم الوزير هدية إلى الحارس. وأصيبت القدم."));
  }

  @Test
  void aRowOfTermsEndsAtWhatIsWrittenWithTheNextWord() {
    TermCounter counter = count("مباراة الهلال والنصر في ملعب الرياض");
    long breaks = Arrays.stream(counter.order()).filter(o -> o == TermCounter.BREAK).count();
    assertEquals(3, breaks);
  }

  @Test
  void whatIsPrintedAroundAnArticleCountsForNothing() {
    String news = "قال الرئيس السوري بشار الأسد إن الحرب ستنتهي هذا العام وقتل خمسة جنود في حلب.";
    String link = " رابط الخبر بصحيفة الأفق: قال الرئيس بشار الأسد إن عشرة مدنيين قتلوا في دمشق";
    Row plain = analysed(news);
    Row row = analysed(news + link + "\nحاتم النجيمي");
    for (String column : List.of("mentions", "titles", "quotes", "counts", "terms", "order")) {
      Object[] expected = cells(plain, column);
      assertTrue(expected.length > 0, column + ": else it proves nothing");
      assertArrayEquals(expected, cells(row, column), column);
    }
    assertTrue(cells(row, "tokens").length > cells(plain, "tokens").length);
  }

  private static Row analysed(String body) {
    Row article = RowFactory.create("a", "ufuq", LocalDate.of(2017, 9, 14), "k", "عنوان", body);
    LexiconFiles files = LexiconFiles.bundled();
    return TextAnalysis.analyse(
        article, TextAnalysis.Engine.of(files, TextAnalysis.version(files)));
  }

  private static Object[] cells(Row row, String column) {
    Object cell = row.get(List.of(TextTable.ANALYSED.schema().fieldNames()).indexOf(column));
    return cell instanceof int[] numbers
        ? Arrays.stream(numbers).boxed().toArray()
        : (Object[]) cell;
  }

  @ParameterizedTest
  @CsvSource({
    "قصفت الطائرات مدينة سيئون في حضرموت., سيئون, سيئون",
    "وقال أمين محافظة صبيا إن الأمطار غزيرة., صبيا, صبيا",
    "والصبيا في المدرسة كثيرون., والصبيا, صبي"
  })
  void aNameIsNoFormOfAWord(String text, String word, String lemma) {
    List<Token> tokens = ANALYZER.analyze(text);
    Token read =
        TextAnalysis.withNames(tokens, TAGGER.tag("", List.of(), text, tokens), false).stream()
            .filter(t -> t.surface().equals(word))
            .findFirst()
            .orElseThrow();
    assertEquals(lemma, read.lemma());
  }

  @Test
  void aNameThatBeginsWhereItsTokenDoesHasNoClitic() {
    Token token = ANALYZER.analyze("كايمان").get(0);
    assertEquals(List.of("ك", "ايمان"), token.segments(), "else it proves nothing");
    assertEquals("كايمان", token.asName(token.start()).lemma());
    assertEquals("ايمان", token.asName(token.start() + 1).lemma());
  }

  private static String terms(String text) {
    return count(text).terms().stream()
        .map(TermCounter.Term::term)
        .collect(Collectors.joining(" "));
  }

  private static TermCounter count(String text) {
    TermCounter counter = new TermCounter();
    List<Token> tokens = ANALYZER.analyze(text);
    TextAnalysis.add(new PackedTokens(tokens.size()), counter, "body", tokens, null, ANALYZER);
    return counter;
  }
}

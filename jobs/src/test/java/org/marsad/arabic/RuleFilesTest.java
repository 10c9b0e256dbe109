package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of every rule file through the whole analyser. */
class RuleFilesTest {
  private static final int PARTS = 12;

  @TestFactory
  Stream<DynamicTest> lettersHaveADisplayFormAndAKey() {
    return Examples.of(
        LetterTable.FILE,
        (row, example) -> {
          assertEquals(example[1], Orthography.clean(example[0]));
          assertEquals(example[2], Orthography.fold(example[0]));
        });
  }

  @TestFactory
  Stream<DynamicTest> abbreviationsAreOneToken() {
    return Examples.of(
        Abbreviations.FILE,
        (row, example) -> assertTrue(Examples.lemmas(example[0]).contains(example[1])));
  }

  @TestFactory
  Stream<DynamicTest> cliticsAreCut() {
    return Examples.of(
        Clitic.FILE,
        (row, example) ->
            assertEquals(example[1], String.join(" ", Examples.last(example[0]).segments())));
  }

  @TestFactory
  Stream<DynamicTest> inflectionsLeadToTheLemma() {
    return Examples.of(Inflection.FILE, RuleFilesTest::lemmaOfLast);
  }

  @TestFactory
  Stream<DynamicTest> verbShapesLeadToTheLemma() {
    return Examples.of(VerbShapes.FILE, RuleFilesTest::lemmaOfLast);
  }

  @TestFactory
  Stream<DynamicTest> verbsLeadToThemselves() {
    return Examples.of(VerbShapes.VERBS, RuleFilesTest::lemmaOfLast);
  }

  @TestFactory
  Stream<DynamicTest> correctionsHold() {
    return Examples.of(Lexicon.CORRECTIONS, RuleFilesTest::lemmaOfLast);
  }

  @TestFactory
  Stream<DynamicTest> homographsFollowTheWordBefore() {
    return Examples.of(
        Homographs.FILE,
        (row, example) -> {
          lemmaOfLast(row, example);
          assertEquals(row.get("pos"), Examples.last(example[0]).pos().name());
        });
  }

  @TestFactory
  Stream<DynamicTest> aPronounAsksForAVerbWithAnObject() {
    return Examples.of(ObjectVerbs.FILE, RuleFilesTest::lemmaOfLast);
  }

  @TestFactory
  Stream<DynamicTest> stopWordsAreNoTerms() {
    return Examples.of(
        Lexicon.STOP_WORDS,
        (row, example) -> {
          lemmaOfLast(row, example);
          assertTrue(Examples.last(example[0]).stop());
        });
  }

  @TestFactory
  Stream<DynamicTest> newsWordsAreNamed() {
    return Examples.of(
        ArabicAnalyzer.NEWS_WORDS,
        (row, example) -> {
          lemmaOfLast(row, example);
          assertTrue(Examples.ANALYZER.isNewsWord(example[1]));
        });
  }

  @TestFactory
  Stream<DynamicTest> datelinesEndBeforeTheSentence() {
    return Examples.of(
        Sentences.FILE,
        (row, example) ->
            assertEquals(
                example[1], example[0].substring(0, Sentences.datelineEnd(example[0])).strip()));
  }

  /**
   * How many examples are read otherwise where their row is left out: the others are listed forms
   * or another row leads to them too. One row in {@value #PARTS} is left out at a time.
   */
  @ParameterizedTest
  @CsvSource({Inflection.FILE + ", 88", VerbShapes.FILE + ", 51"})
  void mostExamplesNeedTheirRow(String file, int least) throws IOException {
    List<String> lines = new ArrayList<>();
    try (InputStream in = LexiconFiles.bundled().open(file)) {
      lines.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
    lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
    String header = lines.remove(0);
    int needed = 0;
    for (int part = 0; part < PARTS; part++) {
      List<String> kept = new ArrayList<>(List.of(header));
      List<String> out = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        (i % PARTS == part ? out : kept).add(lines.get(i));
      }
      byte[] without = String.join("\n", kept).getBytes(StandardCharsets.UTF_8);
      ArabicAnalyzer analyzer = ArabicAnalyzer.load(LexiconFiles.bundled().replace(file, without));
      for (String line : out) {
        String example = line.substring(line.lastIndexOf('\t') + 1).split("\\s*->\\s*")[0];
        List<Token> tokens = analyzer.analyze(example);
        needed += tokens.get(tokens.size() - 1).equals(Examples.last(example)) ? 0 : 1;
      }
    }
    assertTrue(needed >= least, needed + " of " + lines.size());
  }

  private static void lemmaOfLast(RuleFile.Row row, String[] example) {
    assertEquals(example[1], Examples.last(example[0]).lemma(), row.where());
  }

  @Test
  void everyListedFormIsAnalysedAsListed() {
    Set<String> elsewhere = new HashSet<>();
    LexiconFiles files = LexiconFiles.bundled();
    RuleFile.forEach(files, Lexicon.CORRECTIONS, row -> elsewhere.add(row.get("form")));
    RuleFile.forEach(files, Homographs.FILE, row -> elsewhere.add(row.get("form")));
    RuleFile.forEach(
        files,
        Lexicon.STOP_WORDS,
        row -> {
          elsewhere.add(row.get("lemma"));
          row.list("forms").forEach(f -> elsewhere.add(f.replace("ل+ال", "لل").replace("+", "")));
        });
    RuleFile.forEach(
        files,
        Lexicon.FORMS,
        row -> {
          String form = row.get("form");
          if (form.length() > 1 && !elsewhere.contains(form)) {
            Token token = Examples.last(form);
            String lemma = row.get("lemma").equals("=") ? form : row.get("lemma");
            assertEquals(lemma, token.lemma(), row.where());
            String cut = row.get("segments");
            assertEquals(cut.isEmpty() ? form : cut, String.join("+", token.segments()));
          }
        });
  }

  @Test
  void everySetExpressionMakesAStopWord() {
    List<String> all = new ArrayList<>();
    RuleFile.forEach(LexiconFiles.bundled(), Expressions.FILE, row -> all.add(row.get("words")));
    ArabicAnalyzer without = ArabicAnalyzer.load(withExpressions(List.of()));
    for (String words : all) {
      assertEquals(List.of(), terms(Examples.ANALYZER, words));
      assertEquals(List.of(), terms(Examples.ANALYZER, "و" + words));
      List<String> others = new ArrayList<>(all);
      others.remove(words);
      Expressions expressions = Expressions.read(withExpressions(others));
      List<Token> tokens = new ArrayList<>();
      for (Token token : without.analyze(words)) {
        tokens.add(token);
        Expressions.mark(expressions.endingWith(token.surface()), tokens);
      }
      assertFalse(tokens.stream().allMatch(Token::stop), words + " is not needed");
    }
  }

  private static LexiconFiles withExpressions(List<String> rows) {
    String file = "words\n" + String.join("\n", rows) + "\n";
    return LexiconFiles.bundled().replace(Expressions.FILE, file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> terms(ArabicAnalyzer analyzer, String text) {
    return analyzer.analyze(text).stream().filter(t -> !t.stop()).map(Token::lemma).toList();
  }

  @Test
  void aSetExpressionStandsInOneSentenceAsPrinted() {
    assertEquals(List.of("قال"), terms(Examples.ANALYZER, "وعلى سبيل المثال قال"));
    assertEquals(List.of("سبيل", "مثال"), terms(Examples.ANALYZER, "على السبيل المثال"));
    assertEquals(List.of("سبيل", "مثال"), terms(Examples.ANALYZER, "على سبيل. المثال"));
  }

  @Test
  void allRuleFilesExistAndAreNamed() {
    LexiconFiles files = LexiconFiles.bundled();
    for (String file : ArabicAnalyzer.ruleFiles()) {
      assertTrue(files.has(file) || Lexicon.NAMES.contains(file), file);
    }
  }

  @Test
  void aBrokenRowIsReportedWithItsPlace() {
    byte[] broken = "form\tcount\nقال\tmany\n".getBytes(StandardCharsets.UTF_8);
    LexiconFiles files = LexiconFiles.bundled().replace(Counts.FILE, broken);
    LexiconException e = assertThrows(LexiconException.class, () -> ArabicAnalyzer.load(files));
    assertTrue(e.getMessage().contains("counts.tsv:2"), e.getMessage());
  }

  @Test
  void anEmptyListSwitchesTheNewsFormulasOff() {
    byte[] none = "lemma\texample\n".getBytes(StandardCharsets.UTF_8);
    LexiconFiles files = LexiconFiles.bundled().replace(ArabicAnalyzer.NEWS_WORDS, none);
    assertTrue(Examples.ANALYZER.isNewsWord("قال"));
    assertFalse(ArabicAnalyzer.load(files).isNewsWord("قال"));
  }

  @Test
  void newsWordsAreNotStopWords() {
    Token said = Examples.last("قال");
    assertFalse(said.stop());
    assertEquals(List.of("قال"), said.segments());
  }
}

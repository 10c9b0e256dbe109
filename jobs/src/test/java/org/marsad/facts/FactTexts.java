package org.marsad.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.RuleFile;
import org.marsad.arabic.Token;
import org.marsad.names.EntityType;
import org.marsad.names.Mention;
import org.marsad.names.NameTagger;

/** Sentences through the whole chain: words, names, facts. */
final class FactTexts {
  static final FactExtractor EXTRACTOR = FactExtractor.load(LexiconFiles.bundled());

  private FactTexts() {}

  static Facts facts(String body) {
    return article("", body);
  }

  static Facts article(String title, String body) {
    List<Token> titleTokens = ArabicAnalyzer.bundled().analyze(title);
    List<Token> tokens = ArabicAnalyzer.bundled().analyze(body);
    List<Mention> names = NameTagger.bundled().tag(title, titleTokens, body, tokens);
    return EXTRACTOR.extract(title, titleTokens, body, tokens, names);
  }

  /** The titles beside a name, whatever the lexicon knows of it. */
  static List<String> titles(String body, String name) {
    int start = body.indexOf(name);
    Mention mention =
        new Mention(
            false, 0, 0, start, start + name.length(), name, "x", EntityType.PERSON, "", "", 1);
    List<Token> tokens = ArabicAnalyzer.bundled().analyze(body);
    return EXTRACTOR.extract("", List.of(), body, tokens, List.of(mention)).titles().stream()
        .map(PersonTitle::title)
        .toList();
  }

  interface Check {
    void of(RuleFile.Row row, String text, String expected);
  }

  /** One test a row: its example reads {@code text -> expected}. */
  static Stream<DynamicTest> rows(String file, Check check) {
    List<DynamicTest> tests = new ArrayList<>();
    RuleFile.forEach(
        LexiconFiles.bundled(),
        file,
        row -> {
          String[] parts = (row.required("example") + " ").split("\\s*->\\s*");
          tests.add(
              DynamicTest.dynamicTest(
                  row.where() + " " + row.get("example"),
                  () -> check.of(row, parts[0], parts.length > 1 ? parts[1].strip() : "")));
        });
    return tests.stream();
  }
}

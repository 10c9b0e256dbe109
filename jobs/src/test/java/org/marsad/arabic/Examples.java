package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The examples of a rule file as tests, one a row. */
final class Examples {
  static final ArabicAnalyzer ANALYZER = ArabicAnalyzer.bundled();

  private Examples() {}

  /** Calls {@code check} with the row and the parts of its example, which {@code ->} separates. */
  static Stream<DynamicTest> of(String file, BiConsumer<RuleFile.Row, String[]> check) {
    List<DynamicTest> tests = new ArrayList<>();
    RuleFile.forEach(
        LexiconFiles.bundled(),
        file,
        row -> {
          String[] parts = row.required("example").split("\\s*->\\s*");
          String name = row.where() + " " + row.get("example");
          tests.add(DynamicTest.dynamicTest(name, () -> check.accept(row, parts)));
        });
    return tests.stream();
  }

  static Token last(String text) {
    List<Token> tokens = ANALYZER.analyze(text);
    return tokens.get(tokens.size() - 1);
  }

  static List<String> lemmas(String text) {
    return ANALYZER.analyze(text).stream().map(Token::lemma).toList();
  }
}

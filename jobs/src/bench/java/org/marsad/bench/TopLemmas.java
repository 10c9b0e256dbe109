package org.marsad.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.Token;
import org.marsad.names.RawText;

/** The commonest lemmas of a corpus and random analysed sentences, for an editor's eye. */
public final class TopLemmas {
  private TopLemmas() {}

  /** Arguments: a file of texts (see {@link RawText}), how many lemmas, how many sentences. */
  public static void main(String[] args) throws Exception {
    List<String> texts = new ArrayList<>();
    RawText.forEach(Path.of(args[0]), texts::add);
    ArabicAnalyzer analyzer = ArabicAnalyzer.bundled();
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      for (Token token : analyzer.analyze(text)) {
        if (!token.stop() && !analyzer.isNewsWord(token.lemma())) {
          counts.merge(token.lemma(), 1, Integer::sum);
        }
      }
    }
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(Integer.parseInt(args[1]))
        .forEach(e -> System.out.print(e.getKey() + " " + e.getValue() + "، "));
    System.out.println();
    Random random = new Random(3);
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      List<Token> tokens = analyzer.analyze(texts.get(random.nextInt(texts.size())));
      if (!tokens.isEmpty()) {
        print(tokens, tokens.get(random.nextInt(tokens.size())).sentence());
      }
    }
  }

  private static void print(List<Token> tokens, int sentence) {
    StringBuilder line = new StringBuilder();
    for (Token t : tokens) {
      if (t.sentence() == sentence) {
        boolean same = t.lemma().equals(t.surface());
        line.append(same ? t.surface() : String.join("+", t.segments()) + "/" + t.lemma());
        line.append(t.stop() ? "° " : " ");
      }
    }
    System.out.println(line);
  }
}

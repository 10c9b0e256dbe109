package org.marsad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Lucene's ArabicAnalyzer, which normalises and stems by light10. */
public final class LuceneWords {
  private static final ArabicAnalyzer ANALYZER = new ArabicAnalyzer(CharArraySet.EMPTY_SET);

  private LuceneWords() {}

  /** What each word becomes; the word itself if nothing or more than one token is left of it. */
  static List<String> stems(List<String> words) {
    List<String> stems = new ArrayList<>();
    for (String word : words) {
      List<String> made = tokens(word);
      stems.add(made.size() == 1 ? made.get(0) : word);
    }
    return stems;
  }

  public static List<String> tokens(String text) {
    return tokens(ANALYZER, text);
  }

  static List<String> tokens(ArabicAnalyzer analyzer, String text) {
    List<String> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("f", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }
}

package org.marsad.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;

/** Tokens a second on one thread, over whole newspaper articles, beside Lucene's. */
final class Speed {
  private static final int ROUNDS = 4;

  private Speed() {}

  static void report(ArabicAnalyzer analyzer, Path corpus) throws IOException {
    List<String> texts = texts(corpus);
    double ours = best(texts, t -> analyzer.analyze(t).size());
    double lucene = best(texts, t -> LuceneWords.tokens(t).size());
    System.out.printf(
        Locale.ROOT,
        "speed: %,.0f tokens a second, Lucene %,.0f (%.2f of it)%n",
        ours,
        lucene,
        ours / lucene);
    long start = System.nanoTime();
    long before = used();
    ArabicAnalyzer fresh = ArabicAnalyzer.load(LexiconFiles.bundled());
    long ready = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        Locale.ROOT,
        "ready in %d ms, %d MB of data%n",
        ready,
        (used() - before) >> 20);
    fresh.analyze("");
  }

  private static double best(List<String> texts, ToIntFunction<String> analyze) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long tokens = 0;
      long start = System.nanoTime();
      for (String text : texts) {
        tokens += analyze.applyAsInt(text);
      }
      best = Math.max(best, tokens * 1e9 / (System.nanoTime() - start));
    }
    return best;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  static List<String> texts(Path corpus) throws IOException {
    List<String> texts = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        texts.add(text(line));
      }
    }
    return texts;
  }

  /** The value of {@code "text"}, its escapes resolved. */
  private static String text(String json) {
    int at = json.indexOf("\"text\"");
    int i = json.indexOf('"', at + 7) + 1;
    StringBuilder text = new StringBuilder(json.length());
    while (i < json.length() && json.charAt(i) != '"') {
      char c = json.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = json.charAt(i++);
      if (escaped == 'u') {
        text.append((char) Integer.parseInt(json.substring(i, i + 4), 16));
        i += 4;
      } else {
        text.append(escaped == 'n' || escaped == 'r' ? '\n' : escaped == 't' ? ' ' : escaped);
      }
    }
    return text.toString();
  }
}

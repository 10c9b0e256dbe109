package org.marsad.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The least that counts words: one thread reads JSON Lines, Lucene's ArabicAnalyzer cuts and stems,
 * hash maps count by day, source and stem. What Spark has to beat to be worth its weight
 * (McSherry, Isard, Murray: Scalability! But at what COST?, HotOS 2015). Arguments: the {@code
 * .jsonl.gz}, a file for the counts.
 */
public final class OneThread {
  private OneThread() {}

  /** Occurrences of a stem, and articles with it. */
  private static final class Count {
    private int occurrences;
    private int articles;
    private int lastArticle = -1;
  }

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    Map<String, Map<String, Count>> counts = new TreeMap<>();
    int articles = 0;
    long words = 0;
    try (ArabicAnalyzer analyzer = new ArabicAnalyzer();
        BufferedReader lines = lines(Path.of(args[0]))) {
      JsonMapper json = JsonMapper.builder().build();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode record = json.readTree(line);
        String text = record.path("title").asText("") + "\n" + record.path("text").asText("");
        String day = record.path("date").asText(record.path("time").asText(""));
        String group =
            day.substring(0, Math.min(10, day.length())) + "\t" + record.path("src").asText("");
        Map<String, Count> own = counts.computeIfAbsent(group, k -> new HashMap<>());
        words += count(analyzer, text, articles, own);
        articles++;
      }
    }
    long rows = write(counts, Path.of(args[1]));
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%d articles, %d words, %d rows: %.1f s, of the processors %.1f s%n",
        articles,
        words,
        rows,
        (System.nanoTime() - start) / 1e9,
        system.getProcessCpuTime() / 1e9);
  }

  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8));
  }

  private static long count(
      ArabicAnalyzer analyzer, String text, int article, Map<String, Count> counts)
      throws IOException {
    long words = 0;
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        Count count = counts.computeIfAbsent(term.toString(), k -> new Count());
        count.occurrences++;
        count.articles += count.lastArticle == article ? 0 : 1;
        count.lastArticle = article;
        words++;
      }
      stream.end();
    }
    return words;
  }

  private static long write(Map<String, Map<String, Count>> counts, Path file) throws IOException {
    long rows = 0;
    try (Writer out = Files.newBufferedWriter(file)) {
      for (var group : counts.entrySet()) {
        for (var term : new TreeMap<>(group.getValue()).entrySet()) {
          Count n = term.getValue();
          out.write(group.getKey() + "\t" + term.getKey() + "\t" + n.occurrences + "\t" + n.articles);
          out.write('\n');
          rows++;
        }
      }
    }
    return rows;
  }
}

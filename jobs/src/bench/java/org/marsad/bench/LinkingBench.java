package org.marsad.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.Token;
import org.marsad.names.Mention;
import org.marsad.names.NameTagger;

/**
 * The share of mentions with the right entity, by the judgements in {@code
 * src/bench/resources/linking-judgements.tsv}: {@code LinkingBench JUDGEMENTS CORPUS.jsonl.gz…}. A
 * mention judged wrong counts as mended when the tagger no longer says what was wrong; where it now
 * says something else, that is printed, for nobody has judged it.
 */
final class LinkingBench {
  private int right;
  private int lost;
  private int wrong;
  private int gone;

  private record Judgement(String field, int start, int end, String entityId, boolean right) {}

  private LinkingBench() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<Judgement>> all = new HashMap<>();
    for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
      String[] c = line.split("\t", -1);
      if (c.length == 8 && !c[0].equals("corpus")) {
        int start = Integer.parseInt(c[3]);
        Judgement judgement =
            new Judgement(c[2], start, Integer.parseInt(c[4]), c[6], c[7].equals("right"));
        all.computeIfAbsent(c[1], u -> new ArrayList<>()).add(judgement);
      }
    }
    LinkingBench bench = new LinkingBench();
    ObjectMapper json = new ObjectMapper();
    for (int i = 1; i < args.length; i++) {
      try (BufferedReader in = open(Path.of(args[i]))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          JsonNode article = json.readTree(line);
          List<Judgement> judged = all.remove(article.path("url").asText());
          if (judged != null) {
            bench.judge(article, judged);
          }
        }
      }
    }
    int found = bench.right + bench.wrong;
    System.out.printf(
        Locale.ROOT,
        "right %d of %d linked (%.1f %%); right ones no longer linked so %d, wrong ones mended %d,"
            + " articles not found %d%n",
        bench.right,
        found,
        100.0 * bench.right / found,
        bench.lost,
        bench.gone,
        all.size());
  }

  private static BufferedReader open(Path corpus) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8));
  }

  private void judge(JsonNode article, List<Judgement> judged) {
    String title = article.path("title").asText("");
    String body = article.path("text").asText("");
    List<Token> titleTokens = ArabicAnalyzer.bundled().analyze(title);
    List<Token> bodyTokens = ArabicAnalyzer.bundled().analyze(body);
    List<Mention> found = NameTagger.bundled().tag(title, titleTokens, body, bodyTokens);
    for (Judgement j : judged) {
      boolean same =
          found.stream()
              .anyMatch(
                  m ->
                      m.inTitle() == j.field().equals("title")
                          && m.start() < j.end()
                          && j.start() < m.end()
                          && m.entityId().equals(j.entityId()));
      if (j.right()) {
        right += same ? 1 : 0;
        lost += same ? 0 : 1;
      } else {
        wrong += same ? 1 : 0;
        gone += same ? 0 : 1;
      }
      if (!same) {
        found.stream()
            .filter(m -> m.inTitle() == j.field().equals("title"))
            .filter(m -> m.start() < j.end() && j.start() < m.end())
            .forEach(m -> System.out.println("now " + m.surface() + " " + m.entityId()));
      }
    }
  }
}

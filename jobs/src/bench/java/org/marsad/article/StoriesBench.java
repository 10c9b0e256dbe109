package org.marsad.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How well near-copies are told from other texts: on copies altered by rule, on pairs of documents
 * that share annotated passages, on headlines of the same and of other events.
 *
 * <p>Arguments: the directory that holds {@code corpora/} and {@code gold/}, and one where {@code
 * gold/text-reuse-1-300.tar.gz} was unpacked. Articles are split in halves by their place: the
 * thresholds were chosen on the even ones, the figures told are those of the odd ones.
 */
public final class StoriesBench {
  private static final int COPIES = 2000;
  private static final int[] NO_FORMULAS = {};

  private StoriesBench() {}

  public static void main(String[] args) throws IOException {
    Path shared = Path.of(args[0]);
    for (String corpus : List.of("saudinewsnet-half", "ant-v1.1")) {
      List<String> texts = AlteredCopies.texts(shared.resolve("corpora/" + corpus + ".jsonl.gz"));
      altered(corpus + ", chosen on", AlteredCopies.half(texts, 0));
      altered(corpus + ", held out", AlteredCopies.half(texts, 1));
    }
    reuse(Path.of(args[1]).resolve("text-reuse"));
    headlines(shared.resolve("gold/headlines"));
  }

  /** Each copy is looked up among all originals as a run does it: by sketch, then print. */
  private static void altered(String name, List<String> texts) {
    Print[] prints = texts.stream().map(Print::of).toArray(Print[]::new);
    Map<Integer, int[]> index = index(prints);
    AlteredCopies copies = new AlteredCopies(texts, new Random(20170914));
    Map<String, int[]> byKind = new LinkedHashMap<>();
    int[] all = new int[3];
    for (int i = 0; i < COPIES; i++) {
      AlteredCopies.Copy copy = copies.next();
      Print print = Print.of(copy.text());
      boolean found = false;
      for (int other : candidates(print, prints, index)) {
        if (prints[other].nearCopyOf(print, 0, NO_FORMULAS)) {
          boolean right = other == copy.original() || alike(prints[other], prints[copy.original()]);
          found |= other == copy.original();
          all[right ? 1 : 2]++;
        }
      }
      count(byKind, "all", found);
      count(byKind, copy.change(), found);
      count(byKind, copy.share() < 0.2 ? "up to a fifth" : "a fifth to a third", found);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d articles, %d copies, precision %.4f (%d of %d links)%n",
        name,
        texts.size(),
        COPIES,
        (double) all[1] / (all[1] + all[2]),
        all[1],
        all[1] + all[2]);
    byKind.forEach(
        (kind, n) ->
            System.out.printf(
                Locale.ROOT, "  %-20s recall %.3f of %d%n", kind, (double) n[0] / n[1], n[1]));
  }

  private static void count(Map<String, int[]> counts, String key, boolean found) {
    int[] n = counts.computeIfAbsent(key, k -> new int[2]);
    n[0] += found ? 1 : 0;
    n[1]++;
  }

  /** Whether two originals are themselves copies of one another, or close to it. */
  private static boolean alike(Print a, Print b) {
    int common = Shingles.common(a.shingles(), b.shingles());
    return common >= 0.2 * Math.min(a.shingles().length, b.shingles().length);
  }

  private static Map<Integer, int[]> index(Print[] prints) {
    Map<Integer, int[]> index = new HashMap<>();
    for (int i = 0; i < prints.length; i++) {
      for (int shingle : Shingles.sketch(prints[i].shingles())) {
        int[] found = index.getOrDefault(shingle, new int[0]);
        if (found.length <= Candidates.CROWDED) {
          found = Arrays.copyOf(found, found.length + 1);
          found[found.length - 1] = i;
          index.put(shingle, found);
        }
      }
    }
    return index;
  }

  private static List<Integer> candidates(
      Print print, Print[] prints, Map<Integer, int[]> index) {
    int[] sketch = Shingles.sketch(print.shingles());
    Map<Integer, Integer> shared = new HashMap<>();
    for (int shingle : sketch) {
      int[] found = index.getOrDefault(shingle, new int[0]);
      if (found.length < Candidates.CROWDED) {
        Arrays.stream(found).forEach(i -> shared.merge(i, 1, Integer::sum));
      }
    }
    List<Integer> candidates = new ArrayList<>();
    shared.forEach(
        (i, n) -> {
          int other = Shingles.sketch(prints[i].shingles()).length;
          if (Candidates.enough(n, sketch.length, other)) {
            candidates.add(i);
          }
        });
    return candidates;
  }

  /** Pairs of documents by how much of the shorter is reused. */
  private static void reuse(Path directory) throws IOException {
    Map<String, int[]> joined = new LinkedHashMap<>();
    int[] candidates = new int[2];
    for (ReusedPassages.Pair pair : ReusedPassages.read(directory)) {
      Print a = Print.of(pair.suspicious());
      Print b = Print.of(pair.source());
      String share =
          pair.share() >= 0.67 ? "two thirds and more" : pair.share() >= 0.33 ? "a third" : "less";
      count(joined, share, a.nearCopyOf(b, 0, NO_FORMULAS));
      if (pair.share() >= 0.67) {
        System.out.printf(
            Locale.ROOT,
            "  reused %.2f: %d and %d shingles, overlap %.2f%n",
            pair.share(),
            a.shingles().length,
            b.shingles().length,
            a.overlap(b));
      }
      int[] x = Shingles.sketch(a.shingles());
      int[] y = Shingles.sketch(b.shingles());
      candidates[0] += Shingles.common(x, y) >= 3 ? 1 : 0;
      candidates[1]++;
    }
    joined.forEach(
        (share, n) ->
            System.out.printf(
                Locale.ROOT, "reused %s: %d of %d pairs joined%n", share, n[0], n[1]));
    System.out.printf(
        Locale.ROOT,
        "reuse of any length seen by the sketches: %d of %d pairs%n",
        candidates[0],
        candidates[1]);
  }

  private static void headlines(Path directory) throws IOException {
    Map<String, int[]> joined = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        for (List<String> row : AlteredCopies.csv(file)) {
          count(joined, row.get(2), Print.of(row.get(0)).nearCopyOf(Print.of(row.get(1)), 0, NO_FORMULAS));
        }
      }
    }
    joined.remove("stance");
    joined.forEach(
        (stance, n) ->
            System.out.printf(
                Locale.ROOT, "headlines that %s: %d of %d pairs joined%n", stance, n[0], n[1]));
  }
}

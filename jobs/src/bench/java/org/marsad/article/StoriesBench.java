package org.marsad.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.run.Sessions;

/**
 * How well near-copies are told from other texts, by {@link Stories} as a run calls it: on copies
 * altered by rule and printed by several papers on several days, among the articles of a corpus; on
 * pairs of documents that share annotated passages, on headlines of the same and of other events.
 *
 * <p>Arguments: the directory that holds {@code corpora/} and {@code gold/}, and one where {@code
 * gold/text-reuse-1-300.tar.gz} was unpacked. Articles are split in halves by their place: the
 * thresholds were chosen on the even ones, the figures told are those of the odd ones.
 */
public final class StoriesBench {
  private static final int COPIES = 4000;

  /** A piece is copied by so many other papers at most. */
  private static final int MOST_COPIES = 8;

  private static final int PAPERS = 14;
  private static final int PARTITIONS = 4;
  private static final LocalDate DAY = LocalDate.of(2017, 9, 14);

  private final SparkSession spark;

  private StoriesBench(SparkSession spark) {
    this.spark = spark;
  }

  public static void main(String[] args) throws IOException {
    Path shared = Path.of(args[0]);
    try (Sessions.Session session = Sessions.open()) {
      StoriesBench bench = new StoriesBench(session.spark());
      for (String corpus : List.of("saudinewsnet-half", "ant-v1.1")) {
        List<AlteredCopies.Original> all =
            AlteredCopies.originals(shared.resolve("corpora/" + corpus + ".jsonl.gz"));
        bench.alone(corpus, all);
        bench.altered(corpus + ", chosen on", AlteredCopies.half(all, 0), Print.LATEST);
        bench.altered(corpus + ", held out", AlteredCopies.half(all, 1), Print.LATEST);
        bench.altered(corpus + ", held out", AlteredCopies.half(all, 1), 3 * Print.LATEST);
      }
      bench.reuse(Path.of(args[1]).resolve("text-reuse"));
      bench.headlines(shared.resolve("gold/headlines"));
    }
  }

  /** The story of each article, by the articles' ids. */
  private Map<String, String> stories(List<Row> articles) {
    return StoryRun.made(spark, articles, PARTITIONS)
        .get(ArticleTable.ARTICLES)
        .select("article_id", "story_id")
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(r -> r.getString(0), r -> r.getString(1)));
  }

  /** The stories of a corpus as it is. */
  private void alone(String name, List<AlteredCopies.Original> originals) {
    Map<String, Integer> sizes = new HashMap<>();
    stories(rows(originals)).values().forEach(story -> sizes.merge(story, 1, Integer::sum));
    List<Integer> several =
        sizes.values().stream().filter(n -> n > 1).sorted(Collections.reverseOrder()).toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %d articles, %d stories, %d of them with %d articles, the largest with %s%n",
        name,
        originals.size(),
        sizes.size(),
        several.size(),
        several.stream().mapToInt(n -> n).sum(),
        several.subList(0, Math.min(8, several.size())));
  }

  private static List<Row> rows(List<AlteredCopies.Original> originals) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < originals.size(); i++) {
      AlteredCopies.Original o = originals.get(i);
      rows.add(StoryRun.article("o" + i, o.source(), o.text(), o.day()));
    }
    return rows;
  }

  /** A copy within the run, and the place of its original. */
  private record Printed(String id, int original, int copies, int days, AlteredCopies.Copy copy) {}

  /**
   * Pieces that up to {@link #MOST_COPIES} other papers print, altered by each, up to so many days
   * later, among all articles.
   */
  private void altered(String name, List<AlteredCopies.Original> originals, int latest) {
    Random random = new Random(20170914);
    AlteredCopies altered = new AlteredCopies(originals, random);
    List<Row> rows = rows(originals);
    List<Printed> copies = new ArrayList<>();
    while (copies.size() < COPIES) {
      int original = random.nextInt(originals.size());
      AlteredCopies.Original piece = originals.get(original);
      int papers = 1 + random.nextInt(MOST_COPIES);
      for (String paper : papers(piece, originals, papers, random)) {
        AlteredCopies.Copy copy = altered.of(piece.text());
        int days = random.nextInt(latest + 1);
        String id = "c" + copies.size();
        copies.add(new Printed(id, original, papers, days, copy));
        rows.add(StoryRun.article(id, paper, copy.text(), piece.day().plusDays(days)));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, up to %d days later: %d articles, %d copies of %d%n",
        name,
        latest,
        originals.size(),
        copies.size(),
        copies.stream().map(Printed::original).distinct().count());
    told(originals, copies, stories(rows));
  }

  /** Some papers of the corpus, and others if it has few, none of them the piece's own. */
  private static List<String> papers(
      AlteredCopies.Original piece, List<AlteredCopies.Original> originals, int n, Random random) {
    Set<String> papers = new LinkedHashSet<>();
    originals.forEach(o -> papers.add(o.source()));
    for (int i = papers.size(); i < PAPERS; i++) {
      papers.add("paper " + i);
    }
    papers.remove(piece.source());
    List<String> drawn = new ArrayList<>(papers);
    Collections.shuffle(drawn, random);
    return drawn.subList(0, n);
  }

  /** Prints how many copies stand with their original, and how many of those with them belong. */
  private static void told(
      List<AlteredCopies.Original> originals, List<Printed> copies, Map<String, String> stories) {
    Map<String, List<Integer>> members = new HashMap<>();
    for (int i = 0; i < originals.size(); i++) {
      members.computeIfAbsent(stories.get("o" + i), s -> new ArrayList<>()).add(i);
    }
    copies.forEach(
        c ->
            members
                .computeIfAbsent(stories.get(c.id()), s -> new ArrayList<>())
                .add(c.original()));
    Likeness likeness = new Likeness(originals);
    Map<String, int[]> recall = new LinkedHashMap<>();
    long[] pairs = new long[2];
    double shares = 0;
    int joined = 0;
    for (Printed c : copies) {
      String story = stories.get(c.id());
      List<Integer> others = members.get(story);
      long right = others.stream().filter(o -> likeness.alike(o, c.original())).count() - 1;
      pairs[0] += right;
      pairs[1] += others.size() - 1;
      if (others.size() > 1) {
        shares += (double) right / (others.size() - 1);
        joined++;
      }
      boolean found = story.equals(stories.get("o" + c.original()));
      for (String kind : kinds(c)) {
        count(recall, kind, found);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  precision %.4f over copies, %.4f over pairs (%d of %d)%n",
        shares / joined,
        (double) pairs[0] / pairs[1],
        pairs[0],
        pairs[1]);
    recall.forEach(
        (kind, n) ->
            System.out.printf(
                Locale.ROOT, "  %-20s recall %.3f of %d%n", kind, (double) n[0] / n[1], n[1]));
  }

  private static List<String> kinds(Printed c) {
    String share = c.copy().share() < 0.2 ? "up to a fifth" : "a fifth to a third";
    String papers = c.copies() < 3 ? "1 or 2 copies" : c.copies() < 6 ? "3 to 5" : "6 to 8";
    String days = c.days() <= Print.LATEST ? "within days " + Print.LATEST : "later";
    return List.of("all", c.copy().change(), share, papers, days);
  }

  private static void count(Map<String, int[]> counts, String key, boolean found) {
    int[] n = counts.computeIfAbsent(key, k -> new int[2]);
    n[0] += found ? 1 : 0;
    n[1]++;
  }

  /**
   * Whether two originals are themselves copies of one another, or close to it: they share a fifth
   * of the shorter's shingles, those of many articles (footers, formulas) left out.
   */
  private static final class Likeness {
    private final List<int[]> shingles = new ArrayList<>();

    Likeness(List<AlteredCopies.Original> originals) {
      Map<Integer, Integer> articles = new HashMap<>();
      for (AlteredCopies.Original o : originals) {
        int[] of = Shingles.of(Shingles.words(o.text()));
        shingles.add(of);
        Arrays.stream(of).forEach(s -> articles.merge(s, 1, Integer::sum));
      }
      shingles.replaceAll(
          of -> Arrays.stream(of).filter(s -> articles.get(s) <= Candidates.CROWDED).toArray());
    }

    boolean alike(int a, int b) {
      int[] x = shingles.get(a);
      int[] y = shingles.get(b);
      return a == b || Shingles.common(x, y) >= Math.max(1, 0.2 * Math.min(x.length, y.length));
    }
  }

  /** Whether the two of each pair came into one story; all texts of one day, each of a source. */
  private Map<String, int[]> joined(List<TextPair> pairs) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (TextPair pair : pairs) {
      ids.putIfAbsent(pair.a(), "t" + ids.size());
      ids.putIfAbsent(pair.b(), "t" + ids.size());
    }
    List<Row> rows = new ArrayList<>();
    ids.forEach((text, id) -> rows.add(StoryRun.article(id, "source " + id, text, DAY)));
    Map<String, String> stories = stories(rows);
    Map<String, int[]> joined = new LinkedHashMap<>();
    for (TextPair pair : pairs) {
      String a = stories.get(ids.get(pair.a()));
      count(joined, pair.kind(), a.equals(stories.get(ids.get(pair.b()))));
    }
    return joined;
  }

  private record TextPair(String a, String b, String kind) {}

  /** Pairs of documents by how much of the shorter is reused. */
  private void reuse(Path directory) throws IOException {
    List<TextPair> pairs = new ArrayList<>();
    int candidates = 0;
    for (ReusedPassages.Pair pair : ReusedPassages.read(directory)) {
      Print a = Print.of(pair.suspicious());
      Print b = Print.of(pair.source());
      String share =
          pair.share() >= 0.67 ? "two thirds and more" : pair.share() >= 0.33 ? "a third" : "less";
      pairs.add(new TextPair(pair.suspicious(), pair.source(), share));
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
      candidates += Shingles.common(x, y) >= Candidates.LEAST_SHARED ? 1 : 0;
    }
    joined(pairs)
        .forEach(
            (share, n) ->
                System.out.printf(
                    Locale.ROOT, "reused %s: %d of %d pairs joined%n", share, n[0], n[1]));
    System.out.printf(
        Locale.ROOT,
        "reuse of any length seen by the sketches: %d of %d pairs%n",
        candidates,
        pairs.size());
  }

  private void headlines(Path directory) throws IOException {
    List<TextPair> pairs = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        for (List<String> row : AlteredCopies.csv(file)) {
          if (!row.get(2).equals("stance")) {
            pairs.add(new TextPair(row.get(0), row.get(1), row.get(2)));
          }
        }
      }
    }
    joined(pairs)
        .forEach(
            (stance, n) ->
                System.out.printf(
                    Locale.ROOT,
                    "headlines that %s: %d of %d pairs joined%n",
                    stance,
                    n[0],
                    n[1]));
  }
}

package org.marsad.arabic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marsad.names.RawText;

/**
 * Learns from raw news what stands beside verbs and what beside nouns and adjectives, without any
 * annotation: words that can be only one of these teach what those that can be several are. Writes
 * {@code contexts.tsv} and {@code verb_shares.tsv}; see {@link Contexts}.
 */
public final class TrainContexts {
  /** Words that stand so often have a row of their own. */
  private static final int COMMON = 300;

  /** Forms that stand so often have a share of their own. */
  private static final int LEAST = 20;

  /** Verbs that stand so often tell how many of their perfects are feminine. */
  private static final int KNOWN = 50;

  private static final int ROUNDS = 30;

  /** Occurrences that are shared evenly, added to those seen. */
  private static final double EVEN = 2;

  private static final int LONGEST_NOUN = 5;

  private static final int SIDES = Contexts.Side.values().length;
  private static final int USES = Contexts.Use.values().length;

  private record Word(WordCache.Known known, int sentence) {}

  private final List<String> texts;
  private final Map<String, Integer> counts = new HashMap<>();

  /** How many feminine perfects there are for each masculine one, of a verb that has few. */
  private double fewFeminines;

  private TrainContexts(List<String> texts) {
    this.texts = texts;
  }

  /** Arguments: the lexicon's directory, then files of texts (see {@link RawText}). */
  public static void main(String[] args) throws IOException {
    Path lexicon = Path.of(args[0]);
    List<String> texts = new ArrayList<>();
    for (String file : List.of(args).subList(1, args.length)) {
      RawText.forEach(
          Path.of(file),
          text -> {
            int end = text.indexOf("\n\n");
            if (end >= 0) {
              texts.add(text.substring(0, end));
            }
            texts.add(text.substring(end < 0 ? 0 : end + 2));
          });
    }
    TrainContexts trainer = new TrainContexts(texts);
    Path contexts = lexicon.resolve(Contexts.FILE);
    write(contexts, trainer.places(ArabicAnalyzer.load(LexiconFiles.bundled())));
    Path shares = lexicon.resolve(Contexts.SHARES);
    byte[] none = "form\tnoun\tadjective\tperfect\n".getBytes(StandardCharsets.UTF_8);
    LexiconFiles files =
        LexiconFiles.bundled()
            .replace(Contexts.FILE, Files.readAllBytes(contexts))
            .replace(Contexts.SHARES, none);
    write(shares, trainer.shares(ArabicAnalyzer.load(files)));
  }

  /** Keeps the comment at the file's head. */
  private static void write(Path file, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("#")) {
        lines.add(line);
      }
    }
    lines.addAll(rows);
    Files.write(file, lines);
    System.out.println(file + ": " + (rows.size() - 1) + " rows");
  }

  private List<Word> words(ArabicAnalyzer analyzer, String text) {
    List<Word> words = new ArrayList<>();
    analyzer.scan(text, (word, start, end, p, sentence) -> words.add(new Word(word, sentence)));
    return words;
  }

  private List<String> places(ArabicAnalyzer analyzer) {
    for (String text : texts) {
      for (Word word : words(analyzer, text)) {
        counts.merge(Orthography.clean(word.known.surface()), 1, Integer::sum);
      }
    }
    Set<String> common =
        counts.entrySet().stream()
            .filter(e -> e.getValue() >= COMMON && !e.getKey().isBlank())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    Map<String, int[]> places = new TreeMap<>();
    Set<String> perfects = new TreeSet<>();
    for (String text : texts) {
      boolean prose = Print.of(text).prose();
      List<Word> words = words(analyzer, text);
      for (int i = 0; i < words.size(); i++) {
        Analysis word = words.get(i).known.analysis();
        Contexts.Use use = taught(word);
        if (use == null) {
          continue;
        }
        if (use == Contexts.Use.PERFECT) {
          perfects.add(word.written());
        }
        String begin = prose ? Contexts.BEGIN : Contexts.HEADLINE;
        WordCache.Known before = neighbour(words, i, -1);
        WordCache.Known behind = neighbour(words, i, 1);
        count(places, before == null ? begin : key(before, common), side(words, i), use);
        String next = behind == null ? Contexts.END : key(behind, common);
        count(places, next, Contexts.Side.BEHIND, use);
      }
    }
    double[] ratios =
        perfects.stream().filter(v -> counts.getOrDefault(v, 0) >= KNOWN).mapToDouble(this::feminines).sorted().toArray();
    fewFeminines = ratios[ratios.length / 10];
    System.out.printf(Locale.ROOT, "feminine perfects for each masculine: %.2f, few %.3f%n", ratios[ratios.length / 2], fewFeminines);
    List<String> rows = new ArrayList<>();
    StringBuilder header = new StringBuilder("word");
    for (Contexts.Side side : Contexts.Side.values()) {
      for (Contexts.Use use : Contexts.Use.values()) {
        header.append('\t').append(side.column(use));
      }
    }
    rows.add(header.toString());
    places.forEach(
        (key, n) ->
            rows.add(
                key + Arrays.stream(n).mapToObj(c -> "\t" + c).collect(Collectors.joining())));
    return rows;
  }

  /** How many feminine perfects there are for each occurrence of a form: قدمت for قدم. */
  private double feminines(String form) {
    int end = form.length() - 1;
    String stem = "اى".indexOf(form.charAt(end)) < 0 ? form : form.substring(0, end);
    return counts.getOrDefault(stem + "ت", 0) / (double) Math.max(1, counts.getOrDefault(form, 0));
  }

  private static String key(WordCache.Known word, Set<String> common) {
    String surface = Orthography.clean(word.surface());
    return common.contains(surface) ? surface : Contexts.classOf(word.analysis());
  }

  private static void count(
      Map<String, int[]> places, String key, Contexts.Side side, Contexts.Use use) {
    for (String each : List.of(key, Contexts.ALL)) {
      places.computeIfAbsent(each, k -> new int[SIDES * USES])[
          side.ordinal() * USES + use.ordinal()]++;
    }
  }

  /** The word so many places away within the sentence, or null. */
  private static WordCache.Known neighbour(List<Word> words, int place, int away) {
    int at = place + away;
    boolean within =
        at >= 0 && at < words.size() && words.get(at).sentence == words.get(place).sentence;
    return within ? words.get(at).known : null;
  }

  private static Contexts.Side side(List<Word> words, int place) {
    WordCache.Known beforeLast = neighbour(words, place, -2);
    Analysis word = words.get(place).known.analysis();
    return Contexts.Side.of(word, beforeLast == null ? null : beforeLast.analysis());
  }

  /** As what a word teaches: it has one reading only, and looks like those that have several. */
  private static Contexts.Use taught(Analysis word) {
    String written = word.written();
    boolean plain =
        !word.stop()
            && !word.hasArticle()
            && !word.hasPreposition()
            && !word.hasSuffix()
            && word.readings().isEmpty()
            && word.choices().isEmpty()
            && (word.stem() == 0 || word.stem() == 1 && word.is(Traits.CONJUNCTION));
    if (!plain || !written.equals(word.lemma())) {
      return null;
    }
    Contexts.Use use = Contexts.use(word);
    boolean nominal = use == Contexts.Use.NOUN || use == Contexts.Use.ADJECTIVE;
    boolean like = !written.endsWith("ة") && (use != Contexts.Use.NOUN || written.length() <= LONGEST_NOUN);
    return nominal && !like ? null : use;
  }

  private List<String> shares(ArabicAnalyzer analyzer) {
    // Of each occurrence of a form how well each use goes with its neighbours; NaN for no reading.
    Map<String, List<double[]>> forms = new TreeMap<>();
    for (String text : texts) {
      List<Word> words = words(analyzer, text);
      for (int i = 0; i < words.size(); i++) {
        Analysis word = words.get(i).known.analysis();
        if (word.readings().isEmpty() || word.hasSuffix()) {
          continue;
        }
        WordCache.Known previous = neighbour(words, i, -1);
        WordCache.Known next = neighbour(words, i, 1);
        Contexts.Place before = previous == null ? analyzer.begin(text) : previous.place();
        Contexts.Place behind = next == null ? analyzer.end() : next.place();
        Contexts.Side side = side(words, i);
        double[] fits = new double[USES];
        Arrays.fill(fits, Double.NaN);
        for (Contexts.Reading r : word.readings()) {
          fits[r.use().ordinal()] = Contexts.fit(r.use(), side, before, behind);
        }
        forms.computeIfAbsent(word.written(), f -> new ArrayList<>()).add(fits);
      }
    }
    List<String> rows = new ArrayList<>(List.of("form\tnoun\tadjective\tperfect"));
    forms.forEach(
        (form, seen) -> {
          if (seen.size() >= LEAST) {
            rows.add(form + row(seen, mostVerbs(form)));
          }
        });
    return rows;
  }

  /** A form of whose verb there is hardly a feminine is mostly no verb, whatever stands beside. */
  private double mostVerbs(String form) {
    return Math.min(1, feminines(form) / fewFeminines);
  }

  private static String row(List<double[]> seen, double mostVerbs) {
    double[] shares = new double[USES];
    Arrays.fill(shares, 1.0 / USES);
    for (int round = 0; round < ROUNDS; round++) {
      double[] sums = new double[USES];
      for (double[] fits : seen) {
        double[] weights = new double[USES];
        double total = 0;
        for (int use = 0; use < USES; use++) {
          weights[use] = Double.isNaN(fits[use]) ? 0 : shares[use] * Math.exp(fits[use]);
          total += weights[use];
        }
        for (int use = 0; use < USES; use++) {
          sums[use] += weights[use] / total;
        }
      }
      for (int use = 0; use < USES; use++) {
        boolean read = sums[use] > 0;
        shares[use] = read ? (sums[use] + EVEN / 2) / (seen.size() + EVEN) : 0;
      }
    }
    int perfect = Contexts.Use.PERFECT.ordinal();
    if (shares[perfect] > mostVerbs) {
      double others = 1 - shares[perfect];
      for (int use = 0; use < USES; use++) {
        shares[use] = use == perfect ? mostVerbs : shares[use] / others * (1 - mostVerbs);
      }
    }
    return Arrays.stream(shares)
        .mapToObj(share -> "\t" + Math.round(100 * share))
        .collect(Collectors.joining());
  }
}

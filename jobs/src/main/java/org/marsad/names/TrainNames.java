package org.marsad.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Token;

/**
 * Trains the model of names:
 *
 * <pre>
 * java -Xmx5g -cp marsad.jar org.marsad.names.TrainNames --output names.model \
 *   --gold news.txt --other encyclopedia.txt --raw archive.jsonl.gz
 * </pre>
 *
 * {@code --gold} and {@code --other} hold {@code word TAG} lines with BIO tags, {@code --other}
 * text of another kind than the news that is aimed at; {@code --raw} text without annotation (see
 * {@link RawText}), of which any amount may be given: an archive of one's own makes the word
 * classes fit it, and of one text in three the model then learns once more what it found there
 * itself where it was sure (self-training); {@code --classes} takes the word classes of a model
 * made before. The model goes into a directory given with {@code --lexicon} when Marsad runs.
 */
public final class TrainNames {
  static final int[] CLASSES = {640, 160, 40};
  static final int LEAST_COUNT = 4;
  static final int CLUSTER_ROUNDS = 8;
  static final int SENTENCES = 15;
  static final float OTHER_WEIGHT = 0.4f;

  /** Of so many raw texts the model learns from one. */
  static final int RAW_TEXTS = 3;

  static final float RAW_WEIGHT = 0.15f;

  /** Longer raw texts are no news. */
  private static final int RAW_LENGTH = 20_000;

  private static final String USAGE =
      "TrainNames --output FILE --gold FILE… [--other FILE…] [--raw FILE…] [--classes MODEL]"
          + " [--lexicon DIR]";

  private final ArabicAnalyzer analyzer;
  private final LexiconFiles files;
  private final PrintStream log;

  TrainNames(LexiconFiles files, PrintStream log) {
    this.files = files;
    this.log = log;
    analyzer = ArabicAnalyzer.load(files);
  }

  public static void main(String[] args) throws IOException {
    PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    TreeMap<String, List<Path>> options = options(args);
    if (!options.containsKey("--output") || !options.containsKey("--gold")) {
      log.println(USAGE);
      return;
    }
    List<Path> lexicon = options.getOrDefault("--lexicon", List.of());
    TrainNames trainer =
        new TrainNames(
            lexicon.isEmpty() ? LexiconFiles.bundled() : LexiconFiles.with(lexicon.get(0)), log);
    List<GoldText> gold = texts(options.get("--gold"));
    List<GoldText> other = texts(options.getOrDefault("--other", List.of()));
    WordFacts facts = trainer.facts(options);
    List<CrfTrainer.Example> examples = trainer.examples(gold, false, facts);
    examples.addAll(trainer.examples(other, true, facts));
    List<String> raw = raw(options.getOrDefault("--raw", List.of()));
    byte[] model = trainer.train(examples, raw, facts).toBytes();
    Files.write(options.get("--output").get(0), model);
    log.printf(Locale.ROOT, "%s: %,d bytes%n", options.get("--output").get(0), model.length);
  }

  private static TreeMap<String, List<Path>> options(String[] args) {
    TreeMap<String, List<Path>> options = new TreeMap<>();
    List<Path> current = new ArrayList<>();
    for (String arg : args) {
      if (arg.startsWith("--")) {
        current = options.computeIfAbsent(arg, k -> new ArrayList<>());
      } else {
        current.add(Path.of(arg));
      }
    }
    return options;
  }

  private static List<GoldText> texts(List<Path> paths) throws IOException {
    List<GoldText> all = new ArrayList<>();
    for (Path path : paths) {
      all.addAll(GoldText.read(path, SENTENCES));
    }
    return all;
  }

  /** The raw texts that the model learns from, in order. */
  static List<String> raw(List<Path> paths) throws IOException {
    List<String> texts = new ArrayList<>();
    int[] seen = {0};
    for (Path path : paths) {
      RawText.forEach(
          path,
          text -> {
            if (seen[0]++ % RAW_TEXTS == 0 && text.length() < RAW_LENGTH) {
              texts.add(text);
            }
          });
    }
    return texts;
  }

  private WordFacts facts(TreeMap<String, List<Path>> options) throws IOException {
    List<Path> known = options.getOrDefault("--classes", List.of());
    if (known.isEmpty()) {
      return facts(options.getOrDefault("--raw", List.of()));
    }
    try (InputStream in = Files.newInputStream(known.get(0))) {
      return NameModel.read(in).facts();
    }
  }

  /** The classes of words in raw text; each article counts once. */
  WordFacts facts(List<Path> raw) throws IOException {
    WordClusters.Counter counter = new WordClusters.Counter();
    Set<Long> seen = new HashSet<>();
    for (Path path : raw) {
      RawText.forEach(
          path,
          text -> {
            if (seen.add(Hash.of(text))) {
              count(text, counter);
            }
          });
    }
    log.printf(Locale.ROOT, "%,d raw texts%n", seen.size());
    return new WordFacts(counter.classes(LEAST_COUNT, CLASSES, CLUSTER_ROUNDS));
  }

  private void count(String text, WordClusters.Counter counter) {
    for (Token token : analyzer.analyze(text)) {
      String before = Bases.before(token);
      if (!before.isEmpty()) {
        counter.add("+" + before);
      }
      counter.add(Bases.symbol(token));
      String behind = Bases.behind(token);
      if (!behind.isEmpty()) {
        counter.add(behind + "+");
      }
    }
    counter.end();
  }

  /** What the trainer learns from annotated texts. */
  List<CrfTrainer.Example> examples(List<GoldText> texts, boolean other, WordFacts facts) {
    NameTagger tagger = new NameTagger(files, NameModel.untrained(facts));
    Examples examples = new Examples(analyzer, tagger);
    List<CrfTrainer.Example> all = new ArrayList<>();
    texts.forEach(g -> examples.add(g, other ? OTHER_WEIGHT : 1, other, all));
    return all;
  }

  /** Trained on the examples, and once more on them and what that model is sure of in raw texts. */
  NameModel train(List<CrfTrainer.Example> examples, List<String> raw, WordFacts facts) {
    NameModel model = train(examples, facts);
    if (raw.isEmpty()) {
      return model;
    }
    Examples labelled = new Examples(analyzer, new NameTagger(files, model));
    SequenceTagger teacher = new SequenceTagger(model);
    List<CrfTrainer.Example> all = new ArrayList<>(examples);
    raw.forEach(text -> labelled.add(text, teacher, RAW_WEIGHT, all));
    return train(all, facts);
  }

  private NameModel train(List<CrfTrainer.Example> examples, WordFacts facts) {
    NameModel model = CrfTrainer.train(examples, facts, CrfTrainer.Settings.USUAL);
    log.printf(
        Locale.ROOT,
        "%,d sentences, %,d words with classes, %,d features%n",
        examples.size(),
        facts.size(),
        model.features());
    return model;
  }
}

package org.marsad.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Token;

/**
 * How well names are recognised: {@code NamesBench SHARED [folds|shipped]}, where
 * SHARED holds {@code gold/ner}.
 *
 * <p>{@code folds} leaves each contiguous fifth of ANERCorp's training part out in turn, trains on
 * the rest, WikiFANE and {@code corpora/}'s raw news, and scores exact spans against the annotated
 * words. The word classes are the shipped model's: they come from raw text. {@code shipped} scores
 * the shipped model on the Wojood sample, which it has not seen, and measures its size and loading.
 */
public final class NamesBench {
  private static final int FOLDS = 5;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final ArabicAnalyzer analyzer = ArabicAnalyzer.bundled();
  private final LexiconFiles files = LexiconFiles.bundled();
  private final NameTagger lexicon = new NameTagger(files, null);
  private final Path shared;

  private NamesBench(Path shared) {
    this.shared = shared;
  }

  public static void main(String[] args) throws IOException {
    NamesBench bench = new NamesBench(Path.of(args[0]));
    if (args.length < 2 || args[1].equals("shipped")) {
      bench.shipped();
    }
    if (args.length < 2 || args[1].equals("folds")) {
      bench.folds();
    }
  }

  /** Spans of one kind of tagger over a list of texts. */
  private record Scores(SpanScore lexicon, SpanScore model, SpanScore both, SpanScore seen) {
    Scores() {
      this(new SpanScore(), new SpanScore(), new SpanScore(), new SpanScore());
    }

    void add(Scores other) {
      lexicon.add(other.lexicon);
      model.add(other.model);
      both.add(other.both);
      seen.add(other.seen);
    }
  }

  private Scores score(List<GoldText> texts, NameModel model) {
    Scores scores = new Scores();
    NameTagger tagger = new NameTagger(files, model);
    SequenceTagger sequence = new SequenceTagger(model);
    for (GoldText gold : texts) {
      List<Token> tokens = analyzer.analyze(gold.text());
      scores.lexicon.add(gold.spans(), mentions(lexicon, gold, tokens, ""));
      scores.both.add(gold.spans(), mentions(tagger, gold, tokens, ""));
      scores.seen.add(gold.spans(), mentions(tagger, gold, tokens, "lexicon"));
      Field field = tagger.field(false, gold.text(), tokens);
      List<Match> matches = tagger.matches(List.of(field));
      List<GoldText.Span> found = new ArrayList<>();
      for (SequenceTagger.Span s :
          SequenceTagger.spans(
              sequence.score(List.of(field), matches, tagger.resolve(matches)).get(0))) {
        add(gold, tokens.get(s.first()).start(), tokens.get(s.last()).end(), s.type(), found);
      }
      scores.model.add(gold.spans(), found);
    }
    return scores;
  }

  private static List<GoldText.Span> mentions(
      NameTagger tagger, GoldText gold, List<Token> tokens, String without) {
    List<GoldText.Span> found = new ArrayList<>();
    for (Mention m : tagger.tag("", List.of(), gold.text(), tokens)) {
      if (!m.origin().equals(without)) {
        add(gold, m.start(), m.end(), m.type(), found);
      }
    }
    return found;
  }

  /** A span of characters as the annotated words it touches: clitics are part of gold words. */
  private static void add(
      GoldText gold, int start, int end, EntityType type, List<GoldText.Span> found) {
    int first = -1;
    int last = -1;
    for (int w = 0; w < gold.starts().length; w++) {
      if (gold.ends()[w] > start && gold.starts()[w] < end) {
        first = first < 0 ? w : first;
        last = w;
      }
    }
    found.add(new GoldText.Span(first, last, type));
  }

  private void print(String what, Scores scores) {
    out.println(what + ": precision/recall F1");
    out.println("  lexicon" + scores.lexicon);
    out.println("  model  " + scores.model);
    out.println("  both   " + scores.both);
    out.println("  both, without what the lexicon alone saw" + scores.seen);
  }

  private void folds() throws IOException {
    Path ner = shared.resolve("gold/ner");
    List<GoldText> news =
        GoldText.read(ner.resolve("anercorp-train.txt"), TrainNames.SENTENCES);
    WordFacts facts = NameModel.read(files).facts();
    TrainNames trainer = new TrainNames(files, out);
    List<CrfTrainer.Example> other =
        trainer.examples(
            GoldText.read(ner.resolve("wikifane.txt.gz"), TrainNames.SENTENCES), true, facts);
    List<String> raw =
        TrainNames.raw(
            List.of(
                shared.resolve("corpora/ant-v1.1.jsonl.gz"),
                shared.resolve("corpora/saudinewsnet-half.jsonl.gz")));
    Scores all = new Scores();
    for (int fold = FOLDS - 1; fold >= 0; fold--) {
      int from = news.size() * fold / FOLDS;
      int to = news.size() * (fold + 1) / FOLDS;
      List<GoldText> rest = new ArrayList<>(news.subList(0, from));
      rest.addAll(news.subList(to, news.size()));
      List<CrfTrainer.Example> examples = trainer.examples(rest, false, facts);
      examples.addAll(other);
      Scores scores = score(news.subList(from, to), trainer.train(examples, raw, facts));
      print("fifth " + (fold + 1), scores);
      all.add(scores);
    }
    print("all five", all);
  }

  private void shipped() throws IOException {
    long start = System.nanoTime();
    NameModel model = NameModel.read(files);
    long loaded = (System.nanoTime() - start) / 1_000_000;
    try (InputStream in = files.open(NameModel.FILE)) {
      out.printf(
          Locale.ROOT,
          "model: %,d bytes, %,d features, %,d words with classes, loaded in %d ms%n",
          in.readAllBytes().length,
          model.features(),
          model.facts().size(),
          loaded);
    }
    print(
        "Wojood sample, test",
        score(GoldText.read(shared.resolve("gold/ner/wojood-sample-test.txt"), 15), model));
  }
}

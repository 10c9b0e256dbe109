package org.marsad.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Token;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * By JMH, one thread: articles a second, and as a second figure tokens a second, of the analyser, of
 * the lexicon's names, and of the names with the model. The texts are a corpus's first thousand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class TokensPerSecond {
  private static final int TEXTS = 1000;

  @Param("corpus.jsonl.gz")
  public String corpus;

  private final List<String> texts = new ArrayList<>();
  private final List<List<Token>> tokens = new ArrayList<>();
  private ArabicAnalyzer analyzer;
  private NameTagger lexicon;
  private NameTagger model;
  private int next;

  /** Tokens in what was done. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counted {
    public long tokens;
  }

  @Setup
  public void read() throws IOException {
    RawText.forEach(
        Path.of(corpus),
        text -> {
          if (texts.size() < TEXTS) {
            texts.add(text);
          }
        });
    LexiconFiles files = LexiconFiles.bundled();
    analyzer = ArabicAnalyzer.bundled();
    texts.forEach(text -> tokens.add(analyzer.analyze(text)));
    lexicon = new NameTagger(files, null);
    model = new NameTagger(files, NameModel.read(files));
  }

  @Benchmark
  public List<Token> analyzer(Counted counted) {
    List<Token> found = analyzer.analyze(texts.get(turn()));
    counted.tokens += found.size();
    return found;
  }

  @Benchmark
  public Object namesByLexicon(Counted counted) {
    return names(lexicon, counted);
  }

  @Benchmark
  public Object namesWithModel(Counted counted) {
    return names(model, counted);
  }

  private Object names(NameTagger tagger, Counted counted) {
    int i = turn();
    counted.tokens += tokens.get(i).size();
    return tagger.tag("", List.of(), texts.get(i), tokens.get(i));
  }

  private int turn() {
    next = (next + 1) % texts.size();
    return next;
  }
}

package org.marsad.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Token;
import org.marsad.bench.LuceneWords;
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
 * By JMH, one thread: articles a second, and as a second figure tokens a second, of the analyser and
 * Lucene's over a corpus, and of the lexicon's names and the names with the model over its first
 * thousand articles, analysed before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class TokensPerSecond {
  private static final int ANALYSED = 1000;

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
    RawText.forEach(Path.of(corpus), texts::add);
    LexiconFiles files = LexiconFiles.bundled();
    analyzer = ArabicAnalyzer.bundled();
    texts.stream().limit(ANALYSED).forEach(text -> tokens.add(analyzer.analyze(text)));
    lexicon = new NameTagger(files, null);
    model = new NameTagger(files, NameModel.read(files));
  }

  @Benchmark
  public List<Token> analyzer(Counted counted) {
    return counted(analyzer.analyze(texts.get(turn(texts))), counted);
  }

  @Benchmark
  public List<String> lucene(Counted counted) {
    return counted(LuceneWords.tokens(texts.get(turn(texts))), counted);
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
    int i = turn(tokens);
    counted.tokens += tokens.get(i).size();
    return tagger.tag("", List.of(), texts.get(i), tokens.get(i));
  }

  private static <T> List<T> counted(List<T> found, Counted counted) {
    counted.tokens += found.size();
    return found;
  }

  private int turn(List<?> all) {
    next = (next + 1) % all.size();
    return next;
  }
}

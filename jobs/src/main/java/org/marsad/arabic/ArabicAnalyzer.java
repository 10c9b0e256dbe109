package org.marsad.arabic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Arabic news text into tokens with clitics, lemmas, parts of speech and sentences. Immutable and
 * safe to share between threads; making one takes some hundred milliseconds, so share it.
 *
 * <pre>{@code
 * for (Token t : ArabicAnalyzer.bundled().analyze("وبوتين في دمشق")) {
 *   System.out.println(t.surface() + " " + t.segments() + " " + t.lemma());
 * }
 * }</pre>
 */
public final class ArabicAnalyzer {
  static final String NEWS_WORDS = "newswords.tsv";

  private final Abbreviations abbreviations;
  private final Expressions expressions;
  private final Homographs homographs;
  private final Contexts contexts;
  private final WordAnalyzer words;
  private final PersonNames persons;
  private final Set<String> newsWords;
  private final Set<String> verbs;

  /** Of each verb whose lemma is another word's too, that word's part of speech. */
  private final Map<String, Pos> verbsLikeOthers;

  private final WordCache cache = new WordCache();

  private ArabicAnalyzer(LexiconFiles files) {
    Lexicon lexicon = Lexicon.read(files);
    abbreviations = Abbreviations.read(files);
    expressions = Expressions.read(files);
    homographs = Homographs.read(files);
    contexts = Contexts.read(files);
    Counts counts = Counts.read(files);
    words = new WordAnalyzer(files, lexicon, counts);
    newsWords =
        RuleFile.read(files, NEWS_WORDS).stream()
            .map(row -> row.required("lemma"))
            .collect(Collectors.toUnmodifiableSet());
    persons = PersonNames.read(files);
    NameGuard.protect(files, lexicon, words, counts);
    Set<String> listed = new HashSet<>();
    Map<String, Pos> others = new HashMap<>();
    RuleFile.forEach(files, VerbShapes.VERBS, row -> listed.add(row.required("verb")));
    lexicon.forEach(
        word -> {
          if (word.stop()) {
            return;
          }
          if (word.pos() == Pos.VERB) {
            listed.add(word.lemma());
          } else {
            others.merge(word.lemma(), word.pos(), (a, b) -> a == Pos.NOUN ? a : b);
          }
        });
    verbs = Set.copyOf(listed);
    others.keySet().retainAll(verbs);
    verbsLikeOthers = Map.copyOf(others);
  }

  private static final class Bundled {
    static final ArabicAnalyzer INSTANCE = new ArabicAnalyzer(LexiconFiles.bundled());
  }

  /** The analyser with the lexicon packed into the jar; always the same one. */
  public static ArabicAnalyzer bundled() {
    return Bundled.INSTANCE;
  }

  /**
   * An analyser with these lexicon files.
   *
   * @throws LexiconException with {@code file:line} if one of them cannot be used
   */
  public static ArabicAnalyzer load(LexiconFiles files) {
    return new ArabicAnalyzer(files);
  }

  /** The names of the lexicon files an analysis depends on; those of names may be missing. */
  public static List<String> ruleFiles() {
    return Stream.concat(
            Stream.of(
                LetterTable.FILE,
                Abbreviations.FILE,
                Clitic.FILE,
                Contexts.FILE,
                Contexts.SHARES,
                Counts.FILE,
                Expressions.FILE,
                Homographs.FILE,
                Lexicon.CORRECTIONS,
                Inflection.FILE,
                Lexicon.FORMS,
                Lexicon.STOP_WORDS,
                NEWS_WORDS,
                ObjectVerbs.FILE,
                VerbShapes.FILE,
                VerbShapes.VERBS),
            Lexicon.NAMES.stream())
        .sorted()
        .toList();
  }

  /** Whether a lemma is one of the formulas of news writing: said, added, according to. */
  public boolean isNewsWord(String lemma) {
    return newsWords.contains(lemma);
  }

  /**
   * Whether a verb's lemma is that of a noun, an adjective or a name as well, none of them a stop
   * word: قدم (offered, foot), طالب (demanded, student).
   */
  public boolean isLikeOtherWord(String verb) {
    return verbsLikeOthers.containsKey(verb);
  }

  /**
   * The tokens of one title or one body, in order. Offsets are UTF-16 offsets into {@code text}; a
   * line break or four blanks in a row begin a new paragraph. Takes time linear in the text's
   * length.
   */
  public List<Token> analyze(String text) {
    TokenBuilder tokens = new TokenBuilder(text, contexts);
    scan(text, tokens);
    return tokens.finish();
  }

  /** Hands a text's words on as they are by themselves. */
  void scan(String text, WordSink sink) {
    char[] chars = text.toCharArray();
    TokenScanner scanner = new TokenScanner(text, abbreviations);
    SentenceCounter sentences = new SentenceCounter(text);
    while (scanner.next()) {
      int start = scanner.start();
      int end = scanner.end();
      sentences.accept(scanner.kind(), start, end);
      WordCache.Known known = known(scanner.kind(), chars, start, end);
      sink.accept(known, start, end, sentences.paragraph(), sentences.sentence());
    }
  }

  /** What begins a sentence of a text says of its first word, and what ends one of its last. */
  Contexts.Place begin(String text) {
    return contexts.begin(Print.of(text));
  }

  Contexts.Place end() {
    return contexts.end();
  }

  private WordCache.Known known(TokenKind kind, char[] text, int start, int end) {
    int hash = WordCache.hash(text, start, end);
    WordCache.Known known = cache.get(hash, kind, text, start, end);
    if (known != null) {
      return known;
    }
    String surface = new String(text, start, end - start);
    Analysis analysis =
        kind == TokenKind.WORD ? word(surface) : OtherTokens.analysis(kind, surface, abbreviations);
    return cache.put(
        hash,
        new WordCache.Known(
            hash,
            kind,
            surface,
            analysis,
            contexts.of(surface, analysis),
            expressions.endingWith(surface)));
  }

  /** «قدم», «نظم»: a verb's perfect that is printed like another word. */
  private boolean isVerbAndOther(Analysis word) {
    String verb = word.written();
    return word.pos() == Pos.VERB ? isLikeOtherWord(verb) : verbs.contains(verb);
  }

  private Analysis word(String surface) {
    String clean = Orthography.clean(surface);
    Analysis word = words.analyze(clean);
    word =
        homographs.attach(
            word, words.isListed(word), words.isFeminine(word), words.otherImperfect(word));
    if (isVerbAndOther(word)) {
      Pos other = verbsLikeOthers.getOrDefault(word.written(), word.pos());
      word = contexts.attach(word, other);
    }
    return word.withRole(persons.role(word, words.isUnsure(clean, word)));
  }
}

package org.marsad.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;

/** Measures the analyser against annotated text; see README.md beside this file. */
public final class MorphologyBench {
  private MorphologyBench() {}

  private static final class Score {
    int words;
    int cut;
    int content;
    int lemma;
    int names;
    int nameLemma;
    int asPrinted;
    int verbOrNot;
    int verbOrNotRight;
    final Map<String, Integer> errors = new HashMap<>();
  }

  /** Arguments: the shared data directory, then {@code errors} for the commonest errors. */
  public static void main(String[] args) throws Exception {
    Path gold = Path.of(args[0], "gold");
    boolean errors = List.of(args).contains("errors");
    ArabicAnalyzer analyzer = ArabicAnalyzer.bundled();
    List<Gold.Sentence> pud = Gold.pud(gold.resolve("morphology/pud-even.conllu"));
    List<String> documents = pud.stream().map(Gold.Sentence::document).distinct().toList();
    List<Gold.Sentence> seen = new ArrayList<>();
    List<Gold.Sentence> unseen = new ArrayList<>();
    for (Gold.Sentence s : pud) {
      (documents.indexOf(s.document()) % 2 == 0 ? seen : unseen).add(s);
    }
    report("pud, looked at", score(analyzer, seen), errors);
    report("pud, unseen", score(analyzer, unseen), false);
    report(
        "padt-dev", score(analyzer, Gold.padt(gold.resolve("morphology/padt-dev.conllu"))), errors);
    NameDamage damage = NameDamage.read(gold.resolve("ner/anercorp-train.txt"));
    damage.addWikiFane(gold.resolve("ner/wikifane.txt.gz"));
    damage.addWitnesses(LexiconFiles.bundled());
    names(analyzer, damage, errors);
    ready();
  }

  private static void ready() {
    long before = used();
    long start = System.nanoTime();
    ArabicAnalyzer fresh = ArabicAnalyzer.load(LexiconFiles.bundled());
    long ready = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        Locale.ROOT, "ready in %d ms, %d MB of data%n", ready, (used() - before) >> 20);
    fresh.analyze("");
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void names(ArabicAnalyzer analyzer, NameDamage gold, boolean errors) {
    for (NameDamage.Count count : NameDamage.Count.values()) {
      Map<String, Integer> wrong = new HashMap<>();
      double ours = gold.measure(count, words -> parts(analyzer, words), wrong);
      double light10 = gold.measure(count, MorphologyBench::light10, new HashMap<>());
      System.out.printf(
          Locale.ROOT,
          "names damaged, %s: %.2f %%, light10 %.2f %%%n",
          count,
          100 * ours,
          100 * light10);
      if (errors) {
        print(wrong);
      }
    }
  }

  private static List<List<NameDamage.Made>> light10(List<String> words) {
    List<String> stems = LuceneWords.stems(words);
    List<List<NameDamage.Made>> made = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      made.add(List.of(new NameDamage.Made(words.get(i), stems.get(i))));
    }
    return made;
  }

  private static List<List<NameDamage.Made>> parts(ArabicAnalyzer analyzer, List<String> words) {
    List<Token> tokens = analyzer.analyze(String.join(" ", words));
    List<List<NameDamage.Made>> made = new ArrayList<>();
    int start = 0;
    for (String word : words) {
      made.add(
          within(tokens, start, start + word.length()).stream()
              .map(t -> new NameDamage.Made(t.surface(), t.lemma()))
              .toList());
      start += word.length() + 1;
    }
    return made;
  }

  private static Score score(ArabicAnalyzer analyzer, List<Gold.Sentence> sentences) {
    Score score = new Score();
    for (Gold.Sentence sentence : sentences) {
      List<Token> tokens = analyzer.analyze(sentence.text());
      for (Gold.Word word : sentence.words()) {
        List<Token> ours = within(tokens, word.start(), word.start() + word.text().length());
        compare(score, word, ours);
        verbOrNot(score, word, ours, analyzer);
      }
    }
    return score;
  }

  private static List<Token> within(List<Token> tokens, int start, int end) {
    return tokens.stream().filter(t -> t.start() >= start && t.end() <= end).toList();
  }

  private static void compare(Score score, Gold.Word word, List<Token> tokens) {
    if (!Orthography.isArabicLetter(word.text().charAt(0)) || word.pos().equals("X")) {
      return;
    }
    score.words++;
    String ours = Cuts.ours(tokens);
    String theirs = Cuts.theirs(word);
    if (ours.equals(theirs)) {
      score.cut++;
    } else {
      score.errors.merge("CUT " + word.text() + ": " + ours + " for " + theirs, 1, Integer::sum);
    }
    if (List.of("NOUN", "ADJ", "VERB", "PROPN", "ADV", "NUM").contains(word.pos())) {
      lemma(score, word, tokens);
    }
  }

  /** Whether what may be a verb's perfect and another word, «قدم», is taken for the right one. */
  private static void verbOrNot(
      Score score, Gold.Word word, List<Token> tokens, ArabicAnalyzer analyzer) {
    if (tokens.isEmpty() || !List.of("NOUN", "ADJ", "VERB", "PROPN", "ADV").contains(word.pos())) {
      return;
    }
    Token token = tokens.get(tokens.size() - 1);
    List<String> segments = token.segments();
    boolean bare =
        token.stem() == segments.size() - 1
            && (token.stem() == 0 || !segments.get(token.stem() - 1).equals("ال"));
    if (bare
        && segments.get(token.stem()).equals(token.lemma())
        && analyzer.isLikeOtherWord(token.lemma())) {
      score.verbOrNot++;
      score.verbOrNotRight += word.pos().equals("VERB") == (token.pos() == Pos.VERB) ? 1 : 0;
    }
  }

  private static void lemma(Score score, Gold.Word word, List<Token> tokens) {
    String ours =
        tokens.stream()
            .max(Comparator.comparingInt(t -> t.surface().length()))
            .map(Token::lemma)
            .orElse("-");
    boolean right = Normal.lemma(ours).equals(Normal.lemma(word.lemma()));
    boolean name = word.pos().equals("PROPN");
    score.content++;
    score.lemma += right ? 1 : 0;
    score.names += name ? 1 : 0;
    score.nameLemma += name && right ? 1 : 0;
    if (!right) {
      String asPrinted =
          Normal.lemma(word.parts().stream().max(Comparator.comparingInt(String::length)).get());
      score.asPrinted += name && withoutArticle(asPrinted).equals(Normal.lemma(ours)) ? 1 : 0;
      score.errors.merge(
          "LEM "
              + word.text()
              + ": "
              + ours
              + " for "
              + Normal.bare(word.lemma())
              + " "
              + word.pos(),
          1,
          Integer::sum);
    }
  }

  private static String withoutArticle(String name) {
    return name.startsWith("ال") && name.length() > 4 ? name.substring(2) : name;
  }

  private static void report(String name, Score s, boolean errors) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d words, cut as annotated %.2f %%; %d content words, lemma %.2f %%,"
            + " names aside %.2f %%; %d names have a lemma of the annotators' making;"
            + " verb or another word of its spelling %.1f %% of %d%n",
        name,
        s.words,
        100.0 * s.cut / s.words,
        s.content,
        100.0 * s.lemma / s.content,
        100.0 * (s.lemma - s.nameLemma) / (s.content - s.names),
        s.asPrinted,
        100.0 * s.verbOrNotRight / s.verbOrNot,
        s.verbOrNot);
    if (errors) {
      print(s.errors);
    }
  }

  private static void print(Map<String, Integer> errors) {
    errors.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(Integer.getInteger("errors", 150))
        .forEach(e -> System.out.println("  " + e.getValue() + " " + e.getKey()));
  }
}

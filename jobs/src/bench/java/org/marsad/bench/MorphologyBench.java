package org.marsad.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.Orthography;
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
    final Map<String, Integer> errors = new HashMap<>();
  }

  /** Arguments: the shared data directory, then {@code errors} for the commonest errors. */
  public static void main(String[] args) throws Exception {
    Path gold = Path.of(args[0], "gold");
    boolean errors = args.length > 1;
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
    report("padt-dev", score(analyzer, Gold.padt(gold.resolve("morphology/padt-dev.conllu"))), errors);
    NameDamage damage = NameDamage.read(gold.resolve("ner/anercorp-train.txt"));
    damage.addWikiFane(gold.resolve("ner/wikifane.txt.gz"));
    names(analyzer, damage, errors);
    Speed.report(analyzer, Path.of(args[0], "corpora/saudinewsnet-half.jsonl.gz"));
  }

  private static void names(ArabicAnalyzer analyzer, NameDamage gold, boolean errors) {
    for (boolean proper : new boolean[] {false, true}) {
      Map<String, Integer> wrong = new HashMap<>();
      double ours = gold.measure(proper, words -> lemmas(analyzer, words), wrong);
      double light10 = gold.measure(proper, LuceneWords::stems, new HashMap<>());
      System.out.printf(
          Locale.ROOT,
          "names damaged, %s: %.2f %%, light10 %.2f %%%n",
          proper ? "proper nouns" : "all name tokens",
          100 * ours,
          100 * light10);
      if (errors) {
        print(wrong);
      }
    }
  }

  private static List<String> lemmas(ArabicAnalyzer analyzer, List<String> words) {
    String text = String.join(" ", words);
    Map<Integer, Token> byStart = new HashMap<>();
    analyzer.analyze(text).forEach(t -> byStart.put(t.start(), t));
    List<String> lemmas = new ArrayList<>();
    int start = 0;
    for (String word : words) {
      Token token = byStart.get(start);
      lemmas.add(token == null ? "" : token.lemma());
      start += word.length() + 1;
    }
    return lemmas;
  }

  private static Score score(ArabicAnalyzer analyzer, List<Gold.Sentence> sentences) {
    Score score = new Score();
    for (Gold.Sentence sentence : sentences) {
      Map<Integer, Token> byStart = new HashMap<>();
      for (Token token : analyzer.analyze(sentence.text())) {
        byStart.put(token.start(), token);
      }
      for (Gold.Word word : sentence.words()) {
        Token token = byStart.get(word.start());
        compare(score, word, token);
      }
    }
    return score;
  }

  private static void compare(Score score, Gold.Word word, Token token) {
    if (!Orthography.isArabicLetter(word.text().charAt(0)) || word.pos().equals("X")) {
      return;
    }
    score.words++;
    String ours = token == null ? "" : Cuts.ours(token);
    String theirs = Cuts.theirs(word);
    if (ours.equals(theirs)) {
      score.cut++;
    } else {
      score.errors.merge("CUT " + word.text() + ": " + ours + " for " + theirs, 1, Integer::sum);
    }
    if (List.of("NOUN", "ADJ", "VERB", "PROPN", "ADV", "NUM").contains(word.pos())) {
      score.content++;
      score.names += word.pos().equals("PROPN") ? 1 : 0;
      if (token != null && Normal.lemma(token.lemma()).equals(Normal.lemma(word.lemma()))) {
        score.lemma++;
        score.nameLemma += word.pos().equals("PROPN") ? 1 : 0;
      } else {
        String mine = token == null ? "-" : token.lemma();
        score.errors.merge("LEM " + word.text() + ": " + mine + " for " + Normal.bare(word.lemma()) + " " + word.pos(), 1, Integer::sum);
      }
    }
  }

  private static void report(String name, Score s, boolean errors) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d words, cut as annotated %.2f %%; %d content words, lemma %.2f %%,"
            + " names aside %.2f %%%n",
        name, s.words, 100.0 * s.cut / s.words, s.content, 100.0 * s.lemma / s.content,
        100.0 * (s.lemma - s.nameLemma) / (s.content - s.names));
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

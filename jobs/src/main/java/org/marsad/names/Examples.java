package org.marsad.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.arabic.ArabicAnalyzer;

/** Makes the trainer's examples of text, as the tagger will see such text. */
final class Examples {
  /** A sentence is learned from raw text where each of its tags is so probable. */
  private static final double SURE = 0.7;

  /** Tokens of a sentence of raw text: less is a heading, more a list. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 119;

  private final ArabicAnalyzer analyzer;
  private final NameTagger tagger;
  private final Map<String, long[][]> words = new HashMap<>();
  private final Features features = new Features();

  /** The tagger has a model with the word facts to learn from. */
  Examples(ArabicAnalyzer analyzer, NameTagger tagger) {
    this.analyzer = analyzer;
    this.tagger = tagger;
  }

  /** Adds the examples of one text, one for each of the analyser's sentences. */
  void add(GoldText gold, float weight, boolean foreign, List<CrfTrainer.Example> out) {
    Field field = tagger.field(false, gold.text(), analyzer.analyze(gold.text()));
    int[] tags = tags(gold, field);
    List<Match> matches = tagger.matches(List.of(field));
    ContextFeatures context = new ContextFeatures(field, matches, tagger.resolve(matches));
    field.forEachSentence(
        (from, to) -> out.add(example(field, tags, from, to, context, weight, foreign)));
  }

  /** Adds the sentences of a raw text in which a model is sure of each tag. */
  void add(String text, SequenceTagger model, float weight, List<CrfTrainer.Example> out) {
    Field field = tagger.field(false, text, analyzer.analyze(text));
    List<Match> matches = tagger.matches(List.of(field));
    List<Match> resolved = tagger.resolve(matches);
    SequenceTagger.Scored scored = model.score(List.of(field), matches, resolved).get(0);
    ContextFeatures context = new ContextFeatures(field, matches, resolved);
    field.forEachSentence(
        (from, to) -> {
          if (isLesson(scored, from, to)) {
            out.add(example(field, scored.tags, from, to, context, weight, false));
          }
        });
  }

  private static boolean isLesson(SequenceTagger.Scored scored, int from, int to) {
    for (int t = from; t < to; t++) {
      if (scored.marginals[t * Tags.COUNT + scored.tags[t]] < SURE) {
        return false;
      }
    }
    return to - from >= SHORTEST && to - from <= LONGEST;
  }

  private CrfTrainer.Example example(
      Field field,
      int[] tags,
      int from,
      int to,
      ContextFeatures context,
      float weight,
      boolean foreign) {
    long[][][] all = new long[to - from][][];
    for (int t = from; t < to; t++) {
      all[t - from] = token(field, t, from, to, context);
    }
    return new CrfTrainer.Example(all, Arrays.copyOfRange(tags, from, to), weight, foreign);
  }

  private long[][] token(Field field, int t, int from, int to, ContextFeatures context) {
    long[][] groups = new long[CrfTrainer.GROUPS][];
    long[][] own = word(field.words[t]);
    groups[0] = own[0];
    groups[1] = own[1];
    for (int place = 1; place < WordFeatures.PLACES; place++) {
      int j = t + NameModel.OFFSETS[place];
      groups[1 + place] = j < from || j >= to ? edges[place] : word(field.words[j])[1 + place];
    }
    features.clear();
    context.context(t, features);
    groups[6] = features.toArray();
    features.clear();
    context.lexicon(t, features);
    groups[CrfTrainer.LEXICON] = features.toArray();
    return groups;
  }

  private final long[][] edges = edges();

  private static long[][] edges() {
    long[][] all = new long[WordFeatures.PLACES][];
    for (int place = 0; place < all.length; place++) {
      all[place] = new long[] {WordFeatures.edge(place)};
    }
    return all;
  }

  private long[][] word(WordInfo info) {
    return words.computeIfAbsent(
        info.surface,
        s -> {
          long[][] groups = new long[1 + WordFeatures.PLACES][];
          features.clear();
          WordFeatures.identity(info.word, features);
          groups[0] = features.toArray();
          features.clear();
          WordFeatures.general(info.word, features);
          groups[1] = features.toArray();
          for (int place = 1; place < WordFeatures.PLACES; place++) {
            features.clear();
            WordFeatures.near(place, info.word, features);
            groups[1 + place] = features.toArray();
          }
          return groups;
        });
  }

  /** Gold names as tags of the analyser's tokens: a token belongs to the name it overlaps. */
  static int[] tags(GoldText gold, Field field) {
    int[] tags = new int[field.size()];
    int i = 0;
    for (GoldText.Span span : new ArrayList<>(gold.spans())) {
      int start = gold.starts()[span.first()];
      int end = gold.ends()[span.last()];
      while (i < field.size() && field.tokens.get(i).end() <= start) {
        i++;
      }
      int first = i;
      int sentence = i < field.size() ? field.tokens.get(i).sentence() : -1;
      while (i < field.size()
          && field.tokens.get(i).start() < end
          && field.tokens.get(i).sentence() == sentence) {
        i++;
      }
      for (int k = first; k < i; k++) {
        int part =
            i - first == 1
                ? Tags.SINGLE
                : k == first ? Tags.BEGIN : k == i - 1 ? Tags.END : Tags.INSIDE;
        tags[k] = Tags.of(span.type().ordinal(), part);
      }
    }
    return tags;
  }
}

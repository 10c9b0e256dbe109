package org.marsad.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.arabic.ArabicAnalyzer;

/** Makes the trainer's examples of annotated text, as the tagger will see such text. */
final class Examples {
  private final ArabicAnalyzer analyzer;
  private final NameTagger tagger;
  private final Map<String, long[][]> words = new HashMap<>();
  private final Features features = new Features();

  /** The tagger has a model with the word facts to learn from; its weights do not matter. */
  Examples(ArabicAnalyzer analyzer, NameTagger tagger) {
    this.analyzer = analyzer;
    this.tagger = tagger;
  }

  /** Adds the examples of one text, one for each of the analyser's sentences. */
  void add(GoldText gold, float weight, boolean foreign, List<CrfTrainer.Example> out) {
    Field field = tagger.field(false, gold.text(), analyzer.analyze(gold.text()));
    int[] tags = tags(gold, field);
    List<Match> matches = tagger.matches(List.of(field));
    List<Match> resolved = tagger.resolve(matches);
    ContextFeatures context = new ContextFeatures(field, matches, resolved);
    int from = 0;
    for (int i = 1; i <= field.size(); i++) {
      boolean end = i == field.size();
      if (end || field.tokens.get(i).sentence() != field.tokens.get(from).sentence()) {
        long[][][] all = new long[i - from][][];
        for (int t = from; t < i; t++) {
          all[t - from] = token(field, t, from, i, context);
        }
        out.add(
            new CrfTrainer.Example(
                all, java.util.Arrays.copyOfRange(tags, from, i), weight, foreign));
        from = i;
      }
    }
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

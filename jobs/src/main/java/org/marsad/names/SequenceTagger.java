package org.marsad.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names by the sequence model, twice: in the second pass each word leans towards what the
 * article's other places with the same word were taken for, so that a name which is plain in one
 * sentence is found in the next.
 */
final class SequenceTagger {
  private static final int L = Tags.COUNT;
  private static final int TYPES = EntityType.values().length;

  /** How far a word follows the other places; chosen on folds of annotated news. */
  private static final float LEAN = 0.8f;

  /** How much a place's own reading counts among the others. */
  private static final float OWN = 1;

  private static final double FLOOR = 0.02;

  /** No name is sought in a sentence whose tokens are all outside with more than this. */
  private static final double SURELY_OUTSIDE = 0.8;

  /** Agreement that moves a score by less is left alone. */
  private static final float SLIGHT = 0.05f;

  private final NameModel model;

  SequenceTagger(NameModel model) {
    this.model = model;
  }

  /** A name that the model sees: tokens {@code first} to {@code last}; score as probability. */
  record Span(Field field, int first, int last, EntityType type, double score) {}

  /** A field with the scores of its tags. */
  static final class Scored {
    final Field field;
    final float[] emissions;
    final double[] marginals;
    final int[] tags;

    /** Tokens that lean towards the article's other places with their word. */
    final java.util.BitSet leaning = new java.util.BitSet();

    Scored(Field field, float[] emissions) {
      this.field = field;
      this.emissions = emissions;
      marginals = new double[emissions.length];
      tags = new int[field.size()];
    }

    /** The probability that a token is in no name. */
    double outside(int token) {
      return marginals[token * L];
    }

    double of(int token, int type) {
      double p = 0;
      for (int part = 0; part < 4; part++) {
        p += marginals[token * L + Tags.of(type, part)];
      }
      return p;
    }
  }

  List<Scored> score(List<Field> fields, List<Match> matches, List<Match> resolved) {
    List<Scored> all = new ArrayList<>();
    for (Field field : fields) {
      Scored scored = new Scored(field, model.emissions(field, matches, resolved));
      sentences(scored, false);
      all.add(scored);
    }
    agree(all);
    for (Scored scored : all) {
      sentences(scored, true);
    }
    return all;
  }

  private void sentences(Scored s, boolean decode) {
    s.field.forEachSentence((from, to) -> sentence(s, from, to, decode));
  }

  private void sentence(Scored s, int from, int to, boolean decode) {
    int moved = s.leaning.nextSetBit(from);
    boolean changed = !decode || (moved >= 0 && moved < to);
    if (!changed && !mayName(s, from, to)) {
      return;
    }
    float[] e = java.util.Arrays.copyOfRange(s.emissions, from * L, to * L);
    if (changed) {
      double[] m = new double[e.length];
      Chain.marginals(e, to - from, model.transitions(), m, null);
      System.arraycopy(m, 0, s.marginals, from * L, m.length);
    }
    if (decode && mayName(s, from, to)) {
      int[] best = Chain.best(e, to - from, model.transitions());
      System.arraycopy(best, 0, s.tags, from, best.length);
    }
  }

  /** Whether a token of the sentence may be in a name. */
  private static boolean mayName(Scored s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.outside(i) < SURELY_OUTSIDE) {
        return true;
      }
    }
    return false;
  }

  /** What an article's places with one word were taken for, summed. */
  private static final class Votes {
    final double[] mass = new double[TYPES + 1];
    int places;
  }

  private static void agree(List<Scored> all) {
    Map<String, Votes> votes = new HashMap<>();
    for (Scored s : all) {
      for (int i = 0; i < s.field.size(); i++) {
        WordInfo word = s.field.words[i];
        if (votes(word)) {
          Votes v = votes.computeIfAbsent(word.word.text(), k -> new Votes());
          v.places++;
          v.mass[TYPES] += s.outside(i);
          for (int type = 0; type < TYPES; type++) {
            v.mass[type] += s.of(i, type);
          }
        }
      }
    }
    for (Scored s : all) {
      for (int i = 0; i < s.field.size(); i++) {
        Votes v = votes(s.field.words[i]) ? votes.get(s.field.words[i].word.text()) : null;
        if (v != null && v.places > 1) {
          lean(s, i, v);
        }
      }
    }
  }

  private static boolean votes(WordInfo word) {
    return word.isWord() && word.word.text().length() > 2 && (word.word.flags() >> 12 & 1) == 0;
  }

  private static void lean(Scored s, int i, Votes v) {
    float[] bonus = new float[TYPES];
    float outside = bonus(s.outside(i), v.mass[TYPES], v.places);
    float most = Math.abs(outside);
    for (int type = 0; type < TYPES; type++) {
      bonus[type] = bonus(s.of(i, type), v.mass[type], v.places);
      most = Math.max(most, Math.abs(bonus[type]));
    }
    if (most < SLIGHT) {
      return;
    }
    s.leaning.set(i);
    s.emissions[i * L] += outside;
    for (int y = 1; y < L; y++) {
      s.emissions[i * L + y] += bonus[Tags.type(y)];
    }
  }

  private static float bonus(double here, double sum, int places) {
    double agreed = (sum - here + OWN * here) / (places - 1 + OWN);
    return (float) (LEAN * Math.log((agreed + FLOOR) / (here + FLOOR)));
  }

  /** The names of the best sequences, signs around them left out. */
  static List<Span> spans(Scored s) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < s.tags.length; i++) {
      if (s.tags[i] == Tags.OUTSIDE) {
        continue;
      }
      int type = Tags.type(s.tags[i]);
      int first = i;
      while (Tags.isOpen(s.tags[i])) {
        i++;
      }
      int last = i;
      while (first < last && !s.field.words[first].isWord()) {
        first++;
      }
      while (last > first && s.field.words[last].kind == WordInfo.Kind.JOINT) {
        last--;
      }
      if (s.field.words[first].isWord()) {
        double score = 1;
        for (int k = first; k <= last; k++) {
          score = Math.min(score, s.of(k, type));
        }
        spans.add(new Span(s.field, first, last, EntityType.values()[type], score));
      }
    }
    return spans;
  }
}

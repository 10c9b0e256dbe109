package org.marsad.names;

import java.util.List;

/**
 * The features of a token that depend on its neighbours and on what the lexicon finds there: see
 * {@link WordFeatures} for the rest.
 */
final class ContextFeatures {
  private static final int T = 1000;
  private static final int REACH = 5;

  private final Field field;
  private final int[] sure;
  private final int[] doubtful;
  private final int[] chosen;

  /**
   * @param matches all that the lexicon finds in the field
   * @param resolved those that hold by the lexicon alone
   */
  ContextFeatures(Field field, List<Match> matches, List<Match> resolved) {
    this.field = field;
    int n = field.size();
    sure = new int[n];
    doubtful = new int[n];
    chosen = new int[n];
    for (Match match : matches) {
      if (match.field == field) {
        for (Candidate c : match.candidates) {
          mark(c.how().needsSupport() ? doubtful : sure, match, c);
        }
      }
    }
    for (Match match : resolved) {
      if (match.field == field) {
        choose(match);
      }
    }
  }

  private static void mark(int[] masks, Match match, Candidate c) {
    for (int i = match.first; i <= match.last; i++) {
      masks[i] |= 1 << (4 * c.type().ordinal() + part(match, i));
    }
  }

  private static int part(Match match, int i) {
    if (match.first == match.last) {
      return Tags.SINGLE;
    }
    return i == match.first ? Tags.BEGIN : i == match.last ? Tags.END : Tags.INSIDE;
  }

  private void choose(Match match) {
    for (int i = match.first; i <= match.last; i++) {
      chosen[i] =
          1
              + Tags.of(match.chosen.type().ordinal(), part(match, i))
              + 16 * (1 + match.chosen.how().feature())
              + 256 * Math.min(match.length(), 3);
    }
  }

  private WordFeatures.Word word(int i) {
    return i >= 0 && i < field.size() && inSentence(i) ? field.words[i].word : null;
  }

  private int at;

  private boolean inSentence(int i) {
    return field.tokens.get(i).sentence() == field.tokens.get(at).sentence();
  }

  /** Adds what the lexicon says of token {@code i}: left out now and then in training. */
  void lexicon(int i, Features out) {
    at = i;
    WordFeatures.Word w = field.words[i].word;
    out.add(T, chosen[i]);
    out.add(T + 1, sure[i]);
    out.add(T + 2, doubtful[i]);
    out.add(T + 3, sure[i], doubtful[i]);
    out.add(T + 4, chosen[i], w.cluster(2));
    if (chosen[i] != 0) {
      out.add(T + 5, chosen[i], w.base());
      out.add(T + 6, chosen[i], w.before());
    }
    int p = i > 0 && inSentence(i - 1) ? chosen[i - 1] & 15 : 15;
    int n = i + 1 < field.size() && inSentence(i + 1) ? chosen[i + 1] & 15 : 15;
    out.add(T + 7, p);
    out.add(T + 8, n);
    out.add(T + 9, 16 * p + n, chosen[i]);
    out.add(T + 10, i > 0 ? sure[i - 1] : -1);
    out.add(T + 11, i + 1 < field.size() ? sure[i + 1] : -1);
  }

  /** Adds what the neighbours of token {@code i} say together. */
  void context(int i, Features out) {
    at = i;
    WordFeatures.Word w = field.words[i].word;
    WordFeatures.Word p = word(i - 1);
    WordFeatures.Word n = word(i + 1);
    WordFeatures.Word pp = word(i - 2);
    WordFeatures.Word nn = word(i + 2);
    for (int level = 1; level < 3; level++) {
      int t = T + 20 + 10 * level;
      out.add(t, cluster(p, level), w.cluster(level));
      out.add(t + 1, w.cluster(level), cluster(n, level));
      out.add(t + 2, cluster(p, level), cluster(n, level));
      out.add(t + 3, cluster(pp, level), cluster(p, level));
      out.add(t + 4, cluster(n, level), cluster(nn, level));
      out.add(t + 5, Hash.feature(1, cluster(p, level), cluster(n, level)), w.cluster(level));
    }
    out.add(T + 50, flags(p), w.flags());
    out.add(T + 51, w.flags(), flags(n));
    out.add(T + 52, Hash.feature(1, flags(pp), flags(p)), w.flags());
    out.add(T + 53, base(p), w.cluster(2));
    out.add(T + 54, w.base(), cluster(p, 2));
    out.add(T + 55, w.base(), cluster(n, 2));
    out.add(T + 56, base(p), w.base());
    out.add(T + 57, w.base(), base(n));
    out.add(T + 58, base(pp), base(p));
    out.add(T + 59, field.tokens.get(i).pos().ordinal());
    out.add(T + 60, pos(i - 1), field.tokens.get(i).pos().ordinal());
    out.add(T + 61, field.tokens.get(i).pos().ordinal(), pos(i + 1));
    out.add(T + 62, Hash.feature(2, pos(i - 1), pos(i + 1)), field.tokens.get(i).pos().ordinal());
    left(i, w, out);
  }

  /** The nearest head of an organisation, title or verb of saying on the left, and how far. */
  private void left(int i, WordFeatures.Word w, Features out) {
    int seen = 0;
    boolean definite = true;
    for (int d = 1; d <= REACH && i - d >= 0 && inSentence(i - d); d++) {
      WordInfo info = field.words[i - d];
      if (!info.isWord() && info.kind != WordInfo.Kind.JOINT) {
        break;
      }
      int fresh = info.triggers & ~seen & 0x1F;
      if (fresh != 0 && d > 1) {
        out.add(T + 70, 64 * fresh + 8 * d + (definite ? 1 : 0), w.flags() >> 10 & 7);
        if ((fresh & Triggers.ORGANIZATION) != 0) {
          out.add(T + 71, info.word.base(), d);
          out.add(T + 72, info.word.base(), w.cluster(2));
        }
        seen |= fresh;
      }
      definite &= info.definite;
    }
  }

  private static long cluster(WordFeatures.Word w, int level) {
    return w == null ? -9999 : w.cluster(level);
  }

  private static long flags(WordFeatures.Word w) {
    return w == null ? -1 : w.flags();
  }

  private static long base(WordFeatures.Word w) {
    return w == null ? -1 : w.base();
  }

  private int pos(int i) {
    return i < 0 || i >= field.size() || !inSentence(i) ? 99 : field.tokens.get(i).pos().ordinal();
  }
}

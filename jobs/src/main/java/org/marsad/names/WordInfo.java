package org.marsad.names;

import java.util.List;
import org.marsad.arabic.Token;

/** What can be said of a word without its neighbours. */
final class WordInfo {
  /** How a token may stand within a name. */
  enum Kind {
    WORD,
    /** Quotation marks and hyphens: names run through them. */
    JOINT,
    NUMBER,
    /** Everything else ends a name. */
    BREAK
  }

  private final List<String> segments;
  private final int stem;
  private final boolean stop;
  final String surface;
  final String folded;
  final Kind kind;

  /** The whole word's id in the trie, or {@link FormTrie#NONE}. */
  final int id;

  /** Whether a name of two words holds it, so that the other one may be misspelt. */
  final boolean anchor;

  /** Word ids in the trie, by reading; only readings that begin a name. */
  final int[] ids;

  /** Letters in front of each reading. */
  final int[] stripped;

  final int triggers;
  final int names;
  final boolean nationality;
  final boolean definite;
  final boolean feminine;

  /** What the sequence model sees of it; null without a model. */
  WordFeatures.Word word;

  /** Sums of the model's weights: place by place, tag by tag; null without a model. */
  float[] scores;

  WordInfo(
      Token token,
      String folded,
      Kind kind,
      int id,
      boolean anchor,
      int[] ids,
      int[] stripped,
      int triggers,
      int names,
      boolean nationality) {
    surface = token.surface();
    segments = token.segments();
    stem = token.stem();
    stop = token.stop();
    this.folded = folded;
    this.kind = kind;
    this.id = id;
    this.anchor = anchor;
    this.ids = ids;
    this.stripped = stripped;
    this.triggers = triggers;
    this.names = names;
    this.nationality = nationality;
    definite = Words.readings(folded).stream().anyMatch(r -> Words.isDefinite(r.bare()));
    feminine = folded.endsWith("ه") || folded.endsWith("ات");
  }

  /** Whether the token is this word, cut in the same way and a stop word or not as this one. */
  boolean isOf(Token token) {
    return surface.equals(token.surface())
        && stop == token.stop()
        && stem == token.stem()
        && segments.equals(token.segments());
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean triggers(int use) {
    return (triggers & use) != 0;
  }
}

package org.marsad.names;

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
      String surface,
      String folded,
      Kind kind,
      int id,
      boolean anchor,
      int[] ids,
      int[] stripped,
      int triggers,
      int names,
      boolean nationality) {
    this.surface = surface;
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

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean triggers(int use) {
    return (triggers & use) != 0;
  }
}

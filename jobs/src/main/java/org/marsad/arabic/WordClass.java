package org.marsad.arabic;

/**
 * The classes of {@code forms.tsv}, by their letters: what a form is and what may be joined to it.
 */
enum WordClass {
  N(Pos.NOUN, false),
  A(Pos.ADJ, false),
  V(Pos.VERB, false),
  P(Pos.PROPN, false),
  D(Pos.ADV, false),
  F(Pos.PART, true),
  U(Pos.NUM, true),
  X(Pos.X, false);

  private final Pos pos;
  private final boolean stop;

  WordClass(Pos pos, boolean stop) {
    this.pos = pos;
    this.stop = stop;
  }

  Pos pos() {
    return pos;
  }

  boolean stop() {
    return stop;
  }

  int bit() {
    return 1 << ordinal();
  }

  /** The set of classes that a rule's cell names by their letters: {@code NAP}. */
  static int set(RuleFile.Row row, String column) {
    int bits = 0;
    String letters = row.required(column);
    for (int i = 0; i < letters.length(); i++) {
      bits |= parse(row, letters.substring(i, i + 1)).bit();
    }
    return bits;
  }

  static WordClass parse(RuleFile.Row row, String letter) {
    for (WordClass c : values()) {
      if (c.name().equals(letter)) {
        return c;
      }
    }
    throw new LexiconException(row.where(), "\"" + letter + "\" is none of N A V P D F U X");
  }

  static WordClass of(Pos pos) {
    return switch (pos) {
      case NOUN -> N;
      case ADJ -> A;
      case VERB -> V;
      case PROPN -> P;
      case ADV -> D;
      case NUM -> U;
      case X, SYM, PUNCT -> X;
      default -> F;
    };
  }
}

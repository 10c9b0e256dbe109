package org.marsad.names;

/**
 * What a written form may stand for.
 *
 * @param rank position of the entity in the lexicon: earlier ones are preferred
 * @param how how sure the form is
 * @param lead words of the form in front of the name itself: «الملك سلمان» has one
 */
record Candidate(Entity entity, int rank, How how, int lead) {
  /** How a form belongs to its entity. */
  enum How {
    NAME("name", 1.0),
    VARIANT("variant", 0.95),
    /** An analyst's word. */
    SAME_AS("same_as", 1.0),
    /** Marked {@code ?} in the lexicon: needs support. */
    AMBIGUOUS("supported_short", 0.85),
    /** Last part of a person's full name: needs support. */
    SURNAME("surname_of", 0.8),
    /** One letter away from a form. */
    SPELLING("spelling", 0.6),
    /** Marked {@code ??}: an ordinary word, the entity only where the article has its name. */
    ORDINARY("supported_short", 0.85);

    final String rule;
    final double score;

    How(String rule, double score) {
      this.rule = rule;
      this.score = score;
    }

    /** What the model of names is told; a model that is there has learned these numbers. */
    int feature() {
      return (this == ORDINARY ? AMBIGUOUS : this).ordinal();
    }

    boolean needsSupport() {
      return this == AMBIGUOUS || this == ORDINARY || this == SURNAME;
    }
  }

  /** The same with the type that an analyst gave it; null leaves it as it is. */
  Candidate as(EntityType told) {
    return told == null || told == type() ? this : new Candidate(entity.as(told), rank, how, lead);
  }

  EntityType type() {
    return entity.type();
  }
}

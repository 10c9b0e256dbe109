package org.marsad.arabic;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells a verb from a noun or an adjective that is printed alike by the words on either side: «قدم
 * الوزير», «كرة قدم». Naive Bayes: of the word's readings the one wins for which <i>share × P(word
 * before | use) × P(word behind | use)</i> is greatest.
 *
 * <p>{@link #FILE} counts how often a word, or else a class of words, stands beside unmistakable
 * nouns, adjectives and perfects in raw news; {@link #SHARES} holds what share of a form's
 * occurrences each reading has there, by expectation maximisation. Both are made by {@code
 * TrainContexts}.
 */
final class Contexts {
  static final String FILE = "contexts.tsv";
  static final String SHARES = "verb_shares.tsv";

  /**
   * Stands for the beginning of a sentence, of one of a headline, and for the end of either; no
   * token.
   */
  static final String BEGIN = "(begin)";

  static final String HEADLINE = "(headline)";
  static final String END = "(end)";

  /** All counts of the uses. */
  static final String ALL = "(all)";

  /** Added to each count. */
  private static final double SMOOTHING = 3;

  /** The share of the reading that the lexicon gives, where raw news lacks the form. */
  private static final double LISTED = 0.8;

  /** No reading is out of the question, in per cent. */
  private static final double LEAST = 0.5;

  /** As what a form may be used. */
  enum Use {
    NOUN,
    ADJECTIVE,
    PERFECT
  }

  private static final int USES = Use.values().length;
  private static final int SIDES = Side.values().length;

  /** Where a word stands to a neighbour. */
  enum Side {
    BEFORE,
    /** Before و or ف and the neighbour. */
    BEFORE_AND,
    /** Between أن or إن and the neighbour: «أن الوزير قدم». */
    BEFORE_THAT,
    BEHIND;

    private static final Set<String> THAT = Set.of("أن", "إن");

    /**
     * The side of a word behind which another one stands.
     *
     * @param beforeLast what stands before the two of them, or null
     */
    static Side of(Analysis word, Analysis beforeLast) {
      if (word.is(Traits.CONJUNCTION)) {
        return BEFORE_AND;
      }
      return beforeLast != null && THAT.contains(beforeLast.lemma()) ? BEFORE_THAT : BEFORE;
    }

    String column(Use use) {
      return (name() + "_" + use).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a word says of its neighbours' use: natural logarithms of probabilities, by {@link Side}
   * and {@link Use}.
   */
  record Place(double[][] logarithms) {
    private double of(Side side, Use use) {
      return logarithms[side.ordinal()][use.ordinal()];
    }
  }

  /**
   * One of a form's readings.
   *
   * @param share natural logarithm of its share in the form's occurrences
   */
  record Reading(Use use, Analysis result, double share) {}

  private final Map<String, Place> places = new HashMap<>(1 << 13);
  private final Map<String, double[]> shares = new HashMap<>(1 << 12);
  private final Place begin;
  private final Place headline;
  private final Place end;
  private final Place unknown;

  private Contexts(LexiconFiles files) {
    Map<String, double[][]> counts = new HashMap<>(1 << 13);
    RuleFile.forEach(files, FILE, row -> counts.put(row.required("word"), counts(row)));
    double[][] all = counts.remove(ALL);
    if (all == null) {
      throw new LexiconException(files.where(FILE), "has no row \"" + ALL + "\" of all counts");
    }
    unknown = logarithms(new double[SIDES][USES], all);
    counts.forEach((word, own) -> places.put(word, logarithms(own, all)));
    begin = places.getOrDefault(BEGIN, unknown);
    headline = places.getOrDefault(HEADLINE, unknown);
    end = places.getOrDefault(END, unknown);
    RuleFile.forEach(files, SHARES, this::readShares);
  }

  static Contexts read(LexiconFiles files) {
    return new Contexts(files);
  }

  private static double[][] counts(RuleFile.Row row) {
    double[][] counts = new double[SIDES][USES];
    for (Side side : Side.values()) {
      for (Use use : Use.values()) {
        counts[side.ordinal()][use.ordinal()] = number(row, side.column(use));
      }
    }
    return counts;
  }

  private void readShares(RuleFile.Row row) {
    double[] percent = new double[USES];
    for (Use use : Use.values()) {
      percent[use.ordinal()] = number(row, use.name().toLowerCase(Locale.ROOT));
    }
    shares.put(row.required("form"), percent);
  }

  private static int number(RuleFile.Row row, String column) {
    try {
      return Integer.parseInt(row.get(column));
    } catch (NumberFormatException e) {
      throw new LexiconException(row.where(), "\"" + row.get(column) + "\" is no whole number");
    }
  }

  private static Place logarithms(double[][] counts, double[][] all) {
    double[][] logs = new double[SIDES][USES];
    for (int side = 0; side < SIDES; side++) {
      for (int use = 0; use < USES; use++) {
        double seen = counts[side][use] + SMOOTHING;
        logs[side][use] = Math.log(seen / (all[side][use] + SMOOTHING));
      }
    }
    return new Place(logs);
  }

  /** What a word says of its neighbours: of itself if it is common, else of its class. */
  Place of(String surface, Analysis word) {
    Place own = places.get(Orthography.clean(surface));
    return own != null ? own : places.getOrDefault(classOf(word), unknown);
  }

  Place begin(Print print) {
    return print.prose() ? begin : headline;
  }

  Place end() {
    return end;
  }

  /**
   * The class of a word: its part of speech, with {@code +ال} behind an article, {@code +ب} behind
   * a preposition, {@code +ه} before a pronoun and {@code +ة} if it ends like a feminine.
   */
  static String classOf(Analysis word) {
    String written = word.written();
    return word.pos()
        + (word.hasArticle() ? "+ال" : "")
        + (word.hasPreposition() ? "+ب" : "")
        + (word.hasSuffix() ? "+ه" : "")
        + (written.endsWith("ة") || written.endsWith("ات") ? "+ة" : "");
  }

  /**
   * The word, whose stem is a verb's perfect and another word, with both readings.
   *
   * @param otherPos the part of speech of what it is besides a verb
   */
  Analysis attach(Analysis word, Pos otherPos) {
    Use listed = use(word);
    Use other = listed == Use.PERFECT ? use(otherPos) : Use.PERFECT;
    boolean inflected = word.hasArticle() || word.hasPreposition();
    if (listed == null || other == null || word.stop() || inflected) {
      return word;
    }
    String stem = word.written();
    Analysis otherwise = word.read(stem, other == Use.PERFECT ? Pos.VERB : otherPos);
    double[] known = shares.get(stem);
    return word.withReadings(
        List.of(
            new Reading(listed, word, share(known, listed, LISTED)),
            new Reading(other, otherwise, share(known, other, 1 - LISTED))));
  }

  private static double share(double[] known, Use use, double unknown) {
    return Math.log(known == null ? unknown : Math.max(known[use.ordinal()], LEAST) / 100);
  }

  /** As what the lexicon gives a word; null if as nothing that looks like a verb. */
  static Use use(Analysis word) {
    boolean perfect = word.pos() == Pos.VERB && word.written().equals(word.lemma());
    return perfect ? Use.PERFECT : use(word.pos());
  }

  private static Use use(Pos pos) {
    return switch (pos) {
      case NOUN -> Use.NOUN;
      case ADJ -> Use.ADJECTIVE;
      default -> null;
    };
  }

  /** The word as a noun or an adjective, if it may be one: no verb stands behind a preposition. */
  static Analysis nominal(Analysis word) {
    for (Reading reading : word.readings()) {
      if (reading.use != Use.PERFECT) {
        return reading.result;
      }
    }
    return word;
  }

  /** How well a use goes with its neighbours: a natural logarithm, up to a constant. */
  static double fit(Use use, Side side, Place before, Place behind) {
    return before.of(side, use) + behind.of(Side.BEHIND, use);
  }

  /** The reading that goes best with its neighbours; the first of equal ones. */
  static Analysis choose(Analysis word, Side side, Place before, Place behind) {
    Analysis best = word;
    double most = Double.NEGATIVE_INFINITY;
    List<Reading> readings = word.readings();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      double sum = reading.share + fit(reading.use, side, before, behind);
      if (sum > most) {
        most = sum;
        best = reading.result;
      }
    }
    return best;
  }
}

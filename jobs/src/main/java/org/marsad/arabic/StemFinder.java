package org.marsad.arabic;

/** Weighs stems: the one that is best known and commonest, given the clitics around it, wins. */
final class StemFinder {
  private static final double EXACT = 7;
  private static final double KEY = 5;
  private static final double INFLECTED = 4.5;
  private static final double GUESSED = 1;
  private static final double WHOLE = -1;

  /** Function words count as common as they are, in any form. */
  private static final double FUNCTION = 11;

  private static final int MIN_UNKNOWN = 3;
  private static final int MIN_GUESS = 4;
  private static final int MAX_UNSURE = 4;
  private static final double UNSEEN = 5;
  private static final double SHORT = 1.5;
  private static final double VOUCHED = 4;
  private static final int LONG = 5;
  private static final int MIN_DUAL = 4;

  /** A word with its article is not so much commoner than without. */
  private static final int RATIO = 4;

  /** One in so many of a word's occurrences is one of its rarer forms. */
  private static final double SHARE = 10;

  private final Lexicon lexicon;
  private final Inflector inflector;
  private final Counts counts;

  StemFinder(Lexicon lexicon, Inflector inflector, Counts counts) {
    this.lexicon = lexicon;
    this.inflector = inflector;
    this.counts = counts;
  }

  /** The verb of which the word is an imperfect, whatever else it may be, or null. */
  Entry imperfect(String word) {
    return inflector.imperfect(word);
  }

  /** The word uncut; never null. */
  Stem whole(String word) {
    Entry entry = lookUp(word, false);
    double score = Math.log1p(counts.of(word)) + WHOLE;
    return new Stem(word, word, entry, score + knowledge(entry, word));
  }

  /** The best reading of what is left between two clitics, or null if there is none. */
  Stem best(String written, Clitic pro, Clitic enc) {
    Stem best = weigh(written, written, pro, enc);
    if (!enc.isNone()) {
      for (String base : Joints.bases(written)) {
        Stem other = weigh(written, base, pro, enc);
        if (other != null && (best == null || other.score() > best.score())) {
          best = other;
        }
      }
    }
    return best;
  }

  /** A stem's score without what its look vouches for. */
  static double plainScore(Stem stem, Clitic pro) {
    boolean vouched = stem.entry() == null && pro.isVouchedBy(stem.base());
    return vouched ? stem.score() - VOUCHED : stem.score();
  }

  private Stem weigh(String written, String base, Clitic pro, Clitic enc) {
    Entry entry = behind(pro, base);
    if (!enc.isNone()) {
      entry = before(enc, base, entry);
    }
    if (entry != null && (isMadeVerbBehind(pro, entry) || isOtherStem(written, base, entry))) {
      return null;
    }
    if (entry != null && isNounBehind(pro, entry, base)) {
      // Behind an article or a preposition a verb's or a particle's form is its noun: الرفض,
      // المقابل, لكشف.
      entry = Entry.of(base, base, WordClass.N);
    }
    if (!Joints.fit(base, entry, pro, enc)) {
      return null;
    }
    if (entry == null && base.length() < MIN_UNKNOWN || isOwnArticle(pro, base, entry)) {
      return null;
    }
    double common = common(entry, base, pro);
    boolean joined =
        !enc.isNone() && base.length() >= LONG && !base.endsWith("و") && !base.endsWith("وا");
    if (entry != null && joined) {
      common = Math.max(common, commonLemma(entry));
    }
    double score = common + knowledge(entry, base) - pro.cost() - enc.cost();
    return new Stem(written, base, entry, score);
  }

  /** Behind ب and ك a verb's form is a noun only if it is listed: بيكرمان. */
  private boolean isMadeVerbBehind(Clitic pro, Entry entry) {
    return entry.wordClass() == WordClass.V
        && !pro.takes(WordClass.V)
        && !pro.hasArticle()
        && "يانأ".indexOf(entry.form().charAt(0)) >= 0
        && lexicon.findExact(entry.form()) == null;
  }

  /** أصابته is no إصابة: alef's hamza has its own seat. */
  private static boolean isOtherStem(String written, String base, Entry entry) {
    char printed = base.charAt(0);
    char form = entry.form().charAt(0);
    char right = isSeated(form) ? form : entry.lemma().charAt(0);
    boolean altered = !written.equals(base) && base.endsWith("ة");
    return altered && printed != right && isSeated(printed) && isSeated(right);
  }

  /** A listed word's own letters may look like an article: المانيا, التزاما. */
  private boolean isOwnArticle(Clitic pro, String base, Entry entry) {
    if (!pro.hasArticle() || (entry != null && entry.wordClass() != WordClass.P)) {
      return false;
    }
    Entry whole = lexicon.find("ال" + base);
    if (whole == null && base.endsWith("ا")) {
      whole = lexicon.find("ال" + base.substring(0, base.length() - 1));
    }
    return whole != null && (entry == null || isSeated(whole.lemma().charAt(0)));
  }

  /** What is listed; behind س the verb of which the base is an imperfect, if it may be one. */
  private Entry behind(Clitic pro, String base) {
    Entry listed = lookUp(base, pro.hasArticle());
    boolean imperfect =
        listed != null && listed.wordClass() == WordClass.V && !listed.lemma().equals(base);
    Entry verb = pro.isFuture() && !imperfect ? inflector.imperfect(base) : null;
    return verb == null ? listed : verb;
  }

  /**
   * An adjective's feminine before a pronoun is a noun: شعبيته, حليفته (but شاركته is a verb); two
   * of a noun may look like an adjective: منزليهما.
   */
  private Entry before(Clitic enc, String base, Entry entry) {
    boolean adjective = entry != null && entry.wordClass() == WordClass.A;
    if (adjective && isFeminineNoun(base)) {
      return Entry.of(base, base, WordClass.N);
    }
    boolean dual = adjective ? enc.isLong() && base.equals(entry.lemma()) : entry == null;
    if (!dual || base.length() < MIN_DUAL || !base.endsWith("ي")) {
      return entry;
    }
    int end = base.length() - 1;
    boolean feminine = base.charAt(end - 1) == 'ت';
    Entry one =
        lexicon.findExact(feminine ? base.substring(0, end - 1) + "ة" : base.substring(0, end));
    boolean noun = one != null && one.wordClass() == WordClass.N && one.lemma().equals(one.form());
    return noun ? Entry.of(base, one.lemma(), WordClass.N) : entry;
  }

  private static boolean isFeminineNoun(String base) {
    boolean verbsLook = base.charAt(1) == 'ا' || "اأ".indexOf(base.charAt(0)) >= 0;
    return base.endsWith("ية") || (base.endsWith("ة") && !verbsLook);
  }

  private double common(Entry entry, String base, Clitic pro) {
    if (entry != null && entry.wordClass() == WordClass.F) {
      return FUNCTION;
    }
    int bare = counts.of(base);
    if (isForeignLook(entry, base, pro) && counts.of("ال", base) == 0) {
      return Math.log1p(bare) - UNSEEN;
    }
    boolean verb = entry != null && entry.wordClass() == WordClass.V && !pro.hasArticle();
    double common = Math.log1p(verb ? bare : bare + counts.of("ال", base));
    if (entry == null && pro.isVouchedBy(base)) {
      return common + VOUCHED;
    }
    if (entry == null && pro.isFuture() && bare == 0) {
      return -UNSEEN;
    }
    if (entry == null && pro.isPreposition() && base.length() <= MAX_UNSURE) {
      return Math.log1p(bare) - SHORT;
    }
    return pro.hasArticle() && isEighthForm(entry, base, bare) ? common - UNSEEN : common;
  }

  /** An article that nothing vouches for may be the word's own letters: التحق, التزمت. */
  private boolean isEighthForm(Entry entry, String base, int bare) {
    if (base.charAt(0) != 'ت') {
      return false;
    }
    int vouched = bare + counts.of("لل", base);
    boolean unsure = entry == null && vouched == 0 && base.length() <= MAX_UNSURE;
    return unsure
        || (RATIO * vouched < counts.of("ال", base) && isEighthForm(lookUp("ال" + base, false)));
  }

  private static boolean isEighthForm(Entry whole) {
    return whole != null && whole.wordClass() == WordClass.V;
  }

  /** A long form with a pronoun may be rare, its word is not: مرافقيه, باحثيها. */
  private double commonLemma(Entry entry) {
    String lemma = entry.lemma();
    return Math.log1p((counts.of(lemma) + counts.of("ال", lemma)) / SHARE);
  }

  /** Foreign names begin like this as often as words with a clitic: فيرون, كالاهاري, فالون. */
  private boolean isForeignLook(Entry entry, String base, Clitic pro) {
    return switch (pro.written()) {
      case "ف" ->
          entry != null
              && entry.wordClass() == WordClass.V
              && (base.length() <= MAX_UNSURE
                  || (base.startsWith("ي") && base.endsWith("ا") && !base.endsWith("وا")))
              && lexicon.findExact(base) == null;
      case "كال", "فال" -> entry == null;
      default -> false;
    };
  }

  private Entry lookUp(String base, boolean article) {
    Entry entry = lexicon.find(base);
    if (entry != null && !isUsable(base, entry, article)) {
      entry = rival(base, article, entry);
    }
    if (entry != null && (entry.wordClass() == WordClass.P || !isOtherSeat(base, entry))) {
      return entry;
    }
    Entry made = inflector.find(base, article);
    boolean verb = made != null && made.wordClass() == WordClass.V;
    return entry == null || verb ? made : entry;
  }

  private Entry rival(String base, boolean article, Entry first) {
    if (first.form().equals(base)) {
      return null;
    }
    for (Entry other : lexicon.rivals(base)) {
      if (isUsable(base, other, article) && !isOtherSeat(base, other)) {
        return other;
      }
    }
    return isUsable(base, first, false) ? first : null;
  }

  /** Behind the article a particle gives way to a noun of the same key: الآية, not أية. */
  private boolean isUsable(String base, Entry entry, boolean article) {
    boolean particle = article && entry.wordClass() == WordClass.F && !entry.form().equals(base);
    return !particle && entry.segments().isEmpty() && isSpelling(base, entry);
  }

  /** أعادت is no إعادة: where both are printed, alef's hamza has its own seat. */
  private static boolean isOtherSeat(String base, Entry entry) {
    char printed = base.charAt(0);
    char right = entry.form().charAt(0);
    return printed != right && isSeated(printed) && isSeated(right);
  }

  private static boolean isSeated(char c) {
    return c == 'أ' || c == 'إ' || c == 'آ';
  }

  /** The cut with an unknown stem's likely lemma: how a word is cut never rests on a guess. */
  Cut guess(Cut cut) {
    Stem stem = cut.stem();
    if (stem.entry() != null || stem.base().length() < MIN_GUESS) {
      return cut;
    }
    Entry entry = inflector.guess(stem.base(), cut.before().hasArticle());
    Stem known = new Stem(stem.written(), stem.base(), entry, stem.score());
    return new Cut(cut.before(), known, cut.behind());
  }

  /** ه is printed for ة, ي and ى for each other; ة is never printed for ه. */
  private boolean isSpelling(String base, Entry entry) {
    char printed = base.charAt(base.length() - 1);
    char right = entry.form().charAt(entry.form().length() - 1);
    if (printed == right || entry.wordClass() == WordClass.F) {
      return true;
    }
    return printed != 'ة' && counts.of(entry.form()) >= counts.of(base);
  }

  private static boolean isNounBehind(Clitic pro, Entry entry, String base) {
    boolean taken = pro.takes(entry.wordClass());
    return switch (entry.wordClass()) {
      case V -> !taken || (Joints.isOfImperfect(pro) && isPerfect(entry, base));
      case D -> !taken;
      case F -> !taken && pro.hasArticle() && entry.form().length() >= MIN_UNKNOWN;
      default -> false;
    };
  }

  private static boolean isPerfect(Entry entry, String base) {
    return entry.lemma().equals(base) && !Joints.mayBeImperfect(base);
  }

  private double knowledge(Entry entry, String base) {
    if (entry == null) {
      return base.length() >= MIN_GUESS && inflector.guess(base, false) != null ? GUESSED : 0;
    }
    if (!entry.form().equals(base)) {
      return KEY;
    }
    return lexicon.findExact(base) != null ? EXACT : INFLECTED;
  }
}

package org.marsad.facts;

import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.arabic.Pos;
import org.marsad.names.EntityType;
import org.marsad.names.Mention;

/** Reads the phrase that names a speaker: «وزير الخارجية السعودي عادل الجبير», «مصدر أمني». */
final class Speakers {
  private static final int LONGEST = 22;

  /** Tokens between a phrase and the name behind its place. */
  private static final int FARTHEST = 8;

  private static final Set<String> OCCASIONS = Set.of("في", "خلال", "عبر");
  private static final Set<String> VOICES = Set.of("اسم", "لسان");
  private static final Set<Pos> NOMINAL = Set.of(Pos.NOUN, Pos.ADJ, Pos.PROPN, Pos.NUM, Pos.X);

  private final QuoteRules rules;
  private final TitleRules titles;

  Speakers(QuoteRules rules, TitleRules titles) {
    this.rules = rules;
    this.titles = titles;
  }

  /** The speaker whose phrase begins at token {@code i}, or null if that is no speaker. */
  Speaker at(AnalysedText t, int i) {
    return at(t, i, false);
  }

  /**
   * The same for who acts, behind whose title the verb's object may follow: «التقى الوزير وفدا».
   */
  Speaker actorAt(AnalysedText t, int i) {
    return at(t, i, true);
  }

  private Speaker at(AnalysedText t, int i, boolean acts) {
    int quote = t.opensQuote(i) && t.isSameSentence(i, i + 1) ? i + 1 : i;
    if (quote >= t.size() || !isHead(t, quote)) {
      return null;
    }
    int last = end(t, quote, acts);
    return new Speaker(t.printed(quote, last), entity(t, quote, last), quote, last);
  }

  private boolean isHead(AnalysedText t, int i) {
    boolean name = t.beginsName(i) || (t.name(i) != null && i > 0);
    return name || rules.isSpeaker(t, i) || (t.pos(i) != Pos.VERB && titles.isHead(t, i));
  }

  private int end(AnalysedText t, int first, boolean acts) {
    int last = quotedName(t, first);
    for (int i = last + 1; i < first + LONGEST && t.isSameSentence(first, i); i++) {
      if (rules.isObject(t, i)
          || isAudience(t, first, last, i)
          || isBehindName(t, last, i)
          || isBehindTitle(t, first, last, i, acts)
          || acts && isOther(t, first, last, i)) {
        break;
      }
      boolean at = i <= first + 6 && !t.isPerson(last) && isAt(t, i);
      if (t.name(i) != null && (!t.beginsName(i) || continues(t, i))) {
        last = i;
      } else if (t.name(i) != null || !(belongs(t, i) || at)) {
        last = withPersonBehindPlace(t, first, last);
        break;
      } else {
        last = i;
      }
    }
    return withPersonBeforeSpeech(t, first, withApposition(t, first, last));
  }

  /** «موقع «ليبيا المستقبل»», «صحيفة "الحياة"»: a name in quotation marks behind the head. */
  private static int quotedName(AnalysedText t, int first) {
    if (t.isSameSentence(first, first + 1) && t.opensQuote(first + 1)) {
      for (int i = first + 2; i <= first + 6 && t.isSameSentence(first, i); i++) {
        if (t.isSign(i, AnalysedText.CLOSING)) {
          return i - 1;
        }
      }
    }
    return first;
  }

  /** «الناطق الإعلامي بشرطة منطقة مكة»: where a spokesman speaks for. */
  private boolean isAt(AnalysedText t, int i) {
    return t.pos(i) == Pos.NOUN
        && t.hasProclitic(i, "ب")
        && !t.isDefinite(i)
        && !rules.isSaying(t, i);
  }

  /**
   * «القريني زيادة الكميات», «كرزاي الولايات المتحدة», «كامبل لرويترز»: behind a whole name a noun
   * that is no title, or a thing's name, is what its verb is about, and ل leads to who was told;
   * behind «محمد» it may be the rest of his name.
   */
  private boolean isBehindName(AnalysedText t, int last, int i) {
    if (t.isPerson(last) && t.hasProclitic(i, "ل")) {
      return IntStream.rangeClosed(i + 1, i + FARTHEST)
          .noneMatch(k -> t.isSameSentence(i, k) && t.isPerson(k));
    }
    boolean whole =
        t.isPerson(last)
            && (!t.beginsName(last) || t.isDefinite(last) || !t.name(last).isUnlisted());
    if (!whole || !t.isFree(i)) {
      return false;
    }
    return t.name(i) == null
        ? t.pos(i) == Pos.NOUN && !titles.isPerson(t, i)
        : !t.isPerson(i) && t.beginsName(i) && !t.isConjoined(i);
  }

  /**
   * «مسؤول فلسطيني الخطوة», «وزارة العدل الحكم», «الوزيرة جانبا», «الوزير دخول الشركة»: what does
   * not agree with a title is its verb's object, or how the bearer did it.
   */
  private boolean isBehindTitle(AnalysedText t, int first, int last, int i, boolean acts) {
    boolean nominal = t.pos(i) == Pos.NOUN || t.pos(i) == Pos.ADJ;
    if (!nominal || t.name(i) != null || !t.isFree(i) || t.isConjoined(i)) {
      return false;
    }
    if (titles.isPerson(t, i) || titles.isHead(t, i) || rules.describes(t, i)) {
      return false;
    }
    boolean titled = t.name(first) == null && t.name(last) == null;
    if (t.isDefinite(i)) {
      boolean described =
          t.pos(last) == Pos.ADJ && !t.isDefinite(last) && t.key(last).endsWith("ي");
      boolean complete = t.isDefinite(last) && (acts || last > first && !t.isDefinite(first));
      boolean named = t.isSameSentence(i, i + 1) && t.isPerson(i + 1);
      boolean noun = t.pos(i) == Pos.NOUN && (acts || !isLikeNisba(t, i));
      return titled && !named && (described || complete && noun);
    }
    boolean accusative = t.stem(i).equals(t.lemma(i) + "ا");
    return accusative || acts && titled && t.isDefinite(first) && t.isDefinite(last);
  }

  /** «الاستراتيجي», «الاستراتيجية»: what is not listed as an adjective may be one. */
  private static boolean isLikeNisba(AnalysedText t, int i) {
    return t.key(i).endsWith("ي") || t.key(i).endsWith("يه");
  }

  /** «استقبل الوزير السفير», «التقى بوتين أوباما»: whom the verb is done to. */
  private boolean isOther(AnalysedText t, int first, int last, int i) {
    boolean another = t.isPerson(last) && t.isPerson(i) && t.beginsName(i);
    boolean whole = t.isDefinite(i) || t.isSameSentence(i, i + 1) && t.isDefinite(i + 1);
    boolean titled = whole && t.name(first) == null && t.name(i) == null && titles.isHead(t, i);
    return another || titled && !titles.isHonorific(t, i) && !t.isConjoined(i);
  }

  /**
   * «المتحدث الرسمي للهلال الأحمر بالباحة عماد الزهراني»: the name stands behind where its bearer
   * speaks for.
   */
  private int withPersonBehindPlace(AnalysedText t, int first, int last) {
    int i = last + 1;
    if (isNamed(t, first, last) || place(t, i) < 0) {
      return last;
    }
    for (; i <= last + FARTHEST && t.isSameSentence(first, i); i++) {
      if (t.isPerson(i) && t.isFree(i)) {
        return t.beginsName(i) ? t.nameEnd(i) : last;
      }
      int place = place(t, i);
      if (place < 0 && !belongs(t, i) && t.name(i) == null) {
        return last;
      }
      i = Math.max(i, place);
    }
    return last;
  }

  /**
   * «مدير شركة «بلاتينوم ريكوردز» تيمور مرمرشي قائلا», «قائد الكتيبة المسؤولة عن تأمين الحدود
   * العميد روي الكبيتس، أن»: whatever a title goes on with, the person before what is said bears
   * it.
   */
  private int withPersonBeforeSpeech(AnalysedText t, int first, int last) {
    if (isNamed(t, first, last) || isAnonymous(t, first)) {
      return last;
    }
    for (int i = last + 1; i < first + LONGEST && t.isSameSentence(first, i); i++) {
      if (t.isPerson(i)) {
        boolean bears = t.beginsName(i) && t.isFree(i) && standsApart(t, i);
        return bears && isBeforeSpeech(t, t.nameEnd(i) + 1) ? t.nameEnd(i) : last;
      }
      boolean ends = t.pos(i) == Pos.VERB || rules.isSaying(t, i) || QuoteRules.isParticle(t, i);
      if (ends || t.isSign(i, ":.؛")) {
        return last;
      }
    }
    return last;
  }

  /** A source without a name: «مصدر مقرب من تمام سلام». */
  private boolean isAnonymous(AnalysedText t, int first) {
    return rules.isSpeaker(t, first) && !titles.isHead(t, first);
  }

  /** Whether a name does not depend on the word before it, as in «ناطق بلسان نتنياهو». */
  private boolean standsApart(AnalysedText t, int name) {
    int before = name - 1;
    boolean title =
        t.isDefinite(before) && titles.isHead(t, before)
            || t.token(before).surface().endsWith(".")
            || t.pos(before) == Pos.PUNCT;
    return title || t.name(before) != null || t.isDefinite(before) && t.isFree(before);
  }

  /** Whether what is said begins at a token, or an occasion of it, signs left out. */
  private boolean isBeforeSpeech(AnalysedText t, int i) {
    int at = i;
    while (at < i + 2 && t.isSign(at, "،,-–)»\"”")) {
      at++;
    }
    return t.isSign(at, ":")
        || (at < t.size()
            && (t.opensQuote(at)
                || QuoteRules.isParticle(t, at)
                || (t.pos(at) == Pos.ADP
                    && t.isSameSentence(at, at + 1)
                    && QuoteRules.isParticle(t, at + 1))
                || rules.isSaying(t, at)
                || isOccasion(t, at)));
  }

  private static boolean isNamed(AnalysedText t, int first, int last) {
    return IntStream.rangeClosed(first, last).anyMatch(t::isPerson);
  }

  /** The token of the place that «في» or «ب» at token {@code i} leads to, or -1. */
  private static int place(AnalysedText t, int i) {
    if (!t.isSameSentence(i, i)) {
      return -1;
    }
    int at = t.token(i).surface().equals("في") ? i + 1 : t.hasProclitic(i, "ب") ? i : -1;
    boolean known =
        t.isSameSentence(i, at)
            && !t.isPerson(at)
            && (t.name(at) != null || t.isDefinite(at) || t.pos(at) == Pos.PROPN);
    return known ? at : -1;
  }

  /** «كيري للصحفيين», «مصدر أمني لوكالة رويترز»: who is told; «المدير العام لوكالة» is a title. */
  private boolean isAudience(AnalysedText t, int first, int last, int i) {
    return t.hasProclitic(i, "ل")
        && rules.isAudience(t, i)
        && (isAnonymous(t, first) || isNamed(t, first, last));
  }

  private static boolean continues(AnalysedText t, int i) {
    return t.isFree(i) || t.hasProclitic(i, "ل");
  }

  private boolean belongs(AnalysedText t, int i) {
    boolean free = t.isFree(i) || t.hasProclitic(i, "ل") || titles.isInside(t, i);
    return NOMINAL.contains(t.pos(i)) && free && !rules.isAside(t, i) && !rules.isSaying(t, i);
  }

  /**
   * «الرئيس السوري، بشار الأسد، إن», «المدير الجهوي للصحة بالمهدية، يوسف صولا اليوم إن»: a person
   * between commas, or behind that of a title and its place.
   */
  private int withApposition(AnalysedText t, int first, int last) {
    int comma = last + 1;
    for (int place = place(t, comma);
        place >= 0 && place < first + LONGEST;
        place = place(t, comma)) {
      comma = (t.name(place) == null ? place : t.nameEnd(place)) + 1;
    }
    int name = comma + 1;
    if (t.isSign(comma, "،,")
        && t.isSameSentence(last, name)
        && t.isPerson(name)
        && t.beginsName(name)
        && t.isFree(name)
        && !t.isConjoined(name)
        && !isNamed(t, first, last)) {
      int end = t.nameEnd(name);
      boolean ends =
          t.isSign(end + 1, "،,:")
              || (end + 1 < t.size()
                  && (QuoteRules.isParticle(t, end + 1) || isOccasion(t, end + 1)));
      if (ends || titles.isHead(t, first)) {
        return end;
      }
    }
    return last;
  }

  /** «، محمد علي العروي في تصريح لإذاعة …». */
  private static boolean isOccasion(AnalysedText t, int i) {
    return OCCASIONS.contains(t.token(i).surface());
  }

  /** «صالح زهر الدين» is not the Salih that the lexicon knows: more of a name follows. */
  private static boolean isWhole(AnalysedText t, int name, int last) {
    int next = t.nameEnd(name) + 1;
    return next > last || t.name(next) != null || t.pos(next) != Pos.PROPN;
  }

  /** «ناطق بلسان نتنياهو», «المتحدث باسم الأسد»: another speaks for the person. */
  private static boolean isSpokenFor(AnalysedText t, int first, int person) {
    return person > first
        && t.hasProclitic(person - 1, "ب")
        && VOICES.contains(t.lemma(person - 1));
  }

  /**
   * The person named, the last of several unless the phrase begins with one («مستشارة الرئيس بشار
   * الأسد بثينة شعبان»), else the name that the phrase is or begins with, unless it is a title's,
   * or an organisation right behind its head («وكالة سانا»).
   */
  private String entity(AnalysedText t, int first, int last) {
    Mention whole = t.name(first);
    if (whole != null && whole.type() != EntityType.PERSON && t.nameEnd(first) == last) {
      return whole.entityId();
    }
    int person = t.isPerson(first) ? first : last;
    while (person >= first && !(t.isPerson(person) && t.beginsName(person))) {
      person--;
    }
    if (person >= first) {
      boolean himself = isWhole(t, person, last) && !isSpokenFor(t, first, person);
      return himself ? t.name(person).entityId() : null;
    }
    if (whole != null) {
      return whole.entityId();
    }
    boolean headed =
        first < last
            && t.isOrganization(first + 1)
            && t.beginsName(first + 1)
            && t.nameEnd(first + 1) == last
            && !titles.isHead(t, first);
    return headed ? t.name(first + 1).entityId() : null;
  }
}

package org.marsad.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Sentences;
import org.marsad.names.EntityType;
import org.marsad.names.Mention;

/**
 * Finds how many were killed, wounded, arrested: «قتل 22 شخصا», «مقتل وإصابة العشرات», «33 مسلحا
 * لقوا مصرعهم», «ثلاثة جرحى», «قتيلان».
 */
final class CountFinder {
  /** Words between an event and its number, or a number's unit and its event. */
  private static final int REACH = 5;

  /** Words before a count in which an illness is looked for. */
  private static final int BEFORE = 12;

  /** Words between a distance, or a border, and the place that it is told from. */
  private static final int FAR = 4;

  private static final int NEAR = 2;

  private static final Pattern FOUR_DIGITS =
      Pattern.compile("(?<!\\d)\\d{4}(?!\\d)", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;

  private static final Set<String> DISTANCES = Set.of("كلم", "كم", "كيلومتر", "كيلو", "ميل");
  private static final Set<String> BORDERS = Set.of("حدود", "حدودي", "حدودية");
  private static final Set<String> WITHIN = Set.of("في", "داخل");

  /** Words around a count in which its place is looked for. */
  private static final int AROUND = 60;

  /** «القضاء على 5 إرهابيين»: killed, where it is fighters. */
  private static final String ELIMINATED = "eliminated";

  private static final Set<String> DEATHS = Set.of("مصرع", "حتف");
  private static final Set<String> LIFE = Set.of("حياة", "روح");

  private final CountRules rules;

  CountFinder(CountRules rules) {
    this.rules = rules;
  }

  List<PeopleCount> find(AnalysedText t) {
    List<PeopleCount> found = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < t.size(); i++) {
      Found count = i < from ? null : at(t, i);
      if (count != null) {
        found.add(count(t, count));
        from = count.last() + 1;
      }
    }
    return found;
  }

  /** A number with what it counts; tokens {@code first} to {@code last}, unit maybe none (-1). */
  private record Found(String what, Numeral number, int unit, int unitEnd, int first, int last) {}

  private Found at(AnalysedText t, int i) {
    Found found = null;
    if (rules.verb(t, i) != null || rules.noun(t, i) != null) {
      found = behindEvent(t, i);
    }
    if (found == null && rules.isDual(t, i)) {
      found = dual(t, i);
    }
    return found != null ? found : fromNumber(t, i);
  }

  /** «قتل 22 شخصا», «مقتل وإصابة العشرات». */
  private Found behindEvent(AnalysedText t, int event) {
    if (isNegated(t, event)) {
      return null;
    }
    boolean verb = rules.verb(t, event) != null;
    String what = verb ? rules.verb(t, event) : rules.noun(t, event);
    int at = event + 1;
    boolean more = t.isSameSentence(event, at) && t.isConjoined(at) && isOpen(t, event);
    String other = !more ? null : verb ? rules.verb(t, at) : rules.noun(t, at);
    if (other != null) {
      what = joined(what, other);
      at++;
    }
    if (at < t.size() && DEATHS.contains(t.lemma(at))) {
      at++;
    }
    boolean mustHaveUnit = !Set.of("killed", "wounded", "casualties").contains(what);
    for (int k = at; k <= at + (verb ? REACH : 1) && t.isSameSentence(event, k); k++) {
      if (what.equals(ELIMINATED) && !isEliminated(t, event, k)) {
        continue;
      }
      Numeral number = t.pos(k) == Pos.VERB ? null : rules.numerals.read(t, k);
      if (number != null) {
        return behindNumber(t, event, what, number, mustHaveUnit || k > at);
      }
      if (rules.isDual(t, k) && rules.state(t, k) == null && mayBe(t, what, k)) {
        return new Found(inContext(t, what, k), two(k), k, k, event, k);
      }
      if (!isPassable(t, k, verb)) {
        return null;
      }
    }
    return null;
  }

  /** «مقتل وإصابة» share what follows; «قتلوا وأصيب», «مصرعهم وأصيب» do not. */
  private static boolean isOpen(AnalysedText t, int event) {
    boolean suffixed = t.token(event).segments().size() > t.token(event).stem() + 1;
    return !suffixed && !t.stem(event).endsWith("وا");
  }

  private static String joined(String a, String b) {
    boolean bodily =
        Set.of("killed", "wounded").contains(a) && Set.of("killed", "wounded").contains(b);
    return a.equals(b) || !bodily ? a : "casualties";
  }

  /** Words that may stand between an event and its number: an agent, or «على» of an arrest. */
  private static boolean isPassable(AnalysedText t, int i, boolean verb) {
    if (t.pos(i) == Pos.ADP) {
      return t.lemma(i).equals("على");
    }
    boolean noun = Set.of(Pos.NOUN, Pos.PROPN, Pos.ADJ).contains(t.pos(i)) || t.name(i) != null;
    return verb && noun && !t.isConjoined(i) && t.isFree(i);
  }

  private Found behindNumber(
      AnalysedText t, int event, String what, Numeral number, boolean mustHaveUnit) {
    int[] unit = unit(t, number.last() + 1, event);
    if (unit == null && (mustHaveUnit || !isOpenEnd(t, number.last() + 1))) {
      return null;
    }
    int last = unit == null ? number.last() : unit[1];
    boolean suspended = unit != null && isSuspended(t, what, unit[1] + 1);
    if (suspended || isOffender(t, unit, event) || !mayBe(t, what, unit == null ? -1 : unit[0])) {
      return null;
    }
    return new Found(
        inContext(t, what, last), number, unit == null ? -1 : unit[0], last, event, last);
  }

  /** «القضاء على 5 إرهابيين», not the judiciary: «حكم القضاء على 3 إرهابيين». */
  private static boolean isEliminated(AnalysedText t, int event, int k) {
    boolean over = k > event && t.lemma(k - 1).equals("على");
    int before = event - 1;
    boolean governed =
        t.isSameSentence(before, event)
            && !t.lemma(before).equals("تم")
            && (t.pos(before) == Pos.VERB || t.lemma(before).equals("حكم"));
    boolean negated = before > 0 && isNegated(t, before);
    return over && !governed && !negated;
  }

  /** «إيقاف 5 موظفين عن العمل» is no arrest. */
  private static boolean isSuspended(AnalysedText t, String what, int behind) {
    return what.equals("arrested")
        && behind < t.size()
        && t.isSameSentence(behind - 1, behind)
        && t.lemma(behind).equals("عن");
  }

  private boolean mayBe(AnalysedText t, String what, int unit) {
    return !what.equals(ELIMINATED) || (unit >= 0 && rules.words.is("fighter", t, unit));
  }

  /** «قتل 3 مسلحين ضابطا»: an accusative behind the unit makes the number the killers'. */
  private boolean isOffender(AnalysedText t, int[] unit, int event) {
    int next = unit == null ? -1 : unit[1] + 1;
    return next > 0
        && rules.verb(t, event) != null
        && t.isSameSentence(event, next)
        && t.pos(next) == Pos.NOUN
        && !t.isConjoined(next)
        && t.stem(next).equals(t.lemma(next) + "ا");
  }

  /** First and last token of what is counted: «شخصا», «من المسلحين», «عناصر من الشرطة». */
  private int[] unit(AnalysedText t, int i, int in) {
    if (!t.isSameSentence(in, i)) {
      return null;
    }
    if (rules.isUnit(t, i) && !t.isConjoined(i)) {
      int next = i + 1;
      boolean adjective =
          t.isSameSentence(in, next)
              && t.pos(next) == Pos.ADJ
              && !t.isConjoined(next)
              && !t.isDefinite(next)
              && t.isFree(next);
      return new int[] {i, adjective ? next : i};
    }
    boolean among = t.lemma(i).equals("من") && t.isSameSentence(in, i + 1);
    if (among && rules.isPerson(t, i + 1)) {
      return new int[] {i + 1, i + 1};
    }
    boolean definite = t.isDefinite(i) && t.isFree(i) && rules.isPerson(t, i);
    return definite ? new int[] {i, i} : null;
  }

  /** Whether a number may stand alone before this token: «مقتل 3 وإصابة 5 في غارة». */
  private static boolean isOpenEnd(AnalysedText t, int i) {
    if (i >= t.size() || !t.isSameSentence(i - 1, i)) {
      return true;
    }
    String lemma = t.lemma(i);
    boolean other = Set.of("آخر", "على").contains(lemma);
    return other
        || (t.pos(i) == Pos.PUNCT && !t.token(i).surface().equals("%"))
        || Set.of("في", "جراء", "إثر", "خلال").contains(lemma)
        || t.isConjoined(i) && t.pos(i) != Pos.NUM;
  }

  /** «22 قتيلا», «العشرات من الجرحى», «33 مسلحا لقوا مصرعهم». */
  private Found fromNumber(AnalysedText t, int i) {
    Numeral number = rules.numerals.read(t, i);
    if (number == null) {
      return null;
    }
    int at = number.last() + 1;
    if (at < t.size() && t.lemma(at).equals("من") && t.isSameSentence(i, at + 1)) {
      at++;
    }
    if (!t.isSameSentence(i, at) || !t.isFree(at) || t.isConjoined(at)) {
      return null;
    }
    String state = t.pos(at) == Pos.VERB ? null : state(t, at);
    if (state != null && !isNegated(t, number.first())) {
      return new Found(inContext(t, state, at), number, at, at, number.first(), at);
    }
    int[] unit = unit(t, number.last() + 1, i);
    return unit == null ? null : beforeEvent(t, number, unit);
  }

  /** The state that a noun names, with «قتلى وجرحى» taken together. */
  private String state(AnalysedText t, int i) {
    String what = rules.state(t, i);
    if (what == null) {
      String noun = t.isDefinite(i) ? null : rules.words.value("event_noun", t.lemma(i));
      boolean plural = t.stem(i).endsWith("ات") && isOpen(t, i);
      return plural && noun != null ? noun : null;
    }
    int next = i + 1;
    boolean more = t.isSameSentence(i, next) && t.isConjoined(next);
    String other = more ? rules.state(t, next) : null;
    return other == null ? what : joined(what, other);
  }

  private Found beforeEvent(AnalysedText t, Numeral number, int[] unit) {
    for (int k = unit[1] + 1; k <= unit[1] + REACH && t.isSameSentence(unit[0], k); k++) {
      String what = rules.verb(t, k);
      boolean plural = t.stem(k).endsWith("وا") || t.stem(k).endsWith("ن");
      if (what != null && plural && !t.isConjoined(k)) {
        int last = k;
        if (t.lemma(k).equals("لقي")) {
          last = k + 1;
          if (!t.isSameSentence(k, last) || !DEATHS.contains(t.lemma(last))) {
            return null;
          }
        } else if (hasObject(t, k)) {
          return null;
        }
        return new Found(inContext(t, what, last), number, unit[0], unit[1], number.first(), last);
      }
      boolean passable = Set.of(Pos.ADJ, Pos.NOUN, Pos.PROPN, Pos.ADP).contains(t.pos(k));
      if (!passable || t.isConjoined(k)) {
        return null;
      }
    }
    return null;
  }

  /** Whether somebody stands behind a verb to whom the counted ones did it. */
  private static boolean hasObject(AnalysedText t, int verb) {
    int next = verb + 1;
    boolean noun =
        t.isSameSentence(verb, next)
            && Set.of(Pos.NOUN, Pos.PROPN, Pos.NUM, Pos.ADJ).contains(t.pos(next));
    return noun && !t.isConjoined(next) && t.isFree(next);
  }

  private Found dual(AnalysedText t, int i) {
    String state = rules.state(t, i);
    return state == null || isNegated(t, i) ? null : new Found(state, two(i), i, i, i, i);
  }

  private static Numeral two(int i) {
    return new Numeral(i, i, i, 2, 2L, "exact");
  }

  private static boolean isNegated(AnalysedText t, int i) {
    return i > 0
        && t.isSameSentence(i - 1, i)
        && Set.of("لم", "لن", "لا", "عدم", "دون", "بدون", "محاولة").contains(t.lemma(i - 1));
  }

  /**
   * «إصابة 5 أشخاص بفيروس», «تفشي المرض … 186 مصابا»: an illness, no wound; «احتجزت السيول 5
   * أشخاص»: a danger, no arrest.
   */
  private String inContext(AnalysedText t, String what, int last) {
    return switch (what) {
      case "wounded" -> isIll(t, last) ? "infected" : what;
      case ELIMINATED -> "killed";
      case "missing" -> isOfLife(t, last) ? "killed" : what;
      case "held" -> isInDanger(t, last) ? "trapped" : "arrested";
      default -> what;
    };
  }

  /** «فقد 12 شخصا حياتهم», «فقد الوطن 37 شهيدا». */
  private boolean isOfLife(AnalysedText t, int last) {
    for (int k = last + 1; k <= last + REACH && t.isSameSentence(last, k); k++) {
      if (LIFE.contains(t.lemma(k))) {
        return true;
      }
    }
    return "killed".equals(rules.state(t, last));
  }

  private boolean isIll(AnalysedText t, int last) {
    for (int k = last - BEFORE; k <= last + REACH + 1; k++) {
      if (k != last && t.isSameSentence(last, k) && rules.words.is("illness", t, k)) {
        return true;
      }
    }
    return false;
  }

  /** «احتجزت السيول 5 أشخاص», «احتجاز 5 أشخاص في حريق»; not «احتجاز 5 أشخاص للاشتباه في حريق». */
  private boolean isInDanger(AnalysedText t, int last) {
    for (int k = last - REACH; k <= last + 2; k++) {
      boolean holds = k > 0 && (k < last ? "held".equals(rules.verb(t, k - 1)) : k > last);
      if (holds && t.isSameSentence(last, k) && rules.words.is("danger", t, k)) {
        return true;
      }
    }
    return false;
  }

  private PeopleCount count(AnalysedText t, Found f) {
    int behind = Math.max(f.last(), f.number().last());
    Numeral n = rules.numerals.qualifiedBehind(t, f.number(), behind);
    if (f.unit() >= 0 && f.unitEnd() < behind) {
      n = rules.numerals.qualifiedBehind(t, n, f.unitEnd());
    }
    int start = t.start(f.first());
    int end = t.end(behind);
    String unit = f.unit() < 0 ? "" : t.printed(f.unit(), f.unitEnd());
    return new PeopleCount(
        t.title,
        t.token(f.first()).sentence(),
        f.what(),
        n.low(),
        n.high(),
        n.qualifier(),
        unit,
        place(t, f.first(), f.last()),
        year(t, f),
        t.text.substring(start, end),
        start,
        end);
  }

  /** «أوقعت حرب 1973 آلاف القتلى»: the latest year that the sentence names beside the count. */
  private Integer year(AnalysedText t, Found f) {
    Integer latest = null;
    for (int i = t.sentenceStart(f.first()); i < t.sentenceEnd(f.first()); i++) {
      Integer year = i < f.first() || i > f.last() ? yearAt(t, i) : null;
      latest = latest == null || (year != null && year > latest) ? year : latest;
    }
    return latest;
  }

  /** The later one of «1982-1990»; null if a token is no year, or counts people: «1900 شخص». */
  private Integer yearAt(AnalysedText t, int i) {
    Integer last = null;
    for (Matcher m = FOUR_DIGITS.matcher(t.token(i).surface()); m.find(); ) {
      int year = Integer.parseInt(m.group());
      last = year >= FIRST_YEAR && year <= LAST_YEAR ? Integer.valueOf(year) : last;
    }
    return last == null || unit(t, i + 1, i) != null ? null : last;
  }

  /**
   * The place that the sentence names nearest to the number, the next one if two are as near; none
   * that only tells how far away or behind which border it was, and that of the dateline only where
   * there is no other.
   */
  private static String place(AnalysedText t, int first, int last) {
    int dateline = t.title || t.token(first).sentence() > 0 ? 0 : Sentences.datelineEnd(t.text);
    String fallback = null;
    for (int far = 1;
        far <= AROUND
            && (t.isSameSentence(first, first - far) || t.isSameSentence(last, last + far));
        far++) {
      if (t.isSameSentence(last, last + far) && isPlace(t, last + far)) {
        return t.name(last + far).entityId();
      }
      int before = first - far;
      if (t.isSameSentence(first, before) && isPlace(t, before)) {
        fallback = t.name(before).entityId();
        if (t.token(before).end() > dateline) {
          return fallback;
        }
      }
    }
    return fallback;
  }

  private static boolean isPlace(AnalysedText t, int i) {
    Mention m = t.name(i);
    return m != null && m.type() == EntityType.LOCATION && !isReference(t, i);
  }

  /** «على بعد 750 كلم جنوب طرابلس», «قرب الحدود مع سوريا». */
  private static boolean isReference(AnalysedText t, int place) {
    int name = place;
    while (!t.beginsName(name)) {
      name--;
    }
    if (t.hasProclitic(name, "ب")) {
      return false;
    }
    for (int far = 1; far <= FAR; far++) {
      int k = name - far;
      if (!t.isSameSentence(name, k) || t.name(k) != null || t.isConjoined(k + 1)) {
        return false;
      }
      String lemma = t.lemma(k);
      if (WITHIN.contains(lemma)) {
        return false;
      }
      if (DISTANCES.contains(lemma) || (far <= NEAR && BORDERS.contains(t.stem(k)))) {
        return true;
      }
    }
    return false;
  }
}

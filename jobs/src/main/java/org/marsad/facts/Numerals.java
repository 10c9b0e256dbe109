package org.marsad.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;

/** Reads numbers: digits of all three kinds, words, and words that say how exact they are. */
final class Numerals {
  private static final long MOST = 100_000_000;
  private static final int FARTHEST = 4;

  private record Phrase(List<String> words, String qualifier) {}

  /** Words between what is counted and the words that qualify the number. */
  private static final int REACH = 4;

  private final Map<String, Long> words = new HashMap<>();
  private final Map<String, Long> divisors = new HashMap<>();
  private final Lemmas rules;

  private final List<Phrase> before = new ArrayList<>();
  private final List<Phrase> behind = new ArrayList<>();
  private final Set<String> firsts = new HashSet<>();

  Numerals(Lemmas rules) {
    this.rules = rules;
    for (String use : List.of("number", "scale")) {
      rules.values(use).forEach((word, value) -> words.put(word, number(word, value)));
    }
    rules.values("fraction").forEach((word, value) -> divisors.put(word, number(word, value)));
    rules.values("before").forEach((w, q) -> before.add(new Phrase(folded(w), q)));
    rules.values("before").keySet().forEach(w -> firsts.add(Lemmas.split(w).get(0)));
    rules.values("behind").forEach((w, q) -> behind.add(new Phrase(folded(w), q)));
    before.sort(Comparator.comparing(p -> -p.words().size()));
    behind.sort(Comparator.comparing(p -> -p.words().size()));
  }

  private static long number(String word, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new LexiconException(CountRules.FILE, word + ": \"" + value + "\" is no number");
    }
  }

  private static List<String> folded(String phrase) {
    return Lemmas.split(Orthography.fold(phrase));
  }

  /** The number whose qualifying words or first figure stand at token {@code i}, or null. */
  Numeral read(AnalysedText t, int i) {
    boolean figure = t.pos(i) == Pos.NUM || word(t, i) != null || part(t, i) > 0;
    for (Phrase phrase : !figure && mayQualify(t, i) ? before : List.<Phrase>of()) {
      if (matches(t, i, phrase.words())) {
        int at = i + phrase.words().size();
        Numeral number = t.isSameSentence(i, at) ? plain(t, at) : null;
        return number == null ? null : qualified(t, number, i, phrase.qualifier());
      }
    }
    Numeral number = figure ? plain(t, i) : null;
    return number == null ? null : qualified(t, number, i, number.qualifier());
  }

  /**
   * The number with the words that qualify it some words behind what is counted: «مقتل 20 شخصا على
   * الأقل».
   */
  Numeral qualifiedBehind(AnalysedText t, Numeral n, int last) {
    if (!n.qualifier().equals("exact")) {
      return n;
    }
    for (int i = last + 1; i <= last + REACH && t.isSameSentence(last, i); i++) {
      Phrase phrase = behindAt(t, i);
      if (phrase != null) {
        return new Numeral(n.first(), n.number(), n.last(), n.low(), null, phrase.qualifier());
      }
      if (t.isConjoined(i) || t.pos(i) == Pos.VERB || t.pos(i) == Pos.NUM) {
        return n;
      }
    }
    return n;
  }

  /** The words that qualify what stands before token {@code i}, or null. */
  private Phrase behindAt(AnalysedText t, int i) {
    return behind.stream().filter(p -> matches(t, i, p.words())).findFirst().orElse(null);
  }

  private boolean mayQualify(AnalysedText t, int i) {
    return firsts.contains(t.lemma(i)) || firsts.contains(t.stem(i));
  }

  private Numeral qualified(AnalysedText t, Numeral n, int first, String qualifier) {
    String q = qualifier;
    int last = n.last();
    long low = n.low();
    Long high = q.equals("exact") || q.equals("range") ? n.high() : null;
    Phrase phrase = t.isSameSentence(last, last + 1) ? behindAt(t, last + 1) : null;
    if (phrase != null) {
      q = phrase.qualifier();
      high = null;
      last += phrase.words().size();
    }
    if (!n.qualifier().equals("exact") && !n.qualifier().equals("range")) {
      q = n.qualifier();
    }
    if (q.equals("at_most")) {
      high = low;
      low = 0;
    }
    if (q.equals("about")) {
      high = null;
    }
    return new Numeral(first, n.number(), last, low, high, q);
  }

  /** Whether these words, conjunctions left out, stand from token {@code i} on. */
  private static boolean matches(AnalysedText t, int i, List<String> phrase) {
    for (int k = 0; k < phrase.size(); k++) {
      if (!t.isSameSentence(i, i + k)) {
        return false;
      }
      String folded = Orthography.fold(t.token(i + k).surface());
      boolean same = folded.equals(phrase.get(k));
      boolean conjoined = k == 0 && t.isConjoined(i) && folded.substring(1).equals(phrase.get(k));
      if (!same && !conjoined) {
        return false;
      }
    }
    return true;
  }

  private Numeral plain(AnalysedText t, int i) {
    String several = rules.value("several", t.stem(i));
    if (several != null) {
      return several(t, i, several);
    }
    long part = part(t, i);
    if (part > 0) {
      return new Numeral(i, i, i + 1, part, part, "exact");
    }
    if (digits(t, i) < 0 && !isNumberWord(t, i)) {
      return null;
    }
    long total = 0;
    double current = 0;
    int last = i;
    boolean figures = digits(t, i) >= 0;
    for (int k = i; t.isSameSentence(i, k) && k <= i + FARTHEST + 2; k++) {
      if (k > i && !continues(t, k, figures)) {
        break;
      }
      double value = digits(t, k) >= 0 ? digits(t, k) : word(t, k);
      boolean scale = rules.value("scale", t.lemma(k)) != null;
      double scaled = scale && isDual(t, k) ? 2 * value : value;
      if (!scale) {
        current += value;
      } else if (value == 100) {
        current = current > 0 && current < 10 && k > i ? current * 100 : current + scaled;
      } else {
        total += Math.round(Math.max(current, 1) * scaled);
        current = 0;
      }
      last = k;
    }
    long low = total + Math.round(current);
    return low <= 0 || low > MOST || isShare(t, last + 1)
        ? null
        : range(t, new Numeral(i, i, last, low, low, "exact"));
  }

  /** «ربع مليون»; 0 if token {@code i} is no part of a number. */
  private long part(AnalysedText t, int i) {
    Long divisor = divisors.get(t.lemma(i));
    boolean scaled =
        divisor != null
            && t.isSameSentence(i, i + 1)
            && !t.isConjoined(i + 1)
            && rules.value("scale", t.lemma(i + 1)) != null;
    return scaled ? words.get(t.lemma(i + 1)) / divisor : 0;
  }

  /** «20 و30», «20-30»: only behind «بين», which the caller sees as the qualifier «range». */
  private Numeral range(AnalysedText t, Numeral n) {
    int joint = n.last() + 1;
    boolean between = n.first() > 0 && t.lemma(n.first() - 1).equals("بين");
    if (!between || !t.isSameSentence(n.first(), joint + 1) || !t.lemma(joint).equals("و")) {
      return n;
    }
    double to = digits(t, joint + 1);
    return to < n.low()
        ? n
        : new Numeral(n.first(), n.number(), joint + 1, n.low(), Math.round(to), "range");
  }

  private Numeral several(AnalysedText t, int i, String value) {
    long low = Long.parseLong(value);
    int last = i;
    int scale = i + 1;
    if (t.isSameSentence(i, scale)
        && rules.value("several", t.stem(scale)) == null
        && rules.value("scale", t.lemma(scale)) != null) {
      low *= words.get(t.lemma(scale));
      last = scale;
    } else if (t.isSameSentence(i, scale) && rules.value("several", t.stem(scale)) != null) {
      low *= Long.parseLong(rules.value("several", t.stem(scale))) / 2;
      last = scale;
    }
    String qualifier = low >= 2000 ? "thousands" : low >= 200 ? "hundreds" : "tens";
    return new Numeral(i, i, last, low, null, qualifier);
  }

  private boolean continues(AnalysedText t, int k, boolean figures) {
    if (!isNumberWord(t, k) || digits(t, k) >= 0) {
      return false;
    }
    boolean scale = rules.value("scale", t.lemma(k)) != null;
    if (figures) {
      return scale && !t.isConjoined(k);
    }
    boolean teen = t.lemma(k).equals("عشرة") && !t.isConjoined(k);
    return scale ? !t.isConjoined(k) || words.get(t.lemma(k)) == 100 : teen || t.isConjoined(k);
  }

  private Long word(AnalysedText t, int i) {
    Long value = words.get(t.lemma(i));
    return value != null ? value : words.get(t.stem(i));
  }

  private boolean isNumberWord(AnalysedText t, int i) {
    return word(t, i) != null && t.isFree(i);
  }

  /** Two of a scale word; before what is counted it loses its ن: «ألفي مهاجر», «مئتا جندي». */
  private static boolean isDual(AnalysedText t, int i) {
    String stem = t.stem(i);
    boolean bare = stem.endsWith("تا") || (stem.endsWith("ي") && !stem.equals(t.lemma(i)));
    return bare || stem.endsWith("ان") || (stem.endsWith("ين") && !stem.endsWith("ملايين"));
  }

  private static boolean isShare(AnalysedText t, int i) {
    if (i >= t.size()) {
      return false;
    }
    String surface = t.token(i).surface();
    boolean percent = surface.equals("%") || surface.equals("٪") || surface.equals("بالمئة");
    return percent
        || surface.equals("بالمائة")
        || (surface.equals("في")
            && i + 1 < t.size()
            && List.of("المئة", "المائة").contains(t.token(i + 1).surface()));
  }

  /** The value of a token written in digits, or -1; 1,200 and 1.200 are thousands. */
  private static double digits(AnalysedText t, int i) {
    if (t.pos(i) != Pos.NUM) {
      return -1;
    }
    String digits = Orthography.fold(t.stem(i)).replace('٫', '.').replace("٬", "");
    if (digits.isEmpty() || !Character.isDigit(digits.charAt(0)) || digits.length() > 12) {
      return -1;
    }
    if (digits.matches("\\d{1,3}([,.،]\\d{3})+")) {
      return Double.parseDouble(digits.replaceAll("[,.،]", ""));
    }
    return digits.matches("\\d+(\\.\\d+)?") ? Double.parseDouble(digits) : -1;
  }
}

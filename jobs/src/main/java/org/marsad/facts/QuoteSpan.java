package org.marsad.facts;

import java.util.Map;
import org.marsad.arabic.Pos;

/** Where somebody's words begin and end. */
final class QuoteSpan {
  private static final int FEWEST = 3;
  private static final int LONGEST = 90;

  /** Tokens of a title or a name in quotation marks. */
  private static final int LONGEST_NAME = 6;

  /** Tokens between a name in quotation marks and what announces the words said. */
  private static final int REACH = 4;

  private static final int LONGEST_DIRECT = 250;

  private static final Map<String, String> CLOSINGS =
      Map.of("«", "»", "“", "”\"", "”", "“”", "„", "“”", "‹", "›");

  private final QuoteRules rules;

  QuoteSpan(QuoteRules rules) {
    this.rules = rules;
  }

  /** Tokens {@code first} to {@code last}, UTF-16 offsets {@code start} to {@code end}. */
  record Span(int first, int last, int start, int end, boolean direct) {}

  /** The words behind what opens them: a colon, a quotation mark or أن; null if there are none. */
  Span behind(AnalysedText t, int opening) {
    boolean colon = t.isSign(opening, ":");
    int first = colon ? opening + 1 : opening;
    if (first < t.size() && t.opensQuote(first)) {
      Span marked = marked(t, first);
      if (marked != null || !colon) {
        return marked;
      }
    }
    if (colon && t.isSameSentence(opening, first) && QuoteRules.isParticle(t, first)) {
      return behind(t, first);
    }
    boolean bare = !colon && t.token(opening).segments().size() == t.token(opening).stem() + 1;
    int from = bare ? opening + 1 : first;
    if (from >= t.size() || !t.isSameSentence(opening, from)) {
      return null;
    }
    Span whole = bare && t.opensQuote(from) ? marked(t, from) : null;
    return whole != null ? whole : clause(t, from, colon);
  }

  /** Whether a quotation mark opens a sentence and no single word. */
  boolean isWhole(AnalysedText t, int mark) {
    Span span = marked(t, mark);
    return span != null && span.last() - span.first() >= FEWEST;
  }

  /**
   * The mark that closes «بي.في.إم أويل» of «المختص في «بي.في.إم أويل»»: a few marked words that a
   * preposition or the word for what they name stands before, or behind which the words said are
   * announced; -1 if they may be said themselves.
   */
  int closeOfName(AnalysedText t, int mark) {
    Span span = marked(t, mark);
    if (span == null || span.last() - span.first() >= LONGEST_NAME) {
      return -1;
    }
    int close = span.last() + 1;
    boolean titled = t.isSameSentence(mark - 1, mark) && rules.isTitled(t, mark - 1);
    boolean announced = false;
    for (int i = close + 1; i <= close + REACH && t.isSameSentence(mark, i); i++) {
      announced |= QuoteRules.isParticle(t, i) || t.isSign(i, ":");
    }
    return titled || announced ? close : -1;
  }

  /** From a quotation mark to the one that closes it, with those that stand within. */
  private static Span marked(AnalysedText t, int mark) {
    String open = t.token(mark).surface();
    String close = CLOSINGS.getOrDefault(open, open);
    int end = -1;
    int depth = 1;
    for (int i = mark + 1; i < t.size() && i <= mark + LONGEST_DIRECT && depth > 0; i++) {
      if (t.token(i).paragraph() != t.token(mark).paragraph()) {
        break;
      }
      if (t.isSign(i, close)) {
        depth--;
        end = end < 0 || depth == 0 ? i : end;
      } else if (t.isSign(i, open)) {
        depth++;
      }
    }
    return end - mark <= FEWEST
        ? null
        : new Span(mark + 1, end - 1, t.token(mark + 1).start(), t.end(end - 1), true);
  }

  private Span clause(AnalysedText t, int from, boolean direct) {
    int end = from;
    int comma = -1;
    while (end < t.size() && t.isSameSentence(from, end) && end < from + LONGEST) {
      if (end > from && isNext(t, end)) {
        break;
      }
      if (t.isSign(end, "،,؛;")) {
        comma = end;
      }
      end++;
    }
    boolean cut = end == from + LONGEST && t.isSameSentence(from, end) && comma > from + FEWEST;
    int last = (cut ? comma : end) - 1;
    while (last > from && (t.isSign(last, "،,.؛;:…-–") || isLoose(t, from, last))) {
      last--;
    }
    int first = direct && t.isSign(from, AnalysedText.OPENING) ? from + 1 : from;
    return last - first + 1 < FEWEST
        ? null
        : new Span(first, last, t.token(first).start(), t.end(last), direct);
  }

  /** A closing mark whose opening one stands before the words. */
  private static boolean isLoose(AnalysedText t, int from, int last) {
    if (!t.isSign(last, AnalysedText.CLOSING)) {
      return false;
    }
    int marks = 0;
    for (int i = from; i <= last; i++) {
      marks += t.isSign(i, AnalysedText.OPENING + AnalysedText.CLOSING) ? 1 : 0;
    }
    return marks % 2 == 1;
  }

  /** Whether somebody's next words, or the report's own, are announced at token {@code i}. */
  private boolean isNext(AnalysedText t, int i) {
    boolean behindComma = t.isSign(i - 1, "،,؛;»\"”");
    if (rules.isParticiple(t, i)) {
      return opens(t, i + 1);
    }
    boolean turns =
        t.isConjoined(i)
            && t.lemma(i).equals("من")
            && t.isSameSentence(i, i + 2)
            && rules.isAside(t, i + 1)
            && rules.isSaid(t, i + 2);
    boolean said = turns || rules.isSaid(t, i) && (t.isConjoined(i) || behindComma);
    boolean meanwhile = behindComma && t.lemma(i).matches("فيما|بينما|بحسب|حسب|وفق");
    boolean source = rules.isSource(t, i) && i + 1 < t.size() && rules.isSpeaker(t, i + 1);
    return said || meanwhile && !t.isConjoined(i) || source;
  }

  private static boolean opens(AnalysedText t, int i) {
    if (i >= t.size()) {
      return false;
    }
    int at = QuoteRules.isJoint(t, i) && i + 1 < t.size() ? i + 1 : i;
    return QuoteRules.isParticle(t, at) || t.isSign(at, ":") || t.pos(at) == Pos.ADP;
  }
}

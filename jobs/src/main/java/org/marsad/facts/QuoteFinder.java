package org.marsad.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.marsad.arabic.Pos;
import org.marsad.names.EntityType;

/**
 * Finds who said what: «قال فلان إن …», «وأضاف: "…"» with the subject carried on, «مشيرا إلى أن …»,
 * «نقلت الوكالة عن فلان قوله إن …», and a headline's «فلان: …».
 */
final class QuoteFinder {
  /** Stands for the verb of a headline's «فلان: …». */
  static final String COLON = ":";

  /** «وأوضح قائلا»: says again that somebody speaks. */
  private static final String SAYING = "قائل";

  /** Behind these a clause has its own subject: «إلا أن الهاشمي أكد». */
  private static final Set<String> SUBORDINATE = Set.of("أن", "إن", "لكن", "بينما", "فيما", "حيث");

  private static final int REACH = 16;
  private static final Set<String> BEFORE_VERB = Set.of("كما", "حيث", "ثم", "قد");

  private final QuoteRules rules;
  private final Speakers speakers;
  private final SourcePhrases sources;
  private final QuoteSpan spans;

  QuoteFinder(QuoteRules rules, TitleRules titles) {
    this.rules = rules;
    speakers = new Speakers(rules, titles);
    spans = new QuoteSpan(rules);
    sources = new SourcePhrases(rules, speakers);
  }

  /**
   * Who spoke or acted last, for verbs that have no subject of their own.
   *
   * @param sentence the one in which his words, or else his verb, end
   * @param spoke whether he spoke; who acted only gives way to him
   */
  private record Last(Speaker speaker, boolean feminine, int sentence, boolean spoke) {}

  List<Quote> find(AnalysedText t) {
    List<Quote> found = new ArrayList<>();
    if (t.title) {
      headline(t, found);
    }
    Last last = null;
    for (int i = 0; i < t.size(); i++) {
      if (rules.isSaid(t, i)) {
        last = said(t, i, last, found);
      } else if (rules.isParticiple(t, i)) {
        participle(t, i, last, found);
      } else if (rules.isRelayed(t, i)) {
        last = relayed(t, i, last, found);
      } else if (t.pos(i) == Pos.VERB && !isQuoted(t, i, found)) {
        last = acting(t, i, last);
      }
    }
    sources.find(t, found);
    found.sort(Comparator.comparingInt(Quote::start));
    return found;
  }

  private Last said(AnalysedText t, int verb, Last last, List<Quote> found) {
    int opening = opening(t, verb);
    Speaker own = subject(t, verb, opening);
    boolean within = last != null && last.sentence() == t.token(verb).sentence();
    if (own == null && !within) {
      own = inClause(t, verb);
    }
    boolean feminine = QuoteRules.isFeminine(t, verb);
    if (opening < 0) {
      return own == null
          ? forget(t, last, verb)
          : new Last(own, feminine, t.token(verb).sentence(), true);
    }
    Speaker speaker = own != null ? own : carried(t, verb, opening, last, feminine);
    if (speaker == null) {
      return last;
    }
    QuoteSpan.Span words = spans.behind(t, opening);
    add(t, speaker, t.lemma(verb), words, found);
    int end = words == null ? verb : words.last();
    return new Last(speaker, feminine, t.token(end).sentence(), true);
  }

  /**
   * «واستقبل الوزير السفير … وقال»: who acts in a sentence may go on to speak, unless somebody
   * spoke in the one before. The subject stands right behind the sentence's first verb, or before
   * it.
   */
  private Last acting(AnalysedText t, int verb, Last last) {
    int first = t.sentenceStart(verb);
    int sentence = t.token(verb).sentence();
    boolean goesOn = last != null && last.spoke() && sentence - last.sentence() <= 1;
    if (goesOn
        || !QuoteRules.isThirdPerson(t, verb)
        || rules.isImpersonal(t, verb)
        || rules.isUndergone(t, verb)) {
      return last;
    }
    Speaker subject = null;
    if (verb == first || verb == first + 1 && BEFORE_VERB.contains(t.lemma(first))) {
      boolean free = t.isSameSentence(verb, verb + 1) && t.isFree(verb + 1);
      subject = free && !t.isConjoined(verb + 1) ? speakers.actorAt(t, verb + 1) : null;
    } else if (!t.isConjoined(verb)) {
      subject = before(t, verb);
    }
    return subject == null
        ? last
        : new Last(subject, QuoteRules.isFeminine(t, verb), sentence, false);
  }

  /** Whether a token stands within somebody's marked words. */
  private static boolean isQuoted(AnalysedText t, int i, List<Quote> found) {
    Quote last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null && last.direct() && t.token(i).start() < last.end();
  }

  /** A verb of saying with somebody else's subject ends the turn of the last speaker. */
  private static Last forget(AnalysedText t, Last last, int verb) {
    return last != null && t.token(verb).sentence() == last.sentence() ? last : null;
  }

  /** The token that opens the words: أن, a colon or a quotation mark; -1 if there is none. */
  private int opening(AnalysedText t, int verb) {
    for (int i = verb + 1; i <= verb + REACH + 8 && t.isSameSentence(verb, i); i++) {
      boolean marked = t.isSign(i, ":") || t.opensQuote(i) && spans.isWhole(t, i);
      int close = marked && t.opensQuote(i) ? spans.closeOfName(t, i) : -1;
      if (close > 0) {
        i = close;
        continue;
      }
      if (marked || QuoteRules.isParticle(t, i)) {
        return marked || !rules.isTemporal(t, i - 1) ? i : -1;
      }
      boolean clause = t.pos(i) == Pos.VERB && !t.lemma(i - 1).startsWith("الذي") && !isOf(t, i);
      boolean goesOn = rules.isParticiple(t, i) && !t.lemma(i).equals(SAYING);
      if (clause || goesOn || t.lemma(i).equals("حين")) {
        return -1;
      }
    }
    return -1;
  }

  /** «في كلمة وجهها»: a clause about the noun before it, to which its pronoun points back. */
  private static boolean isOf(AnalysedText t, int verb) {
    return t.token(verb).segments().size() > t.token(verb).stem() + 1
        && t.pos(verb - 1) == Pos.NOUN
        && !t.isDefinite(verb - 1);
  }

  private Speaker subject(AnalysedText t, int verb, int opening) {
    int at = verb + 1;
    if (!t.isSameSentence(verb, at)) {
      return null;
    }
    if (t.hasProclitic(at, "ل") && !t.isDefinite(at) && t.pos(at) != Pos.PRON || isFor(t, at)) {
      at = behindAddressee(t, at);
    }
    while (t.isSameSentence(verb, at) && rules.isAside(t, at)) {
      at++;
    }
    Speaker behind = t.isSameSentence(verb, at) && t.isFree(at) ? speakers.at(t, at) : null;
    boolean fits = behind != null && (opening < 0 || behind.last() < opening);
    return fits ? behind : before(t, verb);
  }

  private static boolean isFor(AnalysedText t, int i) {
    return t.stem(i).equals("ل") || t.token(i).surface().equals("لـ");
  }

  /** «قال لـ«الرياض» المدير العام»: who was told is no subject. */
  private static int behindAddressee(AnalysedText t, int at) {
    int i = at;
    if (isFor(t, i)) {
      i++;
    }
    if (t.opensQuote(i)) {
      int close = i + 1;
      while (close < i + 5
          && t.isSameSentence(i, close)
          && !t.isSign(close, AnalysedText.CLOSING)) {
        close++;
      }
      return close + 1;
    }
    // «لوكالة سانا»: the name may begin behind its head.
    boolean headed = i + 1 < t.size() && t.name(i) == null && t.isOrganization(i + 1);
    int name = Math.min(headed ? i + 1 : i, t.size() - 1);
    return t.name(name) != null ? t.nameEnd(name) + 1 : i + 1;
  }

  /**
   * «وكان الوزير قد أعلن أن», «الرئيس السوري قال إن», «أما الوزير فقد قال»: the subject stands
   * before its verb, from the sentence's beginning.
   */
  private Speaker before(AnalysedText t, int verb) {
    int end = verb - 1;
    if (end >= 0 && t.lemma(end).equals("قد")) {
      end--;
    }
    int first = t.sentenceStart(verb);
    boolean turns = first < end && t.lemma(first).equals("أما");
    if (turns || first < end && t.lemma(first).equals("كان")) {
      first++;
    }
    boolean conjoined = t.isConjoined(end + 1) && !(turns && t.hasProclitic(end + 1, "ف"));
    if (conjoined || end < first || !t.isSameSentence(end, verb)) {
      return null;
    }
    Speaker speaker = t.isFree(first) ? speakers.at(t, first) : null;
    return speaker != null && speaker.last() == end ? speaker : null;
  }

  /** «إلا أن الهاشمي أكد أن»: a name between a clause's beginning and its verb. */
  private Speaker inClause(AnalysedText t, int verb) {
    int name = verb - 1;
    while (name > 0 && t.name(name) != null && !t.beginsName(name)) {
      name--;
    }
    boolean alone =
        name > 0
            && t.isSameSentence(name - 1, verb)
            && t.name(name) != null
            && SUBORDINATE.contains(t.lemma(name - 1));
    return alone && t.isFree(name) && !t.isConjoined(verb) ? speakers.at(t, name) : null;
  }

  /** The last speaker, where the verb has no subject and nobody else's words come between. */
  private Speaker carried(AnalysedText t, int verb, int opening, Last last, boolean feminine) {
    boolean mine =
        last != null
            && last.feminine() == feminine
            && beginsClause(t, verb)
            && !rules.isImpersonal(t, verb);
    if (!mine || !isEmpty(t, verb, opening)) {
      return null;
    }
    boolean near = t.token(verb).paragraph() == t.token(last.speaker().last()).paragraph();
    int far = t.token(verb).sentence() - last.sentence();
    return far <= (near ? 2 : 1) ? last.speaker() : null;
  }

  /** «بند يشير إلى أن», «تغريدة قال فيها»: a verb behind a noun is that noun's. */
  private boolean beginsClause(AnalysedText t, int verb) {
    int before = verb - 1;
    return t.isConjoined(verb)
        || rules.isTopic(t, t.sentenceStart(verb))
        || !t.isSameSentence(before, verb)
        || t.isSign(before, "،,.؛;:-–")
        || BEFORE_VERB.contains(t.lemma(before));
  }

  /** Whether only asides stand between a verb and its words: «وأضاف في تصريح صحفي أن». */
  private boolean isEmpty(AnalysedText t, int verb, int opening) {
    int at = verb + 1;
    while (at < opening
        && (rules.isAside(t, at)
            || t.isSign(at, "،,")
            || t.lemma(at).equals(SAYING)
            || at == verb + 1 && t.hasProclitic(at, "ل"))) {
      at++;
    }
    return at >= opening || t.pos(at) == Pos.ADP || isFor(t, at);
  }

  /** «وقال الوزير إن …، مشيرا إلى أن …». */
  private void participle(AnalysedText t, int i, Last last, List<Quote> found) {
    int at = i + 1;
    if (t.isSameSentence(i, at) && QuoteRules.isJoint(t, at)) {
      at++;
    }
    boolean opens =
        t.isSameSentence(i, at)
            && (QuoteRules.isParticle(t, at)
                || t.isSign(at, ":")
                || t.opensQuote(at) && spans.isWhole(t, at));
    boolean said = !found.isEmpty() && found.get(found.size() - 1).start() > t.token(i).start();
    if (!opens || said || last == null || last.sentence() != t.token(i).sentence()) {
      return;
    }
    if (last.feminine() != t.stem(i).endsWith("ة")) {
      return;
    }
    String verb = t.stem(i).substring(0, t.stem(i).length() - 1);
    add(t, last.speaker(), verb, spans.behind(t, at), found);
  }

  /** «نقلت الوكالة عن فلان قوله إن …». */
  private Last relayed(AnalysedText t, int verb, Last last, List<Quote> found) {
    for (int i = verb + 1; i <= verb + REACH && t.isSameSentence(verb, i + 1); i++) {
      if (!t.lemma(i).equals("عن") && !t.lemma(i).equals("إلى")) {
        continue;
      }
      Speaker speaker = speakers.at(t, i + 1);
      int saying = speaker == null ? -1 : speaker.last() + 1;
      while (saying > 0
          && saying < i + REACH
          && t.isSameSentence(verb, saying)
          && !rules.isSaying(t, saying)) {
        saying++;
      }
      if (saying < 0 || !t.isSameSentence(verb, saying + 1) || !rules.isSaying(t, saying)) {
        return last;
      }
      int opening = saying + 1;
      boolean opens =
          QuoteRules.isParticle(t, opening) || t.isSign(opening, ":") || t.opensQuote(opening);
      if (opens) {
        add(t, speaker, t.lemma(verb), spans.behind(t, opening), found);
        boolean feminine = t.token(saying).surface().endsWith("ها");
        return new Last(speaker, feminine, t.token(verb).sentence(), true);
      }
      return last;
    }
    return last;
  }

  /** «الجبير: …» at the beginning of a headline. */
  private void headline(AnalysedText t, List<Quote> found) {
    int colon = 0;
    while (colon < Math.min(t.size(), 8) && !t.isSign(colon, ":")) {
      colon++;
    }
    if (colon == 0 || colon >= Math.min(t.size(), 8) - 1) {
      return;
    }
    Speaker speaker = speakers.at(t, 0);
    boolean whole = speaker != null && speaker.last() == colon - 1 && speaker.entityId() != null;
    if (whole && t.name(colon - 1) != null && isNoPlace(t, colon - 1)) {
      add(t, speaker, COLON, spans.behind(t, colon), found);
    }
  }

  /** Whether a verb of saying stands before the entity, a word between them at most. */
  boolean speaks(AnalysedText t, String entityId) {
    for (int i = 1; i < t.size(); i++) {
      if (t.beginsName(i) && t.name(i).entityId().equals(entityId)) {
        boolean near = rules.isSaid(t, i - 1);
        if (near || (t.isSameSentence(i - 2, i) && rules.isSaid(t, i - 2))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNoPlace(AnalysedText t, int i) {
    return t.name(i).type() != EntityType.LOCATION;
  }

  private static void add(
      AnalysedText t, Speaker speaker, String verb, QuoteSpan.Span span, List<Quote> found) {
    if (span != null) {
      found.add(
          new Quote(
              t.title,
              t.token(span.first()).sentence(),
              speaker.surface(),
              speaker.entityId(),
              verb,
              span.direct(),
              t.text.substring(span.start(), span.end()),
              span.start(),
              span.end()));
    }
  }
}

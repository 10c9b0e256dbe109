package org.marsad.facts;

import java.util.List;

/** «…، وفقا لوكالة سانا», «بحسب مصدر أمني، …»: the words are the rest of the sentence. */
final class SourcePhrases {
  private static final int FEWEST = 4;
  private static final int LONGEST = 80;

  private final QuoteRules rules;
  private final Speakers speakers;

  SourcePhrases(QuoteRules rules, Speakers speakers) {
    this.rules = rules;
    this.speakers = speakers;
  }

  void find(AnalysedText t, List<Quote> found) {
    for (int i = 0; i < t.size(); i++) {
      if (rules.isSource(t, i)) {
        Quote quote = at(t, i);
        if (quote != null && found.stream().noneMatch(q -> isWithin(t, q, quote))) {
          found.add(quote);
        }
      }
    }
  }

  /** A sentence whose words somebody else speaks already gets no second speaker. */
  private static boolean isWithin(AnalysedText t, Quote other, Quote quote) {
    return other.inTitle() == t.title && other.start() < quote.end() && quote.start() < other.end();
  }

  private Quote at(AnalysedText t, int source) {
    int i = source + 1;
    if (!t.isSameSentence(source, i)) {
      return null;
    }
    if (t.lemma(i).equals("ما") || t.lemma(i).equals("قول")) {
      return null;
    }
    Speaker speaker = speakers.at(t, i);
    if (speaker == null || speaker.entityId() == null && !rules.isSpeaker(t, speaker.first())) {
      return null;
    }
    int behind = speaker.last() + 1;
    while (t.isSameSentence(source, behind) && t.isSign(behind, AnalysedText.CLOSING + ")")) {
      behind++;
    }
    int first = t.sentenceStart(source);
    boolean atEnd = !t.isSameSentence(source, behind) || t.isSign(behind, ".،");
    if (source == first && t.isSign(behind, "،,")) {
      return quote(t, source, speaker, behind + 1, t.sentenceEnd(source) - 1);
    }
    return source > first && atEnd ? quote(t, source, speaker, first, source - 1) : null;
  }

  private Quote quote(AnalysedText t, int source, Speaker speaker, int from, int to) {
    int last = to;
    while (last > from && t.isSign(last, "،,.؛;:…-–")) {
      last--;
    }
    int first = from;
    boolean direct = false;
    if (t.isSign(last, AnalysedText.CLOSING) && t.isSign(first, AnalysedText.OPENING)) {
      direct = true;
      first++;
      last--;
    }
    if (last - first + 1 < FEWEST || last - first > LONGEST) {
      return null;
    }
    int start = t.token(first).start();
    int end = t.end(last);
    return new Quote(
        t.title,
        t.token(first).sentence(),
        speaker.surface(),
        speaker.entityId(),
        t.lemma(source),
        direct,
        t.text.substring(start, end),
        start,
        end);
  }
}

package org.marsad.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Token;
import org.marsad.names.EntityType;
import org.marsad.names.Mention;

/**
 * Reads titles, quotations and counts of people off an article whose words and names are known.
 * Immutable and safe to share between threads.
 */
public final class FactExtractor {
  private final TitleFinder titles;
  private final QuoteFinder quotes;
  private final CountFinder counts;

  private FactExtractor(LexiconFiles files) {
    TitleRules titleRules = new TitleRules(files);
    titles = new TitleFinder(titleRules);
    quotes = new QuoteFinder(new QuoteRules(files), titleRules);
    counts = new CountFinder(new CountRules(files));
  }

  /**
   * An extractor with these rule files; one that is missing counts as empty.
   *
   * @throws org.marsad.arabic.LexiconException with {@code file:line} if one cannot be used
   */
  public static FactExtractor load(LexiconFiles files) {
    return new FactExtractor(files);
  }

  /** The names of the rule files that facts depend on; each of them may be missing. */
  public static List<String> ruleFiles() {
    return List.of(
        CountRules.FILE,
        CountRules.NATIONALITIES,
        QuoteRules.FILE,
        TitleRules.FILE,
        TitleRules.TRIGGERS);
  }

  /**
   * The facts of one article.
   *
   * @param titleTokens the tokens of {@code title}, as the analyser gives them
   * @param bodyTokens the tokens of {@code body}
   * @param mentions the names in both, as the tagger gives them
   */
  public Facts extract(
      String title,
      List<Token> titleTokens,
      String body,
      List<Token> bodyTokens,
      List<Mention> mentions) {
    AnalysedText head = new AnalysedText(true, title, titleTokens, mentions);
    AnalysedText text = new AnalysedText(false, body, bodyTokens, mentions);
    List<Quote> said = quotes.find(text);
    List<Quote> headline =
        quotes.find(head).stream().filter(q -> isSpeech(q, said, text, mentions)).toList();
    List<PersonTitle> borne = both(titles.find(head), titles.find(text));
    return new Facts(
        borne,
        withBearers(both(headline, said), borne),
        both(counts.find(head), counts.find(text)));
  }

  /** «الرئيس الإيراني» says it: he whom the article calls so, if it calls nobody else so. */
  private static List<Quote> withBearers(List<Quote> quotes, List<PersonTitle> titles) {
    Map<String, String> bearers = new HashMap<>();
    for (PersonTitle title : titles) {
      bearers.merge(
          Orthography.fold(title.title()),
          title.entityId(),
          (one, other) -> one.equals(other) ? one : "");
    }
    return quotes.stream()
        .map(
            quote -> {
              String bearer =
                  quote.entityId() == null
                      ? bearers.getOrDefault(Orthography.fold(quote.speaker()), "")
                      : "";
              return bearer.isEmpty() ? quote : quote.by(bearer);
            })
        .toList();
  }

  /**
   * Whether a headline's colon announces words. «المستشفى: …» tells what it is about, unless the
   * body has the hospital, or somebody of it, say something.
   */
  private boolean isSpeech(
      Quote quote, List<Quote> said, AnalysedText body, List<Mention> mentions) {
    if (!quote.verb().equals(QuoteFinder.COLON)) {
      return true;
    }
    List<Mention> speaker =
        mentions.stream().filter(m -> m.entityId().equals(quote.entityId())).toList();
    return speaker.stream().anyMatch(m -> m.type() == EntityType.PERSON)
        || quotes.speaks(body, quote.entityId())
        || said.stream()
            .anyMatch(
                s ->
                    quote.entityId().equals(s.entityId())
                        || speaker.stream().anyMatch(m -> s.speaker().contains(m.surface())));
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}

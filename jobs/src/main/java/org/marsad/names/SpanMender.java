package org.marsad.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.arabic.Pos;
import org.marsad.arabic.Token;
import org.marsad.names.SequenceTagger.Scored;
import org.marsad.names.SequenceTagger.Span;

/** Mends what the model gets wrong at the edges of names, by the grammar of names. */
final class SpanMender {
  /** An unlisted name of one word that is no person's needs this much. */
  private static final double ALONE = 0.6;

  private static final double LEAST = 0.35;

  /** A surname behind «بن فلان» is taken unless the model is so sure that it is none. */
  private static final double SURELY_OUTSIDE = 0.98;

  /** «آل», «أبو», «أم», «عبد»: folded. */
  private static final Set<String> UNFINISHED = Set.of("ال", "ابو", "ابي", "ام", "عبد");

  /** Folded: what a place is called by together with the next word. */
  private static final Set<String> FEATURES =
      Set.of(
          "عين", "راس", "حمام", "وادي", "اولاد", "هنشير", "شط", "جبل", "بير", "تل", "كفر", "دير");

  private static final String NAME = "اسم";
  private static final Set<String> SPOKESMEN = Set.of("ناطق", "متحدث");

  /** Folded: «العريف أول جمعة جوهر» has it in his rank. */
  private static final String FIRST = "اول";

  private static final Set<String> DASHES = Set.of("-", "–", "—", "/");

  private SpanMender() {}

  /** The model's names of a field with their edges mended, without those that cannot be names. */
  static List<Span> spans(Scored scored) {
    List<Span> mended = new ArrayList<>();
    for (Span span : SequenceTagger.spans(scored)) {
      for (Span part : parts(withoutTitle(span))) {
        boolean person = span.type() == EntityType.PERSON;
        Span whole =
            person
                ? withSurname(withHouse(withEnd(withoutWords(part), scored), scored), scored)
                : part;
        if (isName(whole)) {
          mended.add(whole);
        }
      }
    }
    return mended;
  }

  /** An unlisted place with «عين» of «عين زيان», «رأس» of «رأس نيقرو», a part of its name. */
  static Span withFeature(Span span, List<Span> spans) {
    Field field = span.field();
    int before = span.first() - 1;
    boolean feature =
        span.type() == EntityType.LOCATION
            && before >= 0
            && spans.stream().noneMatch(s -> s.first() <= before && s.last() >= before)
            && field.tokens.get(before).pos() != Pos.VERB
            && field.isNear(span.first())
            && Bases.before(field.tokens.get(span.first())).isEmpty()
            && FEATURES.contains(
                Words.bare(
                    field.words[before].folded, Bases.before(field.tokens.get(before)).length()));
    return feature ? new Span(field, before, span.last(), span.type(), span.score()) : span;
  }

  /**
   * «هيئة الموانئ وهيئة النقل»: a second head behind a conjunction begins a second name, as does
   * what stands behind a dash between blanks: «النادي الإفريقي - الترجي».
   */
  private static List<Span> parts(Span span) {
    List<Span> parts = new ArrayList<>();
    int first = span.first();
    for (int i = first + 1; i < span.last(); i++) {
      WordInfo word = span.field().words[i];
      boolean dash = isFreeDash(span.field(), i);
      boolean head =
          span.type() == EntityType.ORGANIZATION
              && word.triggers(Triggers.ORGANIZATION)
              && word.definite == span.field().words[span.first()].definite
              && Bases.before(span.field().tokens.get(i)).startsWith("و");
      if ((head || dash) && i > first) {
        parts.add(new Span(span.field(), first, i - 1, span.type(), span.score()));
        first = dash ? i + 1 : i;
      }
    }
    parts.add(new Span(span.field(), first, span.last(), span.type(), span.score()));
    return parts;
  }

  private static boolean isFreeDash(Field field, int i) {
    Token token = field.tokens.get(i);
    return DASHES.contains(token.surface())
        && token.start() > field.tokens.get(i - 1).end()
        && i + 1 < field.size()
        && field.tokens.get(i + 1).start() > token.end();
  }

  /** «المجلس الأعلى للقضاء الشيخ سلمان»: a title ends the organisation before it. */
  private static Span withoutTitle(Span span) {
    int last = span.last();
    WordInfo word = span.field().words[last];
    boolean title =
        span.type() == EntityType.ORGANIZATION
            && last > span.first()
            && word.definite
            && word.triggers == Triggers.TITLE;
    return title ? new Span(span.field(), span.first(), last - 1, span.type(), span.score()) : span;
  }

  /** «باسم» of «باسم بشار الأسد» and «مسؤولين» of «هاينريش فولكمان مسؤولين» are no names. */
  private static Span withoutWords(Span span) {
    Field field = span.field();
    int first = span.first();
    int last = span.last();
    if (first < last && isPlural(field, last)) {
      last--;
    }
    if (first < last && field.words[first].folded.equals(FIRST)) {
      first++;
    }
    boolean governed = field.tokens.get(first).lemma().equals(NAME) && isSpokesman(field, first);
    if (first < last && governed && (field.words[first + 1].names & NameWords.GIVEN) != 0) {
      first++;
    }
    return new Span(field, first, last, span.type(), span.score());
  }

  /** «الناطق الرسمي» before «باسم»; elsewhere that is a given name. */
  private static boolean isSpokesman(Field field, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 2); k--) {
      if (SPOKESMEN.contains(field.tokens.get(k).lemma())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlural(Field field, int i) {
    Token token = field.tokens.get(i);
    String stem = token.segments().get(token.stem());
    return token.pos() == Pos.NOUN
        && !field.words[i].definite
        && field.words[i].names == 0
        && stem.equals(token.lemma() + "ين");
  }

  /** «صالح بن محمد آل» goes on with the next word, or ends before what asks for one. */
  private static Span withEnd(Span span, Scored scored) {
    Field field = span.field();
    int last = span.last();
    if (last == span.first() || !asksForMore(field.words[last])) {
      return span;
    }
    int n = last + 1;
    boolean more = mayFollow(field, n) && scored.tags[n] == Tags.OUTSIDE;
    return new Span(field, span.first(), more ? n : last - 1, span.type(), span.score());
  }

  /** «عبداللطيف بن عبدالملك» goes on with «آل الشيخ», or with another forefather. */
  private static Span withHouse(Span span, Scored scored) {
    Field field = span.field();
    int n = span.last() + 1;
    boolean more =
        span.first() < span.last()
            && mayFollow(field, n + 1)
            && scored.tags[n] == Tags.OUTSIDE
            && (isSon(field.words[n]) || field.words[n].folded.equals("ال"))
            && field.isNear(n);
    return more ? new Span(field, span.first(), n + 1, span.type(), span.score()) : span;
  }

  /** Whether a token may be the next word of a name. */
  private static boolean mayFollow(Field field, int n) {
    return n < field.size()
        && field.isNear(n)
        && field.words[n].isWord()
        && !field.tokens.get(n).stop()
        && field.tokens.get(n).pos() != Pos.VERB;
  }

  /** «بن», «آل», «أبو»: no name's last word. */
  static boolean asksForMore(WordInfo word) {
    return isSon(word) || UNFINISHED.contains(word.folded);
  }

  /** «صالح بن علي» goes on with the family's name: a word with the article, or a known surname. */
  private static Span withSurname(Span span, Scored scored) {
    Field field = span.field();
    int n = span.last() + 1;
    if (n >= field.size() || scored.tags[n] != Tags.OUTSIDE || !field.isNear(n)) {
      return span;
    }
    WordInfo word = field.words[n];
    Token token = field.tokens.get(n);
    boolean open = word.isWord() && !word.nationality && word.triggers == 0 && !token.stop();
    boolean surname =
        (word.names & NameWords.SURNAME) != 0 && (word.names & NameWords.AMBIGUOUS) == 0;
    boolean behindSon = word.definite && hasSon(span) && token.pos() != Pos.VERB;
    boolean whole = Bases.before(token).isEmpty() && Bases.behind(token).isEmpty();
    return open && whole && (surname || behindSon) && scored.outside(n) < SURELY_OUTSIDE
        ? new Span(field, span.first(), n, span.type(), span.score())
        : span;
  }

  private static boolean hasSon(Span span) {
    for (int i = span.first() + 1; i < span.last(); i++) {
      if (isSon(span.field().words[i])) {
        return true;
      }
    }
    return false;
  }

  /** «بن»: the father's name follows. */
  static boolean isSon(WordInfo word) {
    String folded = word.folded;
    return folded.equals("بن") || folded.equals("ابن") || folded.equals("بنت");
  }

  /** Conjunctions within and faint single words are no names. */
  private static boolean isName(Span span) {
    for (int i = span.first(); i <= span.last(); i++) {
      Token token = span.field().tokens.get(i);
      boolean joins = token.pos() == Pos.CONJ || token.pos() == Pos.PRON;
      boolean ends = i == span.last() && span.type() != EntityType.PERSON;
      if (token.stop() && (joins || ends)) {
        return false;
      }
    }
    boolean alone = span.first() == span.last() && span.type() != EntityType.PERSON;
    return span.score() >= (alone ? ALONE : LEAST);
  }
}

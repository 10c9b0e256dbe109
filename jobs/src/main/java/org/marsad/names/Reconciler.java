package org.marsad.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.names.SequenceTagger.Scored;
import org.marsad.names.SequenceTagger.Span;

/**
 * Makes one list of mentions out of what the lexicon knows and what the model sees. A whole form of
 * the lexicon keeps its entity; a name that the model sees and no row lists becomes an entity with
 * an id of its own; a short form that may mean several things is settled by the model's type.
 */
final class Reconciler {
  /** A lexicon's single word, and a doubtful one, falls if the model is so sure that it is none. */
  private static final double SURE_OUTSIDE = 0.97;

  /** The same where the analyser knows the word as a name and as nothing else: «الطائف». */
  private static final double PROPER_OUTSIDE = 0.999;

  private static final double DOUBTFUL_OUTSIDE = 0.8;

  /** «محافظة الخرج»: a doubtful one falls behind what announces its type only so. */
  private static final double ANNOUNCED_OUTSIDE = 0.95;

  /** So does a place that is described by its nation rather than named: «العاصمة السورية». */
  private static final double DESCRIBED_OUTSIDE = 0.95;

  private static final double OTHER_READING = 0.6;
  private static final double OTHER_TYPE = 0.9;

  private static final Set<String> MOVEMENTS = Set.of("armed_group", "party");
  private static final Set<String> PAST = Set.of("historic", "royal");
  private static final String CLUB = "club";
  private static final String SERVANT = "عبد";

  /** Lemmas of which sports news has one at least. */
  private static final Set<String> SPORT =
      Set.of("مباراة", "لاعب", "مدرب", "دوري", "مرمى", "كرة", "هداف", "مهاجم", "منتخب", "ملعب");

  /** Folded. */
  private static final Set<String> DAYS =
      Stream.of("السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")
          .map(Orthography::fold)
          .collect(Collectors.toUnmodifiableSet());

  private static final Comparator<Match> IN_ORDER = Comparator.comparingInt(m -> m.first);

  private final Adjectives adjectives;
  private final Overrides overrides;
  private final NameWords nameWords;
  private final NamedAfter namedAfter;
  private final PersonSpelling persons;
  private final Resolver resolver;

  private final List<Match> all;
  private final List<Match> resolved;
  private final Support named = new Support();
  private List<Field> fields = List.of();

  /** Null until asked for. */
  private Boolean sport;

  /**
   * For one article.
   *
   * @param all every match of the lexicon
   * @param resolved those that hold by the lexicon alone
   */
  Reconciler(
      Adjectives adjectives,
      Overrides overrides,
      NameWords nameWords,
      NamedAfter namedAfter,
      PersonSpelling persons,
      Resolver resolver,
      List<Match> all,
      List<Match> resolved) {
    this.adjectives = adjectives;
    this.overrides = overrides;
    this.nameWords = nameWords;
    this.namedAfter = namedAfter;
    this.persons = persons;
    this.resolver = resolver;
    this.all = all;
    this.resolved = resolved;
    for (Match match : resolved) {
      if (isSure(match)) {
        named.add(match.chosen.entity());
      }
    }
  }

  private static boolean isSure(Match match) {
    return match.score >= Candidate.How.VARIANT.score;
  }

  /** The mentions of the article, field by field, in order. */
  List<Match> reconcile(List<Scored> fields) {
    List<Match> mentions = new ArrayList<>();
    this.fields = fields.stream().map(s -> s.field).toList();
    for (Scored scored : fields) {
      List<Match> known =
          new ArrayList<>(resolved.stream().filter(m -> m.field == scored.field).toList());
      List<Match> found = new ArrayList<>();
      List<Span> spans = SpanMender.spans(scored);
      for (Span span : spans) {
        settle(span, spans, known, found);
      }
      for (Match match : known) {
        if (!falls(match, scored)) {
          found.add(match);
        }
      }
      found.sort(IN_ORDER);
      mentions.addAll(withHeads(withForefathers(found)));
    }
    ShortForms.join(mentions, nameWords);
    return mentions;
  }

  /**
   * A person's name goes on with «بن» or «آل»: what the lexicon's «الملك سلمان» leaves of «الملك
   * سلمان بن عبدالعزيز آل سعود» is no second mention.
   */
  private static List<Match> withForefathers(List<Match> found) {
    List<Match> whole = new ArrayList<>();
    for (Match match : found) {
      Match before = whole.isEmpty() ? null : whole.get(whole.size() - 1);
      if (before != null && goesOn(before, match)) {
        Match longer =
            new Match(before.field, before.first, match.last, before.stripped, before.candidates);
        longer.choose(before.chosen, before.rule, before.score);
        longer.origin = before.origin.equals(match.origin) ? before.origin : "both";
        whole.set(whole.size() - 1, longer);
      } else {
        whole.add(match);
      }
    }
    return whole;
  }

  /** Without the persons that something is called after, but with that if it is of a type. */
  private List<Match> withHeads(List<Match> found) {
    List<Match> whole = new ArrayList<>(found.size());
    for (Match match : found) {
      int head = match.rule.equals("same_as") ? -1 : namedAfter.head(match);
      if (head < 0) {
        whole.add(match);
        continue;
      }
      Span span = namedAfter.whole(match, head);
      boolean free = span != null && found.stream().allMatch(m -> m == match || !overlaps(m, span));
      Match thing = free ? unknown(span) : null;
      if (thing != null) {
        whole.add(thing);
      }
    }
    return whole;
  }

  private static boolean goesOn(Match person, Match next) {
    WordInfo first = next.field.words[next.first];
    return person.chosen.type() == EntityType.PERSON
        && next.chosen.type() == EntityType.PERSON
        && next.first == person.last + 1
        && next.stripped == 0
        && next.length() > 1
        && (SpanMender.isSon(first) || first.folded.equals("ال"))
        && next.field.tokens.get(next.first).sentence()
            == next.field.tokens.get(person.last).sentence();
  }

  /** Whether a match that the model does not see falls. */
  private boolean falls(Match match, Scored scored) {
    if (match.origin.equals("both") || match.rule.equals("same_as")) {
      return false;
    }
    double outside = 1;
    for (int i = match.first; i <= match.last; i++) {
      outside = Math.min(outside, scored.outside(i));
    }
    if (isSure(match)) {
      boolean proper = match.field.tokens.get(match.first).pos() == Pos.PROPN;
      return match.length() == 1
          ? outside > (proper ? PROPER_OUTSIDE : SURE_OUTSIDE) && !isMembers(match)
          : isDescribed(match) && outside > DESCRIBED_OUTSIDE;
    }
    boolean elsewhere = match.length() > 1 && named.of(match.chosen.entity()) > 0;
    return !elsewhere && outside > (isAnnounced(match) ? ANNOUNCED_OUTSIDE : DOUBTFUL_OUTSIDE);
  }

  /** «الحوثيون»: a movement named by its members, which annotators of names pass over. */
  private static boolean isMembers(Match match) {
    String folded = match.field.words[match.last].folded;
    boolean plural = folded.endsWith("ون") || folded.endsWith("ين");
    return match.chosen.type() == EntityType.ORGANIZATION
        && MOVEMENTS.contains(match.chosen.entity().kind())
        && plural;
  }

  private static boolean isDescribed(Match match) {
    return match.chosen.type() == EntityType.LOCATION
        && match.chosen.how() == Candidate.How.VARIANT
        && match.field.words[match.last].nationality;
  }

  private void settle(Span span, List<Span> spans, List<Match> known, List<Match> found) {
    List<Match> over = known.stream().filter(m -> overlaps(m, span)).toList();
    if (over.isEmpty()) {
      Match match = listed(span);
      if (match == null && !isOrdinary(span)) {
        match = unknown(SpanMender.withFeature(span, spans));
      }
      if (match != null) {
        found.add(match);
      }
      return;
    }
    if (over.stream().anyMatch(m -> m.rule.equals("same_as"))) {
      return;
    }
    Match first = over.get(0);
    if (over.size() == 1 && first.named() == span.first() && first.last == span.last()) {
      agree(first, span, known, found);
    } else if (over.stream().allMatch(m -> m.named() >= span.first() && m.last <= span.last())) {
      widen(span, over, known, found);
    } else if (over.size() == 1 && spans.stream().filter(s -> overlaps(first, s)).count() == 1) {
      narrow(span, first, known, found);
    } else {
      over.forEach(m -> m.origin = "both");
    }
  }

  /**
   * A name of the lexicon within a longer one of the model, or several that mean one person: «حمد
   * بن خليفة» and «آل ثاني».
   */
  private void widen(Span span, List<Match> over, List<Match> known, List<Match> found) {
    Match first = over.get(0);
    if (over.size() == 1 && hasDayBehind(first, span)) {
      first.origin = "both";
      return;
    }
    boolean one = over.stream().allMatch(m -> m.chosen.entity().equals(first.chosen.entity()));
    boolean lineage = isLineage(first, span);
    boolean person = first.chosen.type() == EntityType.PERSON;
    boolean whole =
        (one || lineage)
            && (first.chosen.type() == span.type() || (person && lineage))
            && !first.chosen.how().needsSupport();
    boolean longer =
        (first.length() > 1 || over.size() > 1) && person && !isSomebodyElse(first, span);
    if (whole && (longer || isOnlyDressed(first, span))) {
      known.removeAll(over);
      found.add(moved(first, span));
      return;
    }
    if (isList(over, span)) {
      over.forEach(m -> m.origin = "both");
      return;
    }
    Match match = unknown(span);
    if (match != null) {
      known.removeAll(over);
      found.add(match);
    }
  }

  /** «جون كيري الخميس»: the day is no part of the name. */
  private static boolean hasDayBehind(Match match, Span span) {
    return match.length() > 1
        && match.named() == span.first()
        && match.last + 1 == span.last()
        && DAYS.contains(span.field().words[span.last()].folded);
  }

  /**
   * «عبدالله بن خالد بن عبدالعزيز» is not King Khalid: another given name stands before his. Before
   * a given name «محمد» may be a part of it.
   */
  private boolean isSomebodyElse(Match match, Span span) {
    if (span.first() >= match.named()) {
      return hasOtherFamily(match, span) || hasOtherFather(match, span);
    }
    WordInfo word = span.field().words[span.first()];
    String own = Words.of(match.chosen.entity().name()).get(0);
    String bare = Words.bare(word.folded, stripped(span));
    boolean part = bare.equals("محمد") && !SpanMender.isSon(span.field().words[span.first() + 1]);
    return (word.names & NameWords.GIVEN) != 0 && !bare.equals(own) && !part;
  }

  /**
   * «عمر بن عبدالعزيز المبارك» is not the caliph, nor «محمد حسين الهاجري» the mufti: a family's
   * name stands behind the father's.
   */
  private static boolean hasOtherFamily(Match match, Span span) {
    int next = match.last + 1;
    WordInfo[] words = span.field().words;
    return next <= span.last()
        && match.length() > 1
        && (words[match.last].names & NameWords.GIVEN) != 0
        && !SpanMender.isSon(words[next])
        && !words[next].folded.equals("ال");
  }

  /** «فهد بن عبدالعزيز بن معمر» is not the king. */
  private boolean hasOtherFather(Match match, Span span) {
    int next = match.last + 1;
    return next <= span.last()
        && SpanMender.isSon(span.field().words[next])
        && !isLineage(match, span);
  }

  /** «محمد بن نايف بن عبدالعزيز آل سعود»: whose forefathers follow is still himself. */
  private boolean isLineage(Match first, Span span) {
    int next = first.last + 1;
    if (first.length() < 2 || first.named() != span.first() || next > span.last()) {
      return false;
    }
    WordInfo[] words = span.field().words;
    if (!SpanMender.isSon(words[next])) {
      return words[next].folded.equals("ال");
    }
    boolean servant = words[first.last - 1].folded.equals(SERVANT);
    String son = (servant ? SERVANT : "") + words[first.last].folded;
    String father = next < span.last() ? words[next + 1].folded : "";
    father += father.equals(SERVANT) && next + 1 < span.last() ? words[next + 2].folded : "";
    return Words.isDefinite(son) || persons.isSon(son, father);
  }

  /** «الهلال والنصر»: names of the lexicon, each but the first with its conjunction. */
  private static boolean isList(List<Match> over, Span span) {
    int at = span.first();
    for (Match m : over) {
      if (m.named() != at
          || m.chosen.type() != span.type()
          || (at > span.first() && m.stripped == 0)) {
        return false;
      }
      at = m.last + 1;
    }
    return over.size() > 1 && at == span.last() + 1;
  }

  /** A name of the model within a longer form of the lexicon: «حماس» in «حركة حماس». */
  private void narrow(Span span, Match match, List<Match> known, List<Match> found) {
    match.origin = "both";
    boolean sameType = match.chosen.type() == span.type();
    if (span.first() < match.first || span.last() > match.last) {
      return;
    }
    boolean names =
        span.type() == EntityType.ORGANIZATION
            ? all.stream().anyMatch(m -> isFormOf(match.chosen.entity(), m, span))
            : isBehindHeads(match, span);
    if (sameType && names) {
      known.remove(match);
      found.add(moved(match, span));
    }
  }

  private static boolean isFormOf(Entity entity, Match form, Span span) {
    if (isAt(form, span)) {
      for (Candidate c : form.candidates) {
        if (c.entity().equals(entity)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the form's words before the model's name are heads and titles. */
  private static boolean isBehindHeads(Match match, Span span) {
    for (int i = match.first; i < span.first(); i++) {
      WordInfo word = match.field.words[i];
      if (word.isWord() && (word.triggers == 0 || SpanMender.asksForMore(word))) {
        return false;
      }
    }
    return true;
  }

  /** The letters of the clitics in front of a span. */
  private static int stripped(Span span) {
    return Bases.before(span.field().tokens.get(span.first())).length();
  }

  /** The same entity, named by the model's span. */
  private static Match moved(Match match, Span span) {
    int stripped = match.first == span.first() ? match.stripped : stripped(span);
    Match moved = new Match(span.field(), span.first(), span.last(), stripped, match.candidates);
    Candidate c = match.chosen;
    moved.choose(new Candidate(c.entity(), c.rank(), c.how(), 0), match.rule, match.score);
    moved.origin = "both";
    return moved;
  }

  /** Whether what the model adds are heads, titles and adjectives of nations. */
  private static boolean isOnlyDressed(Match match, Span span) {
    for (int i = span.first(); i <= span.last(); i++) {
      WordInfo word = span.field().words[i];
      boolean own = i >= match.first && i <= match.last;
      boolean dress = word.triggers != 0 && !SpanMender.isSon(word) || word.nationality;
      if (!own && word.isWord() && !dress) {
        return false;
      }
    }
    return true;
  }

  /** Whether both are the same words. */
  private static boolean isAt(Match match, Span span) {
    return match.field == span.field() && match.first == span.first() && match.last == span.last();
  }

  private static boolean overlaps(Match match, Span span) {
    return match.field == span.field() && match.first <= span.last() && span.first() <= match.last;
  }

  /**
   * Lexicon and model see the same words. If the model is sure of another type, the form's entity
   * of that type is meant, or one that no row lists: a town's football club.
   */
  private void agree(Match match, Span span, List<Match> known, List<Match> found) {
    match.origin = "both";
    boolean often = named.of(match.chosen.entity()) > 1;
    boolean sure = isSure(match) && (often || match.length() > 1);
    if (match.chosen.type() == span.type() || sure || isAnnounced(match)) {
      return;
    }
    Candidate best = span.score() > OTHER_READING ? best(match, span.type()) : null;
    if (best != null) {
      match.choose(best, best.how().rule, best.how().score);
      return;
    }
    Match other = span.score() > OTHER_TYPE ? unknown(span) : null;
    if (other != null) {
      known.remove(match);
      found.add(other);
    }
  }

  /** Whether the words beside the form have settled its type already. */
  private static boolean isAnnounced(Match match) {
    return match.rule.equals("title") || match.rule.equals("trigger") || Support.isBracketed(match);
  }

  private Candidate best(Match match, EntityType type) {
    Candidate best = null;
    for (Candidate c : match.candidates) {
      if (c.type() == type
          && c.how() != Candidate.How.SURNAME
          && (best == null || isBetter(c, best))) {
        best = c;
      }
    }
    return best;
  }

  /** The surer form; then what the article names more often; then whose country it does. */
  private boolean isBetter(Candidate c, Candidate best) {
    int sure = Double.compare(c.how().score, best.how().score);
    int often = Integer.compare(named.of(c.entity()), named.of(best.entity()));
    int country = Integer.compare(named.ofCountry(c.entity()), named.ofCountry(best.entity()));
    int rank = Integer.compare(best.rank(), c.rank());
    return IntStream.of(sure, often, country, rank).filter(o -> o != 0).findFirst().orElse(0) > 0;
  }

  /** An open form of the lexicon whose words and type the model confirms, or null. */
  private Match listed(Span span) {
    for (Match match : all) {
      if (isAt(match, span)
          && !resolver.isNoName(match, span.type())
          && !isAdjective(span, match.stripped)) {
        Candidate best = best(match, span.type());
        if (best != null && isSupported(match, best)) {
          match.choose(best, best.how().rule, Math.min(best.how().score, span.score()));
          match.origin = "both";
          return match;
        }
      }
    }
    return null;
  }

  /**
   * «سعيد» alone is not the president, nor «البيضاء» the Libyan town, unless the article names him,
   * or something of the town's country, or the words before the name say so.
   */
  private boolean isSupported(Match match, Candidate c) {
    if (!c.how().needsSupport() || c.how() == Candidate.How.SURNAME || named.of(c.entity()) > 0) {
      return true;
    }
    if (c.how() == Candidate.How.ORDINARY || (isClub(c) && !isSport())) {
      return false;
    }
    return c.type() == EntityType.PERSON
        ? match.length() > 1 || Support.hasStateTitle(match) || isOfTheDay(c.entity())
        : c.entity().country().isEmpty()
            || named.ofCountry(c.entity()) > 0
            || Support.announced(match) == c.type();
  }

  /** «قوات صالح» in news of Yemen; the dead and the many princes need their whole name. */
  private boolean isOfTheDay(Entity person) {
    return !PAST.contains(person.kind()) && named.ofCountry(person) > 1;
  }

  private static boolean isClub(Candidate c) {
    return CLUB.equals(c.entity().kind());
  }

  /** Whether an article is about sports: «الوحدة» may be a club there. */
  private boolean isSport() {
    if (sport == null) {
      sport =
          fields.stream()
              .flatMap(f -> f.tokens.stream())
              .anyMatch(token -> SPORT.contains(token.lemma()));
    }
    return sport;
  }

  /** «الوحدة», «المدينة»: a name elsewhere, here an ordinary word. */
  private boolean isOrdinary(Span span) {
    return span.first() == span.last()
        && all.stream()
            .filter(m -> isAt(m, span))
            .flatMap(m -> Stream.of(m.candidates))
            .anyMatch(c -> c.type() == span.type() && isOrdinary(c));
  }

  private boolean isOrdinary(Candidate c) {
    return c.how() == Candidate.How.ORDINARY
        || (c.how() == Candidate.How.AMBIGUOUS && isClub(c) && !isSport());
  }

  private boolean isAdjective(Span span, int stripped) {
    return span.first() == span.last()
        && adjectives.isAdjective(span.field(), span.first(), stripped);
  }

  /** A mention of a name that no row lists, or null if it may be none. */
  private Match unknown(Span span) {
    int stripped = stripped(span);
    Match match = new Match(span.field(), span.first(), span.last(), stripped, new Candidate[0]);
    if (resolver.isNoName(match, span.type()) || isAdjective(span, stripped) || isCommon(span)) {
      return null;
    }
    String form = Resolver.form(match);
    EntityType type = overrides.type(form) == null ? span.type() : overrides.type(form);
    List<String> words = List.of(form.split(" "));
    String id = overrides.id(form);
    String key = id == null && type == EntityType.PERSON ? persons.key(words) : null;
    if (key != null) {
      Candidate listed = persons.find(key, words);
      if (listed != null && !overrides.forbids(form, listed.entity().id())) {
        match.choose(listed, listed.how().rule, Math.min(listed.how().score, span.score()));
        match.origin = "both";
        return match;
      }
      words = List.of(key.split(" "));
    }
    id = id == null ? UnknownNames.id(type, words) : id;
    Entity entity = new Entity(id, type, "", "", form, "");
    match.choose(
        new Candidate(entity, Integer.MAX_VALUE, Candidate.How.NAME, 0), "unknown", span.score());
    match.origin = "model";
    return match;
  }

  /**
   * A single adjective of a nation, a single common word, and «معهد ثانوي», any of its kind, name
   * nobody new.
   */
  private static boolean isCommon(Span span) {
    if (span.first() != span.last()) {
      WordInfo[] words = span.field().words;
      return span.first() + 1 == span.last()
          && words[span.first()].triggers(Triggers.ORGANIZATION)
          && !words[span.first()].definite
          && !words[span.last()].definite
          && span.field().tokens.get(span.last()).pos() == Pos.ADJ;
    }
    WordInfo word = span.field().words[span.first()];
    var token = span.field().tokens.get(span.first());
    return word.nationality
        || token.stop()
        || word.folded.length() < 3
        || (word.triggers != 0 && word.names == 0)
        || (word.definite && token.pos() != Pos.PROPN && word.names == 0 && span.score() < 0.9);
  }
}

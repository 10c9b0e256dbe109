package org.marsad.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Chooses among an article's matches. What is sure is taken first; a doubtful form then counts if
 * its entity is named beyond doubt somewhere in the same article, or if the words beside it say so.
 */
final class Resolver {
  private static final Set<String> PRESS = Set.of("agency", "media");
  private static final List<String> PLACES = List.of("country", "capital", "city", "governorate");
  private static final double TIE = 0.7;
  private static final Set<String> DIVINE = Set.of("الله", "الرحمن");

  /** «سمو ولي العهد», «رحمة الله»: no name begins so; folded. */
  private static final Set<String> HONORIFIC =
      Set.of("سمو", "رحمه", "معالي", "فضيله", "جلاله", "فخامه", "سماحه", "سعاده");

  /** The vowel sign of an indefinite accusative. */
  private static final char TANWIN = '\u064B';

  private final Adjectives adjectives;
  private final Overrides overrides;
  private final Triggers triggers;

  Resolver(Adjectives adjectives, Overrides overrides, Triggers triggers) {
    this.adjectives = adjectives;
    this.overrides = overrides;
    this.triggers = triggers;
  }

  /** The matches that hold, never overlapping, in order; each with its entity. */
  List<Match> resolve(List<Match> all) {
    List<Match> open = all.stream().filter(m -> !isRuledOut(m)).toList();
    Support support = new Support();
    for (Match match : longest(open, m -> !isDoubtful(m))) {
      Candidate sure = only(match, c -> !c.how().needsSupport());
      if (sure != null && sure.how() != Candidate.How.SPELLING) {
        support.add(sure.entity());
      }
    }
    for (Match match : open) {
      if (isDoubtful(match) && chooseAnnounced(match, support)) {
        support.add(match.chosen.entity());
      }
    }
    open.forEach(m -> choose(m, support));
    return longest(open, m -> m.chosen != null);
  }

  private interface Condition {
    boolean holds(Match match);
  }

  private interface Filter {
    boolean takes(Candidate candidate);
  }

  private static List<Match> longest(List<Match> matches, Condition condition) {
    List<Match> taken = new ArrayList<>();
    Match last = null;
    for (Match match : matches) {
      if ((last == null || !last.overlaps(match)) && condition.holds(match)) {
        taken.add(match);
        last = match;
      }
    }
    return taken;
  }

  private static boolean isDoubtful(Match match) {
    for (Candidate c : match.candidates) {
      if (!c.how().needsSupport()) {
        return false;
      }
    }
    return true;
  }

  private boolean isRuledOut(Match match) {
    return (match.length() == 1 && adjectives.isAdjective(match.field, match.first, match.stripped))
        || (match.length() == 1 && isDoubtful(match) && match.field.tokens.get(match.first).stop())
        || isNoName(match, match.candidates[0].type());
  }

  /**
   * Whether an analyst says so, or it is a title's end («خادم الحرمين الشريفين» is no place), an
   * indefinite accusative that looks like a place («سورياً»), or begins with God or an honorific
   * («ضيوف الرحمن», «والله الهادي إلى سواء السبيل», «سمو ولي العهد»).
   */
  boolean isNoName(Match match, EntityType type) {
    String form = form(match);
    if (overrides.isNoName(form)) {
      return true;
    }
    if (type == EntityType.PERSON) {
      String first = form.split(" ", 2)[0];
      boolean praise = match.stripped > 0 && form.equals("حمد الله");
      return praise || DIVINE.contains(first) || HONORIFIC.contains(first);
    }
    if (type != EntityType.LOCATION) {
      return false;
    }
    String surface = match.field.words[match.first].surface;
    if (match.length() == 1 && surface.indexOf(TANWIN) >= 0) {
      return true;
    }
    int p = match.field.previous(match.first);
    return match.stripped == 0 && p >= 0 && triggers.endsTitle(form, match.field.words[p]);
  }

  /** The folded words of a match, as overrides name it. */
  static String form(Match match) {
    StringBuilder form = new StringBuilder();
    for (int i = match.first; i <= match.last; i++) {
      WordInfo word = match.field.words[i];
      if (word.kind != WordInfo.Kind.JOINT) {
        form.append(form.length() == 0 ? "" : " ")
            .append(i == match.first ? Words.bare(word.folded, match.stripped) : word.folded);
      }
    }
    return form.toString();
  }

  private static Candidate only(Match match, Filter filter) {
    Candidate found = null;
    for (Candidate c : match.candidates) {
      if (filter.takes(c)) {
        if (found != null) {
          return null;
        }
        found = c;
      }
    }
    return found;
  }

  private static boolean chooseAnnounced(Match match, Support support) {
    if (isPartOfOtherName(match)) {
      return false;
    }
    EntityType type = Support.announced(match);
    boolean bracketed = Support.isBracketed(match);
    Candidate best = null;
    for (Candidate c : match.candidates) {
      boolean fits = c.type() == type || (bracketed && PRESS.contains(c.entity().kind()));
      boolean his = type != EntityType.PERSON || Support.hasStateTitle(match);
      if (fits && his && c.how() == Candidate.How.AMBIGUOUS && isBetter(c, best, support)) {
        best = c;
      }
    }
    if (best == null) {
      return false;
    }
    match.choose(best, best.type() == EntityType.PERSON ? "title" : "trigger", TIE);
    return true;
  }

  /**
   * More often named wins; then whose country is; then the more important kind of place; then the
   * earlier row.
   */
  private static boolean isBetter(Candidate c, Candidate best, Support support) {
    if (best == null) {
      return true;
    }
    int named = Integer.compare(support.of(c.entity()), support.of(best.entity()));
    if (named != 0) {
      return named > 0;
    }
    int country = Integer.compare(support.ofCountry(c.entity()), support.ofCountry(best.entity()));
    if (country != 0) {
      return country > 0;
    }
    int place = Integer.compare(place(best), place(c));
    return place != 0 ? place > 0 : c.rank() < best.rank();
  }

  private static int place(Candidate c) {
    int place = PLACES.indexOf(c.entity().kind());
    return place < 0 ? PLACES.size() : place;
  }

  private static void choose(Match match, Support support) {
    if (match.chosen != null && support.of(match.chosen.entity()) < 2) {
      return;
    }
    EntityType type = match.candidates.length > 1 ? Support.announced(match) : null;
    boolean bracketed = match.candidates.length > 1 && Support.isBracketed(match);
    Candidate best = null;
    int rivals = 0;
    boolean bestFits = false;
    for (Candidate c : match.candidates) {
      boolean fits = c.type() == type || (bracketed && PRESS.contains(c.entity().kind()));
      if (!isOpen(match, c, support) && !(fits && c.how() == Candidate.How.AMBIGUOUS)) {
        continue;
      }
      if (best == null || (fits && !bestFits) || (fits == bestFits && isBetter(c, best, support))) {
        best = c;
        bestFits = fits;
      }
      rivals++;
    }
    if (best != null) {
      boolean settled = rivals == 1 || bestFits || support.of(best.entity()) > 0;
      match.choose(best, settled ? best.how().rule : "ambiguous", settled ? best.how().score : 0.5);
    }
  }

  private static boolean isOpen(Match match, Candidate c, Support support) {
    if (c.type() == EntityType.PERSON && match.length() == 1 && isPartOfOtherName(match)) {
      return false;
    }
    if (!c.how().needsSupport()) {
      return true;
    }
    return support.of(c.entity()) > 0
        && !(match.length() == 1 && match.field.words[match.first].nationality);
  }

  /** A surname behind somebody else's given name, or in front of more of a name, is not its own. */
  private static boolean isPartOfOtherName(Match match) {
    Field field = match.field;
    int p = field.previous(match.first);
    if (p == match.first - 1 && p >= 0 && match.stripped == 0) {
      WordInfo before = field.words[p];
      if (isSureGiven(field, p) || before.folded.equals("بن") || before.folded.equals("ابن")) {
        return true;
      }
    }
    int n = match.last + 1;
    return n < field.size()
        && (field.words[n].folded.equals("بن") || field.words[n].folded.equals("ال"))
        && field.next(match.last) == n;
  }

  /** «أن» folds like the name «آن»: stop words are no given names. */
  private static boolean isSureGiven(Field field, int i) {
    return (field.words[i].names & (NameWords.GIVEN | NameWords.AMBIGUOUS)) == NameWords.GIVEN
        && !field.tokens.get(i).stop();
  }
}

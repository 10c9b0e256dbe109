package org.marsad.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Within an article a bare surname, a bare first name, or both without what stands in between
 * («أسامة البار» for «أسامة بن فضل البار») means the one person whose full name stands there. A
 * given name that no full name explains is marked: «محمد» is somebody else in the next article.
 */
final class ShortForms {
  private static final Candidate SEVERAL =
      new Candidate(new Entity("", EntityType.PERSON, "", "", "", ""), 0, Candidate.How.NAME, 0);

  private static final String HEAD_OF_STATE = "head_of_state";

  private final NameWords nameWords;

  /** Ids of those who are named with more than a word, or a state's title. */
  private final Set<String> known = new HashSet<>();

  private final Map<String, Candidate> bySurname = new HashMap<>();
  private final Map<String, Candidate> byFirst = new HashMap<>();

  /** By first name and surname, of those who are named with more in between. */
  private final Map<String, Candidate> byEnds = new HashMap<>();

  private ShortForms(NameWords nameWords) {
    this.nameWords = nameWords;
  }

  /** Gives the mentions of unlisted single names their person. */
  static void join(List<Match> mentions, NameWords nameWords) {
    ShortForms forms = new ShortForms(nameWords);
    List<Match> persons =
        mentions.stream().filter(m -> m.chosen.type() == EntityType.PERSON).toList();
    for (Match m : persons) {
      forms.add(words(m), m.chosen);
      if (m.length() > 1 || m.chosen.lead() > 0 || Support.hasStateTitle(m)) {
        forms.known.add(m.chosen.entity().id());
      }
    }
    for (Match m : persons) {
      if (m.rule.equals("unknown")) {
        forms.join(m);
      } else if (forms.isDoubtful(m)) {
        forms.joinNamesake(m);
      }
    }
  }

  /**
   * A famous person's surname alone in an article that names him neither in full nor with a state's
   * title. A head of state needs neither: beside «جمال مبارك» «مبارك» is his father.
   */
  private boolean isDoubtful(Match match) {
    Entity famous = match.chosen.entity();
    return match.length() == 1
        && !match.rule.equals(Candidate.How.SAME_AS.rule)
        && !known.contains(famous.id())
        && !(HEAD_OF_STATE.equals(famous.kind()) && match.score >= Candidate.How.VARIANT.score);
  }

  /** «الغنوشي» behind «محرز الغنوشي» is he, however famous another one is. */
  private void joinNamesake(Match match) {
    String form = Resolver.form(match);
    Candidate person = bySurname.getOrDefault(form, byFirst.get(form));
    if (person != null && !person.equals(SEVERAL)) {
      choose(match, person);
    }
  }

  private static List<String> words(Match match) {
    return EntityLexicon.joined(List.of(Resolver.form(match).split(" ")));
  }

  private void add(List<String> words, Candidate person) {
    if (words.size() > 1) {
      int from = EntityLexicon.surname(words);
      String surname = String.join(" ", words.subList(from, words.size()));
      put(bySurname, surname, person);
      put(byFirst, words.get(0), person);
      if (from > 1) {
        put(byEnds, words.get(0) + " " + surname, person);
      }
    }
  }

  private static void put(Map<String, Candidate> map, String form, Candidate person) {
    map.merge(form, person, (a, b) -> a.entity().id().equals(b.entity().id()) ? a : SEVERAL);
  }

  private void join(Match match) {
    List<String> words = words(match);
    String form = String.join(" ", words);
    Candidate person = bySurname.get(form);
    if (person == null) {
      person = byFirst.getOrDefault(form, byEnds.get(form));
    }
    if (person != null && !person.equals(SEVERAL)) {
      choose(match, person);
    } else if (words.size() == 1
        && (nameWords.uses(form) & NameWords.GIVEN) != 0
        && match.chosen.entity().id().startsWith(UnknownNames.PREFIX)) {
      match.rule = Mention.GIVEN_NAME;
    }
  }

  private static void choose(Match match, Candidate person) {
    match.choose(
        new Candidate(person.entity(), person.rank(), Candidate.How.SURNAME, 0),
        Candidate.How.SURNAME.rule,
        Math.min(match.score, Candidate.How.SURNAME.score));
  }
}

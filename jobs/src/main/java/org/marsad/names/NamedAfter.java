package org.marsad.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.arabic.RuleFile;
import org.marsad.arabic.Token;
import org.marsad.names.SequenceTagger.Span;

/**
 * Things that are called after persons or cities, from {@code named_after.tsv}: «مستشفى الملك فيصل»
 * is a hospital, and the king is not in the news.
 */
final class NamedAfter {
  static final String FILE = "named_after.tsv";

  /** «المعهد الثانوي النموذجي» has two. */
  private static final int MOST = 2;

  /** Kinds of hospitals and schools: lemmas. */
  private static final Set<String> KINDS =
      Set.of("جامعي", "جهوي", "محلي", "ثانوي", "إعدادي", "ابتدائي", "نموذجي");

  /** Words before a head in which an office may stand. */
  private static final int OFFICE = 10;

  private static final Set<String> CITIES =
      Set.of("city", "capital", "region", "governorate", "town");

  /** The type of the whole by its first word, folded; empty if it is none of the three. */
  private final Map<String, Optional<EntityType>> heads = new HashMap<>();

  /** Heads of what is called after cities too, folded. */
  private final Set<String> places = new HashSet<>();

  /** Heads behind which a kind may stand before the name, folded. */
  private final Set<String> described = new HashSet<>();

  private NamedAfter() {}

  /**
   * Reads {@link #FILE}; without it nothing is called after anyone.
   *
   * @throws LexiconException with {@code file:line} if a row's type is none
   */
  static NamedAfter read(LexiconFiles files) {
    NamedAfter all = new NamedAfter();
    if (files.has(FILE)) {
      RuleFile.forEach(files, FILE, all::add);
    }
    return all;
  }

  private void add(RuleFile.Row row) {
    String type = row.get("type");
    String word = Orthography.fold(row.required("word"));
    if (row.get("places").equals("1")) {
      places.add(word);
    }
    if (row.get("kinds").equals("1")) {
      described.add(word);
    }
    try {
      heads.put(word, type.isEmpty() ? Optional.empty() : Optional.of(EntityType.valueOf(type)));
    } catch (IllegalArgumentException e) {
      throw new LexiconException(
          row.where(), "type \"" + type + "\": LOCATION, ORGANIZATION or nothing");
    }
  }

  /**
   * The place of the word behind which a match is part of another name, or -1 if it stands for
   * itself: a person, an unlisted name that begins with a title, or, behind what is called after
   * places, a city: «حي الرياض».
   */
  int head(Match match) {
    Field field = match.field;
    boolean titled = match.origin.equals("model") && isTitle(field.words[match.first]);
    boolean person = match.chosen.type() == EntityType.PERSON || titled;
    if (match.stripped != 0 || !(person || isCity(match.chosen.entity()))) {
      return -1;
    }
    int at = match.first - 1;
    while (person && isBehind(field, at) && isTitle(field.words[at])) {
      at--;
    }
    boolean given = person && isBehind(field, at) && isBehind(field, at - 1) && isGiven(field, at);
    if (given && type(field, at - 1) != null) {
      at--;
    }
    if (isBehind(field, at) && type(field, at) != null) {
      return person || places.contains(folded(field, at)) ? at : -1;
    }
    return person && at == match.first - 1 ? describedHead(field, at) : -1;
  }

  private static boolean isBehind(Field field, int at) {
    return at >= 0 && field.isNear(at + 1) && Bases.before(field.tokens.get(at + 1)).isEmpty();
  }

  private static boolean isCity(Entity entity) {
    return entity.type() == EntityType.LOCATION && CITIES.contains(entity.kind());
  }

  /** «ملعب الطيب المهيري»: a given name that is a word besides. */
  private static boolean isGiven(Field field, int at) {
    return (field.words[at].names & NameWords.GIVEN) != 0;
  }

  /**
   * The head at «المستشفى» of «المستشفى الجامعي فرحات حشاد», or -1; behind an office, «مدير
   * المستشفى الجامعي», the person may hold it.
   */
  private int describedHead(Field field, int adjective) {
    int at = adjective;
    while (at > adjective - MOST && isBehind(field, at) && isKind(field, at)) {
      at--;
    }
    boolean named =
        at < adjective
            && at >= 0
            && field.isNear(at + 1)
            && field.words[at].definite
            && described.contains(folded(field, at));
    for (int i = at - 1; named && i >= Math.max(0, at - OFFICE); i--) {
      boolean same = field.tokens.get(i).sentence() == field.tokens.get(at).sentence();
      named = !same || !field.words[i].triggers(Triggers.TITLE);
    }
    return named ? at : -1;
  }

  private static boolean isKind(Field field, int at) {
    return field.words[at].definite && KINDS.contains(field.tokens.get(at).lemma());
  }

  private static boolean isAdjective(Field field, int at) {
    WordInfo word = field.words[at];
    return word.definite && !word.nationality && field.tokens.get(at).pos() == Pos.ADJ;
  }

  /** The whole name that begins at a head, with the adjective behind it; null if it has no type. */
  Span whole(Match part, int head) {
    Field field = part.field;
    EntityType type = heads.get(folded(field, head)).orElse(null);
    int next = part.last + 1;
    boolean adjective =
        next < field.size()
            && field.isNear(next)
            && isAdjective(field, next)
            && Bases.before(field.tokens.get(next)).isEmpty();
    return type == null
        ? null
        : new Span(field, head, adjective ? next : part.last, type, part.score);
  }

  /** The type of what a token is the head of, or null; «طريق» of «عن طريق» is none. */
  private Optional<EntityType> type(Field field, int at) {
    Token token = field.tokens.get(at);
    boolean bare = token.stem() == token.segments().size() - 1 && !field.words[at].definite;
    return bare && !token.stop() && token.pos() != Pos.VERB ? heads.get(folded(field, at)) : null;
  }

  private static String folded(Field field, int at) {
    Token token = field.tokens.get(at);
    return Orthography.fold(token.segments().get(token.stem()));
  }

  private static boolean isTitle(WordInfo word) {
    return word.definite && word.triggers(Triggers.TITLE);
  }
}

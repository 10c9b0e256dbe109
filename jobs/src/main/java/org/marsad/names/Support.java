package org.marsad.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.arabic.Orthography;

/** Which entities an article names beyond doubt, and what stands beside a doubtful form. */
final class Support {
  private static final int TITLE_REACH = 4;

  /** Of presidents, kings, ministers; folded. */
  private static final Set<String> STATE =
      Stream.of(
              "رئيس", "ملك", "عاهل", "أمير", "سلطان", "وزير", "زعيم", "مستشار", "عقيد", "أمين",
              "مرشد")
          .map(Orthography::fold)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<Entity, Integer> named = new HashMap<>();
  private final Map<String, Integer> countries = new HashMap<>();

  void add(Entity entity) {
    named.merge(entity, 1, Integer::sum);
    countries.merge(entity.country(), 1, Integer::sum);
  }

  /** How often the article names something of an entity's country; 0 if it has none. */
  int ofCountry(Entity entity) {
    return entity.country().isEmpty() ? 0 : countries.getOrDefault(entity.country(), 0);
  }

  int of(Entity entity) {
    return named.getOrDefault(entity, 0);
  }

  boolean isEmpty() {
    return named.isEmpty();
  }

  /** The type that the words beside a match announce, or null. */
  static EntityType announced(Match match) {
    Field field = match.field;
    int p = field.previous(match.first);
    if (p < 0) {
      return null;
    }
    if (match.stripped == 0 && hasTitle(field, p)) {
      return EntityType.PERSON;
    }
    WordInfo before = field.words[p];
    if (match.stripped > 0) {
      return null;
    }
    if (before.triggers(Triggers.PLACE) && !before.triggers(Triggers.ORGANIZATION)) {
      return EntityType.LOCATION;
    }
    return before.triggers(Triggers.ORGANIZATION) && !before.triggers(Triggers.PLACE)
        ? EntityType.ORGANIZATION
        : null;
  }

  /**
   * Whether a title ends at token {@code p}: «الرئيس», «الرئيس السوري», «وزير الخارجية السعودي».
   * What lies between the title and the name is definite.
   */
  static boolean hasTitle(Field field, int p) {
    return isTitle(field, p, word -> true);
  }

  private static boolean isTitle(Field field, int p, Predicate<WordInfo> kind) {
    for (int i = p, n = 0; i >= 0 && n < TITLE_REACH; i = field.previous(i), n++) {
      WordInfo word = field.words[i];
      boolean bare = n == 0 && !word.definite;
      if (word.triggers(Triggers.TITLE) && !bare) {
        return kind.test(word);
      }
      if (!word.definite) {
        return false;
      }
    }
    return false;
  }

  /** Whether what stands before a match is the title of those who lead a state: «الرئيس سعيد». */
  static boolean hasStateTitle(Match match) {
    Field field = match.field;
    int p = field.previous(match.first);
    return p >= 0 && match.stripped == 0 && isTitle(field, p, Support::leads);
  }

  private static boolean leads(WordInfo word) {
    return Words.readings(word.folded).stream()
        .map(r -> Words.isDefinite(r.bare()) ? r.bare().substring(2) : r.bare())
        .anyMatch(STATE::contains);
  }

  /** Whether a match stands alone in brackets or quotation marks, as agencies and papers do. */
  static boolean isBracketed(Match match) {
    return at(match.field, match.first - 1, "([«\"“") && at(match.field, match.last + 1, ")]»\"”");
  }

  private static boolean at(Field field, int i, String signs) {
    return i >= 0 && i < field.size() && signs.contains(field.words[i].surface);
  }
}

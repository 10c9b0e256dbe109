package org.marsad.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Pos;
import org.marsad.arabic.RuleFile;
import org.marsad.arabic.Token;
import org.marsad.names.SequenceTagger.Span;

/**
 * Things that are called after persons, from {@code named_after.tsv}: «مستشفى الملك فيصل» is a
 * hospital, and the king is not in the news.
 */
final class NamedAfter {
  static final String FILE = "named_after.tsv";

  /** The type of the whole by its first word, folded; empty if it is none of the three. */
  private final Map<String, Optional<EntityType>> heads = new HashMap<>();

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
    try {
      heads.put(
          Orthography.fold(row.required("word")),
          type.isEmpty() ? Optional.empty() : Optional.of(EntityType.valueOf(type)));
    } catch (IllegalArgumentException e) {
      throw new LexiconException(
          row.where(), "type \"" + type + "\": LOCATION, ORGANIZATION or nothing");
    }
  }

  /**
   * The place of the word behind which a match is part of another name, or -1 if it stands for
   * itself: a person, or an unlisted name that begins with a title.
   */
  int head(Match match) {
    Field field = match.field;
    boolean titled = match.origin.equals("model") && isTitle(field.words[match.first]);
    int at = match.first - 1;
    while (at >= 0 && field.isNear(at + 1) && isTitle(field.words[at])) {
      at--;
    }
    return (match.chosen.type() == EntityType.PERSON || titled)
            && match.stripped == 0
            && Bases.before(field.tokens.get(at + 1)).isEmpty()
            && at >= 0
            && field.isNear(at + 1)
            && type(field, at) != null
        ? at
        : -1;
  }

  /** The whole name that begins at a head, with the adjective behind it; null if it has no type. */
  Span whole(Match part, int head) {
    Field field = part.field;
    EntityType type = type(field, head).orElse(null);
    int next = part.last + 1;
    boolean adjective =
        next < field.size()
            && field.isNear(next)
            && field.words[next].definite
            && !field.words[next].nationality
            && field.tokens.get(next).pos() == Pos.ADJ
            && Bases.before(field.tokens.get(next)).isEmpty();
    return type == null
        ? null
        : new Span(field, head, adjective ? next : part.last, type, part.score);
  }

  /** The type of what a token is the head of, or null; «طريق» of «عن طريق» is none. */
  private Optional<EntityType> type(Field field, int at) {
    Token token = field.tokens.get(at);
    boolean bare = token.stem() == token.segments().size() - 1 && !field.words[at].definite;
    return bare && !token.stop() && token.pos() != Pos.VERB
        ? heads.get(Orthography.fold(token.segments().get(token.stem())))
        : null;
  }

  private static boolean isTitle(WordInfo word) {
    return word.definite && word.triggers(Triggers.TITLE);
  }
}

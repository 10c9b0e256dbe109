package org.marsad.names;

import java.io.Serializable;

/**
 * One place of an article where an entity is named. The span leaves out proclitics (و ف ب ل ك),
 * titles and quotation marks around it and keeps the name's own article; in «للأمم المتحدة», where
 * the article has melted into the preposition, it begins at the second ل.
 *
 * @param inTitle whether it stands in the title, otherwise in the body
 * @param paragraph index of the paragraph in its text
 * @param sentence index of the sentence in its text
 * @param start first UTF-16 offset in the title or body
 * @param end UTF-16 offset behind its last character
 * @param surface exactly {@code text.substring(start, end)}
 * @param entityId the lexicon's id, or {@code u-…} for a name that the lexicon does not know
 * @param type person, organisation or place
 * @param origin {@code lexicon}, {@code model}, or {@code both} where they see the same name
 * @param rule what joined surface and entity: name, variant, supported_short, surname_of, spelling,
 *     ambiguous, title, same_as, unknown, given_name
 * @param score confidence, 0 to 1
 */
public record Mention(
    boolean inTitle,
    int paragraph,
    int sentence,
    int start,
    int end,
    String surface,
    String entityId,
    EntityType type,
    String origin,
    String rule,
    double score)
    implements Serializable {
  /** The rule of a given name alone that nothing in the article explains: it tells nobody apart. */
  public static final String GIVEN_NAME = "given_name";

  /** Whether the lexicon does not know the name. */
  public boolean isUnlisted() {
    return entityId.startsWith(UnknownNames.PREFIX);
  }
}

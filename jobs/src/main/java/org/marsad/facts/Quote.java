package org.marsad.facts;

import java.io.Serializable;

/**
 * Somebody's words in an article.
 *
 * @param inTitle whether they stand in the title, otherwise in the body
 * @param sentence index of the sentence in which they begin
 * @param speaker who speaks, as printed, with title and without proclitics
 * @param entityId the entity that speaks: by its name, or by a title that the article gives nobody
 *     else; null if neither tells it
 * @param verb lemma of the word that announces the words; «:» for a headline's colon
 * @param direct whether they are marked as the speaker's own, by quotation marks or a colon
 * @param text exactly {@code substring(start, end)} of the title or body
 * @param start first UTF-16 offset
 * @param end UTF-16 offset behind the last character
 */
public record Quote(
    boolean inTitle,
    int sentence,
    String speaker,
    String entityId,
    String verb,
    boolean direct,
    String text,
    int start,
    int end)
    implements Serializable {

  /** The same words, said by an entity. */
  Quote by(String entity) {
    return new Quote(inTitle, sentence, speaker, entity, verb, direct, text, start, end);
  }
}

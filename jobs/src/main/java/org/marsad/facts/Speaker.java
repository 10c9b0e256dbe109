package org.marsad.facts;

/**
 * Who speaks.
 *
 * @param entityId null if no known name stands for the speaker
 * @param first the phrase's first token
 * @param last its last token
 */
record Speaker(String surface, String entityId, int first, int last) {}

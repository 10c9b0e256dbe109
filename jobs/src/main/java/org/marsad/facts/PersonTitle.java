package org.marsad.facts;

import java.io.Serializable;

/**
 * A title that stands beside a person's name.
 *
 * @param inTitle whether it stands in the headline, otherwise in the body
 * @param entityId the person
 * @param title as printed, without proclitics
 * @param start first UTF-16 offset of the title
 * @param end UTF-16 offset behind its last character
 */
public record PersonTitle(boolean inTitle, String entityId, String title, int start, int end)
    implements Serializable {}

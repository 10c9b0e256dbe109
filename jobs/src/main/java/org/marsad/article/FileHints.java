package org.marsad.article;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What is known of a file's articles from outside them.
 *
 * @param source the paper, or empty
 * @param category the section, or empty
 * @param date the day, or null
 * @param dateOrigin where {@code date} comes from, or null
 */
public record FileHints(String source, String category, LocalDate date, DateOrigin dateOrigin)
    implements Serializable {

  static final FileHints NONE = new FileHints("", "", null, null);
}

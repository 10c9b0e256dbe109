package org.marsad.article;

import java.util.Locale;

/** Where an article's date comes from, the most trusted first. */
public enum DateOrigin {
  /** A field of the record. */
  RECORD,
  /** A {@code _meta.json} or {@code NAME.meta.json} beside the file. */
  SIDECAR,
  /** {@code --date}. */
  OPTION,
  /** A date within the file's path. */
  PATH,
  /** A date within the article's address. */
  URL,
  /** The day on which the file was last changed, or was read if it keeps no time: a guess. */
  FILE_TIME;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.marsad.entity;

import java.util.List;
import java.util.Locale;

/** What two entities are named together in. */
enum Level {
  SENTENCE,
  PARAGRAPH,
  ARTICLE;

  static final List<Level> ALL = List.of(values());

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.marsad.article;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Fields that are found when first asked for: whoever reads another share of the file passes over
 * them.
 */
final class LateFields extends AbstractMap<String, String> {
  private final Supplier<Map<String, String>> finder;
  private Map<String, String> found;

  LateFields(Supplier<Map<String, String>> finder) {
    this.finder = finder;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    if (found == null) {
      found = finder.get();
    }
    return found.entrySet();
  }
}

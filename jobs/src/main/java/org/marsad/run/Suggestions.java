package org.marsad.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a user may have meant. */
final class Suggestions {
  private static final int SHORTEST_BEGINNING = 3;

  private Suggestions() {}

  /** The known word nearest to a mistyped one, if one is near. */
  static Optional<String> nearest(String typed, Collection<String> known) {
    String low = typed.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, low.length() / 3));
    TreeMap<String, Integer> near = new TreeMap<>();
    for (String word : known) {
      int edits = distance.apply(low, word.toLowerCase(Locale.ROOT));
      if (edits >= 0 && edits < low.length()) {
        near.put(word, edits);
      } else if (low.length() >= SHORTEST_BEGINNING && word.startsWith(low)) {
        near.put(word, word.length());
      }
    }
    return near.keySet().stream().min(Comparator.comparing(near::get));
  }

  /** {@code : did you mean WORD?}, or all that there is to choose. */
  static String among(String typed, Collection<String> known) {
    List<String> others = known.stream().filter(word -> !word.equals(typed)).toList();
    return nearest(typed, others).isPresent()
        ? didYouMean(typed, others)
        : ": choose one of " + String.join(", ", others);
  }

  /** {@code : did you mean WORD?}, or nothing. */
  static String didYouMean(String typed, Collection<String> known) {
    return nearest(typed, known).map(word -> ": did you mean " + word + "?").orElse("");
  }
}

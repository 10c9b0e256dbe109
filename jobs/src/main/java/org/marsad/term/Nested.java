package org.marsad.term;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Terms within longer ones. A reader who is shown «خادم الحرمين الشريفين» need not be shown «خادم
 * الحرمين» and «الحرمين الشريفين» as well. Like the nested terms of K. Frantzi, S. Ananiadou and H.
 * Mima, "Automatic recognition of multi-word terms: the C-value/NC-value method" (2000), a term
 * stands for itself by how often it stands outside of a longer one.
 */
public final class Nested {
  /** A longer term with this share of a term's stories tells most of it already. */
  private static final double SHARE = 0.5;

  private Nested() {}

  /**
   * A list without those terms whose words stand in a row within a longer term of the list that has
   * at least half as many stories; in the same order.
   *
   * @param key a term's lemmas with blanks between them
   * @param stories how many stories it stands in
   */
  public static <T> List<T> apart(
      List<T> terms, Function<T, String> key, ToLongFunction<T> stories) {
    return terms.stream()
        .filter(
            term ->
                terms.stream()
                    .noneMatch(
                        longer ->
                            isWithin(key.apply(term), key.apply(longer))
                                && stories.applyAsLong(longer)
                                    >= SHARE * stories.applyAsLong(term)))
        .toList();
  }

  private static boolean isWithin(String term, String longer) {
    return term.length() < longer.length() && (" " + longer + " ").contains(" " + term + " ");
  }
}

package org.marsad.arabic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was said of words; news repeats itself. Bounded: when one generation is full it
 * becomes the old one, and the old one's words that are not asked for again are forgotten.
 */
final class WordCache<T> {
  private static final int GENERATION = 60_000;

  private volatile Map<String, T> young = new ConcurrentHashMap<>(1 << 12);
  private volatile Map<String, T> old = Map.of();

  T get(String word, Function<String, T> analyze) {
    Map<String, T> current = young;
    T known = current.get(word);
    if (known != null) {
      return known;
    }
    known = old.get(word);
    if (known == null) {
      known = analyze.apply(word);
    }
    if (current.size() >= GENERATION) {
      turn(current);
    }
    young.put(word, known);
    return known;
  }

  private synchronized void turn(Map<String, T> full) {
    if (young == full) {
      old = full;
      young = new ConcurrentHashMap<>(1 << 12);
    }
  }
}

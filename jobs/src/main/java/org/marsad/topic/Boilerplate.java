package org.marsad.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Sentences that one source prints in many different stories: notices, adverts, its own signature.
 */
final class Boilerplate implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Different stories of one source with the same sentence from which it is nobody's news. */
  private static final int LEAST_STORIES = 5;

  /** Shorter sentences, such as a heading, recur by themselves. */
  private static final int LEAST_TOKENS = 4;

  private static final int MOST_SENTENCES = 100_000;

  private final Set<Long> sentences;

  private Boilerplate(Set<Long> sentences) {
    this.sentences = sentences;
  }

  /** Learns them from rows {@code story_id, source, tokens} as {@link StoryTerms} reads them. */
  static Boilerplate of(Dataset<Row> texts) {
    return new Boilerplate(
        texts
            .flatMap((FlatMapFunction<Row, Long>) Boilerplate::sentences, Encoders.LONG())
            .groupBy("value")
            .agg(count(lit(1)).as("stories"))
            .where(col("stories").geq(LEAST_STORIES))
            .orderBy(col("stories").desc(), col("value"))
            .limit(MOST_SENTENCES)
            .collectAsList()
            .stream()
            .map(r -> r.getLong(0))
            .collect(Collectors.toSet()));
  }

  private static Iterator<Long> sentences(Row story) {
    StoryText text = StoryText.of(story);
    Set<Long> found = new TreeSet<>();
    for (int from = 0, to; from < text.size(); from = to) {
      to = text.ends()[from];
      if (to - from >= LEAST_TOKENS) {
        found.add(key(text, from, to));
      }
    }
    return found.iterator();
  }

  /** Which tokens of a text stand in such a sentence. */
  boolean[] in(StoryText text) {
    boolean[] inside = new boolean[text.size()];
    for (int from = 0, to; from < text.size(); from = to) {
      to = text.ends()[from];
      if (to - from >= LEAST_TOKENS && sentences.contains(key(text, from, to))) {
        Arrays.fill(inside, from, to, true);
      }
    }
    return inside;
  }

  /** A hash of the source and the sentence's lemmas: 64-bit FNV-1a. */
  private static long key(StoryText text, int from, int to) {
    long hash = mix(0xcbf29ce484222325L, text.source());
    for (int i = from; i < to; i++) {
      hash = mix(hash, text.lemma(i));
    }
    return hash;
  }

  private static long mix(long hash, String word) {
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return (hash ^ '\n') * 0x100000001b3L;
  }
}

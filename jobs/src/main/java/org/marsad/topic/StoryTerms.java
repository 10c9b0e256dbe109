package org.marsad.topic;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What each story is about: its terms, pairs of terms in a row, and the names in it, counted in its
 * first article without boilerplate.
 */
final class StoryTerms {
  /** Words that say what happens or how count for a topic, but do not name it. */
  private static final Set<String> UNNAMING = Set.of("VERB", "ADV");

  /**
   * One row per story. Its terms come with how often each stands there, and how often as a noun or
   * adjective.
   */
  static final StructType SCHEMA =
      new StructType()
          .add("story_id", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("terms", DataTypes.createArrayType(DataTypes.StringType))
          .add("occurrences", DataTypes.createArrayType(DataTypes.IntegerType))
          .add("naming", DataTypes.createArrayType(DataTypes.IntegerType));

  private StoryTerms() {}

  /** Rows of {@link #SCHEMA} for rows of {@link StoryText#rows}. */
  static Dataset<Row> of(Dataset<Row> texts, Boilerplate boilerplate) {
    return texts.map(
        (MapFunction<Row, Row>) r -> count(StoryText.of(r), boilerplate), Encoders.row(SCHEMA));
  }

  /** Rows of {@code source, term, occurrences, naming}, one for each term of a story. */
  static Dataset<Row> exploded(Dataset<Row> stories) {
    return stories
        .select(col("source"), inline(arrays_zip(col("terms"), col("occurrences"), col("naming"))))
        .toDF("source", "term", "occurrences", "naming");
  }

  private static Row count(StoryText text, Boilerplate boilerplate) {
    boolean[] left = boilerplate.in(text);
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (int i = 0; i < text.size(); i++) {
      if (left[i] || !text.isTerm(i)) {
        continue;
      }
      int[] tally = counts.computeIfAbsent(text.term(i), t -> new int[2]);
      tally[0]++;
      tally[1] += UNNAMING.contains(text.tag(i)) ? 0 : 1;
      if (i + 1 < text.ends()[i] && text.isTerm(i + 1) && !text.isBehindWord(i + 1)) {
        counts.computeIfAbsent(phrase(text, i), t -> new int[2])[0]++;
      }
    }
    for (String name : text.names()) {
      counts.computeIfAbsent("@" + name, t -> new int[2])[0]++;
    }
    String[] terms = counts.keySet().toArray(String[]::new);
    Integer[] occurrences = new Integer[terms.length];
    Integer[] naming = new Integer[terms.length];
    for (int i = 0; i < terms.length; i++) {
      int[] tally = counts.get(terms[i]);
      occurrences[i] = tally[0];
      naming[i] = tally[1];
    }
    return RowFactory.create(text.storyId(), text.source(), terms, occurrences, naming);
  }

  private static String phrase(StoryText text, int i) {
    return text.term(i) + ' ' + text.term(i + 1);
  }
}

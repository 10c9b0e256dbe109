package org.marsad.topic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
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

  /** One row per story and term; {@code naming} is how often it stands as a noun or adjective. */
  static final StructType SCHEMA =
      new StructType()
          .add("story_id", DataTypes.StringType)
          .add("source", DataTypes.StringType)
          .add("term", DataTypes.StringType)
          .add("occurrences", DataTypes.IntegerType)
          .add("naming", DataTypes.IntegerType);

  private StoryTerms() {}

  /** Rows of {@link #SCHEMA} for rows of {@link StoryText#rows}. */
  static Dataset<Row> of(Dataset<Row> texts, Boilerplate boilerplate) {
    return texts.flatMap(
        (FlatMapFunction<Row, Row>) r -> count(StoryText.of(r), boilerplate), Encoders.row(SCHEMA));
  }

  private static Iterator<Row> count(StoryText text, Boilerplate boilerplate) {
    boolean[] left = boilerplate.in(text);
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (int i = 0; i < text.size(); i++) {
      if (left[i] || !text.isTerm(i)) {
        continue;
      }
      int[] tally = counts.computeIfAbsent(text.lemmas().get(i), t -> new int[2]);
      tally[0]++;
      tally[1] += UNNAMING.contains(text.tags().get(i)) ? 0 : 1;
      if (i + 1 < text.size() && text.isTerm(i + 1) && text.sameSentence(i, i + 1)) {
        counts.computeIfAbsent(phrase(text, i), t -> new int[2])[0]++;
      }
    }
    for (String name : text.names()) {
      counts.computeIfAbsent("@" + name, t -> new int[2])[0]++;
    }
    List<Row> rows = new ArrayList<>(counts.size());
    counts.forEach(
        (term, tally) ->
            rows.add(RowFactory.create(text.storyId(), text.source(), term, tally[0], tally[1])));
    return rows.iterator();
  }

  private static String phrase(StoryText text, int i) {
    return text.lemmas().get(i) + ' ' + text.lemmas().get(i + 1);
  }
}

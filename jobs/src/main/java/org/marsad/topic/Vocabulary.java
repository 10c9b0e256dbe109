package org.marsad.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The terms that topics are made of, with the weight of each. */
final class Vocabulary implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 50_000;
  private static final double TOO_COMMON = 0.5;

  /** A paper's own word: in so many of its stories, and so rarely in another's. */
  private static final double OWN_STORIES = 0.15;

  private static final double OWN_SHARE = 0.8;

  private final String[] terms;
  private final double[] idf;
  private final boolean[] naming;
  private transient Map<String, Integer> index;

  private Vocabulary(String[] terms, double[] idf, boolean[] naming) {
    this.terms = terms;
    this.idf = idf;
    this.naming = naming;
  }

  /**
   * The commonest {@value #LARGEST} terms that stand in at least {@code least} stories, in no more
   * than half of all, and are no paper's own. The weight is the smoothed inverse document
   * frequency, {@code ln((n + 1) / (df + 1))}, as in MLlib.
   *
   * @param storyTerms rows of {@link StoryTerms}
   * @param ofSource stories of each source
   */
  static Vocabulary of(Dataset<Row> storyTerms, Map<String, Long> ofSource, int least) {
    long stories = ofSource.values().stream().mapToLong(n -> n).sum();
    Dataset<Row> sources =
        storyTerms
            .sparkSession()
            .createDataFrame(
                ofSource.entrySet().stream()
                    .map(e -> RowFactory.create(e.getKey(), e.getValue()))
                    .toList(),
                new StructType().add("source", StringType).add("of_source", LongType));
    Column dense = col("stories").geq(col("of_source").multiply(OWN_STORIES));
    Column own = col("most").geq(col("df").multiply(OWN_SHARE));
    boolean several = ofSource.size() > 1;
    List<Row> rows =
        StoryTerms.exploded(storyTerms)
            .groupBy("term", "source")
            .agg(
                count(lit(1)).as("stories"),
                sum("occurrences").as("occurrences"),
                sum("naming").as("naming"))
            .join(sources, "source")
            .groupBy("term")
            .agg(
                sum("stories").as("df"),
                max(when(dense, col("stories")).otherwise(0)).as("most"),
                sum("occurrences").as("occurrences"),
                sum("naming").as("naming"))
            .where(col("df").geq(least).and(col("df").leq(Math.max(least, TOO_COMMON * stories))))
            .where(several ? not(own.and(col("df").gt(100))) : lit(true))
            .orderBy(col("df").desc(), col("term"))
            .limit(LARGEST)
            .select(
                col("term"),
                col("df"),
                col("naming").multiply(2).gt(col("occurrences")).as("names"))
            .collectAsList();
    String[] terms = new String[rows.size()];
    double[] idf = new double[rows.size()];
    boolean[] naming = new boolean[rows.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = rows.get(i).getString(0);
      idf[i] = Math.log((stories + 1.0) / (rows.get(i).getLong(1) + 1.0));
      naming[i] = rows.get(i).getBoolean(2);
    }
    return new Vocabulary(terms, idf, naming);
  }

  int size() {
    return terms.length;
  }

  String term(int i) {
    return terms[i];
  }

  /** Whether a term may stand among a topic's words: one word, no verb. */
  boolean names(int i) {
    return naming[i];
  }

  /** Whether it is a name, or a pair of words of which both may name a topic. */
  boolean isPhrase(int i) {
    int space = terms[i].indexOf(' ');
    return terms[i].charAt(0) == '@'
        || (space > 0
            && names(terms[i].substring(0, space))
            && names(terms[i].substring(space + 1)));
  }

  private boolean names(String word) {
    return place(word) >= 0 && naming[place(word)];
  }

  /** The place of a term, or -1. */
  int place(String term) {
    return index().getOrDefault(term, -1);
  }

  private synchronized Map<String, Integer> index() {
    if (index == null) {
      index = new HashMap<>();
      for (int i = 0; i < terms.length; i++) {
        index.put(terms[i], i);
      }
    }
    return index;
  }

  /**
   * Terms with their counts as a TF-IDF vector of length one, {@code (1 + ln tf) idf}; all zero if
   * none of them is known.
   */
  SparseVector vector(List<String> counted, List<Integer> counts) {
    Map<String, Integer> known = index();
    TreeMap<Integer, Double> values = new TreeMap<>();
    for (int t = 0; t < counted.size(); t++) {
      Integer i = known.get(counted.get(t));
      if (i != null) {
        values.put(i, (1 + Math.log(counts.get(t))) * idf[i]);
      }
    }
    return unit(values);
  }

  /** Weighted terms as a vector of length one. */
  SparseVector vector(Map<String, Double> weights) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    weights.forEach(
        (term, weight) -> {
          if (place(term) >= 0) {
            values.put(place(term), weight);
          }
        });
    return unit(values);
  }

  double idf(int i) {
    return idf[i];
  }

  /** Of a vector's terms the share of each, by {@code 1 + ln tf} alone. */
  Masses.Story story(SparseVector vector) {
    int[] places = vector.indices();
    float[] shares = new float[places.length];
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += vector.values()[i] / idf[places[i]];
    }
    for (int i = 0; i < places.length; i++) {
      shares[i] = (float) (vector.values()[i] / idf[places[i]] / sum);
    }
    return new Masses.Story(places, shares);
  }

  private SparseVector unit(TreeMap<Integer, Double> values) {
    double norm = Math.sqrt(values.values().stream().mapToDouble(v -> v * v).sum());
    int[] places = values.keySet().stream().mapToInt(i -> i).toArray();
    double[] weights = values.values().stream().mapToDouble(v -> v / norm).toArray();
    return new SparseVector(terms.length, places, weights);
  }
}

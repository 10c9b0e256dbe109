package org.marsad.topic;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The words that topics are made of, with the weight of each. */
final class Vocabulary implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 20_000;
  private static final double TOO_COMMON = 0.25;

  private final String[] terms;
  private final double[] idf;
  private transient Map<String, Integer> index;

  private Vocabulary(String[] terms, double[] idf) {
    this.terms = terms;
    this.idf = idf;
  }

  /**
   * The commonest {@value #LARGEST} terms that stand in at least {@code least} stories and in no
   * more than a quarter of all. The weight is the smoothed inverse document frequency, {@code ln((n
   * + 1) / (df + 1))}, as in MLlib.
   */
  static Vocabulary of(Dataset<Row> storyTerms, long stories, int least) {
    List<Row> rows =
        storyTerms
            .groupBy("term")
            .agg(count(lit(1)).as("df"))
            .where(col("df").geq(least).and(col("df").leq(Math.max(least, TOO_COMMON * stories))))
            .orderBy(col("df").desc(), col("term"))
            .limit(LARGEST)
            .collectAsList();
    String[] terms = new String[rows.size()];
    double[] idf = new double[rows.size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = rows.get(i).getString(0);
      idf[i] = Math.log((stories + 1.0) / (rows.get(i).getLong(1) + 1.0));
    }
    return new Vocabulary(terms, idf);
  }

  int size() {
    return terms.length;
  }

  String term(int i) {
    return terms[i];
  }

  double idf(int i) {
    return idf[i];
  }

  /** The place of a term, or -1. */
  synchronized int place(String term) {
    if (index == null) {
      index = new HashMap<>();
      for (int i = 0; i < terms.length; i++) {
        index.put(terms[i], i);
      }
    }
    return index.getOrDefault(term, -1);
  }
}

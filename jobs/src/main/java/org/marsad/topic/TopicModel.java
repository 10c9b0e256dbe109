package org.marsad.topic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;

/** Topics as directions among the words: how near a story is to each, and their first words. */
final class TopicModel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Words kept of each topic. */
  static final int WORDS = 20;

  /** How quickly a story's share falls with its distance: a cosine 0.05 lower has a third. */
  private static final double TEMPERATURE = 0.045;

  private static final double LEAST_SHARE = 0.05;

  private final double[][] centres;
  private final Vocabulary vocabulary;

  TopicModel(double[][] centres, Vocabulary vocabulary) {
    this.centres = centres;
    this.vocabulary = vocabulary;
    for (double[] centre : centres) {
      double norm =
          Math.sqrt(
              IntStream.range(0, centre.length).mapToDouble(i -> centre[i] * centre[i]).sum());
      for (int i = 0; i < centre.length && norm > 0; i++) {
        centre[i] /= norm;
      }
    }
  }

  int size() {
    return centres.length;
  }

  /** A word of a topic: its rank from 1, and weight. */
  record Word(int topic, int rank, String term, double weight) {}

  /** A story's terms as a TF-IDF vector of length one; the first place for a story without any. */
  static Vector vector(List<Row> terms, Vocabulary vocabulary) {
    TreeMap<Integer, Double> values = new TreeMap<>();
    for (Row term : terms) {
      int i = vocabulary.place(term.getString(0));
      if (i >= 0) {
        values.merge(i, (1 + Math.log(term.getInt(1))) * vocabulary.idf(i), Double::sum);
      }
    }
    if (values.isEmpty()) {
      values.put(0, 1.0);
    }
    double norm = Math.sqrt(values.values().stream().mapToDouble(v -> v * v).sum());
    int[] places = values.keySet().stream().mapToInt(i -> i).toArray();
    double[] weights = values.values().stream().mapToDouble(v -> v / norm).toArray();
    return Vectors.sparse(vocabulary.size(), places, weights);
  }

  /** A story's share in each topic, summing to 1; small shares are given to the others. */
  double[] weights(Vector story) {
    SparseVector sparse = story.toSparse();
    double[] weights = new double[centres.length];
    double best = -1;
    for (int k = 0; k < centres.length; k++) {
      double cosine = 0;
      for (int i = 0; i < sparse.indices().length; i++) {
        cosine += sparse.values()[i] * centres[k][sparse.indices()[i]];
      }
      weights[k] = cosine;
      best = Math.max(best, cosine);
    }
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp((weights[k] - best) / TEMPERATURE);
      sum += weights[k];
    }
    double kept = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = weights[k] / sum < LEAST_SHARE ? 0 : weights[k];
      kept += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= kept;
    }
    return weights;
  }

  /** The words that set each topic apart, first words first. */
  List<Word> words() {
    double[] mean = new double[vocabulary.size()];
    for (double[] centre : centres) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += centre[i] / centres.length;
      }
    }
    List<Word> words = new ArrayList<>();
    for (int k = 0; k < centres.length; k++) {
      double[] centre = centres[k];
      double[] score = new double[mean.length];
      for (int i = 0; i < mean.length; i++) {
        score[i] = centre[i] > mean[i] ? centre[i] * Math.log(centre[i] / mean[i]) : 0;
      }
      int topic = k;
      List<Integer> order =
          IntStream.range(0, mean.length)
              .filter(i -> score[i] > 0)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer i) -> -score[i])
                      .thenComparing(vocabulary::term))
              .limit(WORDS)
              .toList();
      for (int r = 0; r < order.size(); r++) {
        words.add(new Word(topic, r + 1, vocabulary.term(order.get(r)), score[order.get(r)]));
      }
    }
    return words;
  }

  /** Mean share that a topic has of its ten first words' weight over all topics. */
  double exclusivity(int topic) {
    return words().stream()
        .filter(w -> w.topic() == topic && w.rank() <= 10)
        .mapToDouble(
            w -> {
              int i = vocabulary.place(w.term());
              double all = 0;
              for (double[] centre : centres) {
                all += centre[i];
              }
              return centres[topic][i] / all;
            })
        .average()
        .orElse(0);
  }
}

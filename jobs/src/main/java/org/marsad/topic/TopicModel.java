package org.marsad.topic;

import java.io.Serializable;
import org.apache.spark.ml.linalg.SparseVector;

/** Topics as groups of stories: how near a story is to each. */
final class TopicModel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Cosine to the nearest topic's mean story below which a story is about none. */
  static final double FITS = 0.08;

  /** How quickly a story's share falls with its distance. */
  private static final double SHARPNESS = 3;

  private static final double LEAST_SHARE = 0.05;

  private final Masses topics;
  private final Vocabulary vocabulary;
  private final double[] lengths;

  TopicModel(Masses topics, Vocabulary vocabulary) {
    this.topics = topics;
    this.vocabulary = vocabulary;
    this.lengths = new double[topics.size()];
    for (int k = 0; k < lengths.length; k++) {
      for (int i = 0; i < vocabulary.size(); i++) {
        double weight = topics.mass(i, k) * vocabulary.idf(i);
        lengths[k] += weight * weight;
      }
      lengths[k] = Math.sqrt(lengths[k]);
    }
  }

  int size() {
    return topics.size();
  }

  /**
   * A story among the topics.
   *
   * @param main the nearest topic, -1 if it is about none
   * @param typical cosine of its TF-IDF to the nearest topic's
   * @param weights its share in each topic, summing to 1
   */
  record Mixture(int main, double typical, double[] weights) {}

  /** Shares by distance; small ones are given to the others. */
  Mixture mixture(SparseVector story) {
    float[] distances = topics.distances(vocabulary.story(story));
    int best = Masses.least(distances);
    double[] weights = new double[distances.length];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp(SHARPNESS * (distances[best] - distances[k]));
      sum += weights[k];
    }
    double kept = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = weights[k] < LEAST_SHARE * sum && k != best ? 0 : weights[k];
      kept += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= kept;
    }
    double typical = cosine(story, best);
    return new Mixture(typical < FITS ? -1 : best, typical, weights);
  }

  /** The topic that a story is about, or -1. */
  int main(SparseVector story) {
    int best = topics.nearest(vocabulary.story(story));
    return cosine(story, best) < FITS ? -1 : best;
  }

  private double cosine(SparseVector story, int topic) {
    double sum = 0;
    for (int i = 0; i < story.indices().length; i++) {
      int term = story.indices()[i];
      sum += story.values()[i] * topics.mass(term, topic) * vocabulary.idf(term);
    }
    return lengths[topic] == 0 ? 0 : sum / lengths[topic];
  }
}

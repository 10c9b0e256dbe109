package org.marsad.topic;

import java.io.Serializable;
import org.apache.spark.ml.linalg.Vector;

/** Topics as directions in the latent space: how near a story is to each. */
final class TopicModel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Cosine to the nearest topic below which a story is about none. */
  static final double FITS = 0.2;

  /** How quickly a story's share falls with its distance: a cosine 0.1 lower has a third. */
  private static final double TEMPERATURE = 0.09;

  private static final double LEAST_SHARE = 0.05;

  private final LatentSpace space;
  private final float[][] centres;

  TopicModel(LatentSpace space, float[][] centres) {
    this.space = space;
    this.centres = centres;
  }

  int size() {
    return centres.length;
  }

  /**
   * A story among the topics.
   *
   * @param main the nearest topic, -1 if it is about none
   * @param typical cosine to the nearest topic
   * @param weights its share in each topic, summing to 1
   */
  record Mixture(int main, double typical, double[] weights) {}

  /** Shares by cosine; small ones are given to the others. */
  Mixture mixture(Vector story) {
    float[] point = space.point(story);
    double[] weights = new double[centres.length];
    int best = 0;
    for (int k = 0; k < centres.length; k++) {
      weights[k] = SphericalKMeans.dot(point, centres[k]);
      best = weights[k] > weights[best] ? k : best;
    }
    double typical = weights[best];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp((weights[k] - typical) / TEMPERATURE);
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
    return new Mixture(typical < FITS ? -1 : best, typical, weights);
  }

  /** The topic that a story is about, or -1. */
  int main(Vector story) {
    float[] point = space.point(story);
    int best = -1;
    float most = (float) FITS;
    for (int k = 0; k < centres.length; k++) {
      float cosine = SphericalKMeans.dot(point, centres[k]);
      if (cosine >= most && (best < 0 || cosine > most)) {
        best = k;
        most = cosine;
      }
    }
    return best;
  }
}

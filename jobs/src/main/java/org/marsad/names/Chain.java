package org.marsad.names;

import java.util.Arrays;

/**
 * Inference in a linear chain of tags: the best sequence (Viterbi) and each tag's probability
 * (forward-backward; Rabiner 1989). Scores are {@code n * Tags.COUNT} emissions, token by token,
 * and {@code Tags.COUNT * Tags.COUNT} transitions, the row being the tag before. Sequences that
 * {@link Tags} forbids have no share.
 */
final class Chain {
  private static final int L = Tags.COUNT;

  private Chain() {}

  /** The best allowed sequence. Of equal ones the one with the lower tags at its end. */
  static int[] best(float[] emissions, int n, float[] transitions) {
    if (n == 0) {
      return new int[0];
    }
    float[] score = new float[L];
    float[] next = new float[L];
    byte[] back = new byte[n * L];
    for (int y = 0; y < L; y++) {
      score[y] = Tags.goesOn(y) ? Float.NEGATIVE_INFINITY : emissions[y];
    }
    for (int t = 1; t < n; t++) {
      Arrays.fill(next, Float.NEGATIVE_INFINITY);
      for (int k = 0; k < Tags.TO.length; k++) {
        int a = Tags.FROM[k];
        int b = Tags.TO[k];
        float s = score[a] + transitions[a * L + b];
        if (s > next[b]) {
          next[b] = s;
          back[t * L + b] = (byte) a;
        }
      }
      for (int y = 0; y < L; y++) {
        score[y] = next[y] + emissions[t * L + y];
      }
    }
    int[] tags = new int[n];
    for (int y = 1; y < L; y++) {
      if (!Tags.isOpen(y) && score[y] > score[tags[n - 1]]) {
        tags[n - 1] = y;
      }
    }
    for (int t = n - 1; t > 0; t--) {
      tags[t - 1] = back[t * L + tags[t]];
    }
    return tags;
  }

  /**
   * Fills {@code marginals} ({@code n * Tags.COUNT}) with each token's tag probabilities and, where
   * {@code pairs} is given, adds the expected count of each transition to it.
   *
   * @return the logarithm of the sum over all allowed sequences
   */
  static double marginals(
      float[] emissions, int n, float[] transitions, double[] marginals, double[] pairs) {
    double[] trans = new double[Tags.TO.length];
    for (int k = 0; k < trans.length; k++) {
      trans[k] = Math.exp(transitions[Tags.FROM[k] * L + Tags.TO[k]]);
    }
    double[] e = new double[n * L];
    double logZ = 0;
    for (int t = 0; t < n; t++) {
      float max = emissions[t * L];
      for (int y = 1; y < L; y++) {
        max = Math.max(max, emissions[t * L + y]);
      }
      for (int y = 0; y < L; y++) {
        e[t * L + y] = Math.exp(emissions[t * L + y] - max);
      }
      logZ += max;
    }
    double[] alpha = new double[n * L];
    for (int t = 0; t < n; t++) {
      logZ += Math.log(forward(alpha, e, trans, t));
    }
    double end = 0;
    double[] beta = new double[L];
    for (int y = 0; y < L; y++) {
      beta[y] = Tags.isOpen(y) ? 0 : 1;
      end += alpha[(n - 1) * L + y] * beta[y];
    }
    logZ += Math.log(end);
    for (int t = n - 1; t >= 0; t--) {
      double sum = 0;
      for (int y = 0; y < L; y++) {
        marginals[t * L + y] = alpha[t * L + y] * beta[y];
        sum += marginals[t * L + y];
      }
      for (int y = 0; y < L; y++) {
        marginals[t * L + y] /= sum;
      }
      if (t > 0) {
        beta = backward(alpha, beta, e, trans, t, pairs);
      }
    }
    return logZ;
  }

  /** Fills alpha at {@code t}, normed to the sum 1; returns the sum before. */
  private static double forward(double[] alpha, double[] e, double[] trans, int t) {
    if (t == 0) {
      for (int y = 0; y < L; y++) {
        alpha[y] = Tags.goesOn(y) ? 0 : e[y];
      }
    } else {
      for (int k = 0; k < trans.length; k++) {
        alpha[t * L + Tags.TO[k]] += alpha[(t - 1) * L + Tags.FROM[k]] * trans[k];
      }
      for (int y = 0; y < L; y++) {
        alpha[t * L + y] *= e[t * L + y];
      }
    }
    double sum = 0;
    for (int y = 0; y < L; y++) {
      sum += alpha[t * L + y];
    }
    for (int y = 0; y < L; y++) {
      alpha[t * L + y] /= sum;
    }
    return sum;
  }

  /** Beta before {@code t}, normed; adds the expected transitions into {@code t} to the pairs. */
  private static double[] backward(
      double[] alpha, double[] beta, double[] e, double[] trans, int t, double[] pairs) {
    double[] before = new double[L];
    double total = 0;
    double sum = 0;
    for (int k = 0; k < trans.length; k++) {
      int a = Tags.FROM[k];
      double p = trans[k] * e[t * L + Tags.TO[k]] * beta[Tags.TO[k]];
      before[a] += p;
      sum += p;
      total += p * alpha[(t - 1) * L + a];
    }
    if (pairs != null) {
      for (int k = 0; k < trans.length; k++) {
        int a = Tags.FROM[k];
        int b = Tags.TO[k];
        pairs[a * L + b] += alpha[(t - 1) * L + a] * trans[k] * e[t * L + b] * beta[b] / total;
      }
    }
    for (int y = 0; y < L; y++) {
      before[y] /= sum;
    }
    return before;
  }
}

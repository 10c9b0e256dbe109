package org.marsad.topic;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Groups of stories as masses of terms, and how far a story is from each.
 *
 * <p>A story is its terms' shares, which sum to 1, a group the sum of its stories. What is known of
 * the terms by knowing the groups is lost in part when a story joins a group: of {@code n} stories
 * with a mass {@code m} of a term of which the story has the share {@code p}, it is {@code φ(n) - Σ
 * p φ(m / p)} where {@code φ(t) = (1 + t) ln(1 + t) - t ln t} (N. Slonim, N. Friedman, N. Tishby,
 * "Unsupervised document classification using sequential information maximization", SIGIR 2002).
 * That is the story's distance: 0 to a group of which it has all the terms in the same shares.
 */
final class Masses implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where φ is tabulated: 2,048 places from each power of two to the next. */
  private static final int SHIFT = 23 - 11;

  private static final int ONE = Float.floatToRawIntBits(1);
  private static final float[] PHI = new float[(1 << 11) * 30];

  /** What is left of a mass when all that made it is gone. */
  private static final float NOTHING = 1e-6f;

  static {
    for (int i = 0; i < PHI.length; i++) {
      double t = Float.intBitsToFloat(ONE + (i << SHIFT)) - 1.0;
      PHI[i] = (float) (t == 0 ? 0 : (1 + t) * Math.log(1 + t) - t * Math.log(t));
    }
  }

  private final int groups;
  private final int[] all;
  private final float[] stories;

  /** One row of a number for each group a term: so a story meets all groups in one sweep. */
  private final float[] masses;

  Masses(int terms, int groups) {
    this.groups = groups;
    this.all = IntStream.range(0, groups).toArray();
    this.stories = new float[groups];
    this.masses = new float[terms * groups];
  }

  /** A story's terms, by their place, and the share of each. */
  record Story(int[] terms, float[] shares) implements Serializable {}

  int size() {
    return groups;
  }

  int stories(int group) {
    return Math.round(stories[group]);
  }

  float mass(int term, int group) {
    return masses[term * groups + group];
  }

  void add(Story story, int group) {
    stories[group]++;
    for (int i = 0; i < story.terms.length; i++) {
      masses[story.terms[i] * groups + group] += story.shares[i];
    }
  }

  void remove(Story story, int group) {
    stories[group]--;
    for (int i = 0; i < story.terms.length; i++) {
      int place = story.terms[i] * groups + group;
      float left = masses[place] - story.shares[i];
      masses[place] = left > NOTHING ? left : 0;
    }
  }

  /** A story's distance to each group. */
  float[] distances(Story story) {
    return distances(story, all);
  }

  private float[] distances(Story story, int[] some) {
    float[] distances = new float[some.length];
    for (int k = 0; k < some.length; k++) {
      distances[k] = phi(stories[some[k]]);
    }
    for (int i = 0; i < story.terms.length; i++) {
      int row = story.terms[i] * groups;
      float share = story.shares[i];
      float by = 1 / share;
      for (int k = 0; k < some.length; k++) {
        distances[k] -= share * phi(masses[row + some[k]] * by);
      }
    }
    return distances;
  }

  int nearest(Story story) {
    return least(distances(story));
  }

  /** The nearest of some groups. */
  int nearest(Story story, int[] some) {
    return some[least(distances(story, some))];
  }

  /** The nearest groups, up to so many, the nearest first. */
  int[] nearest(Story story, int many) {
    float[] distances = distances(story);
    int[] nearest = new int[Math.min(many, groups)];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = least(distances);
      distances[nearest[i]] = Float.POSITIVE_INFINITY;
    }
    return nearest;
  }

  /** The place of the least distance, the first of equals. */
  static int least(float[] distances) {
    int best = 0;
    for (int k = 1; k < distances.length; k++) {
      best = distances[k] < distances[best] ? k : best;
    }
    return best;
  }

  /** What would be lost by making a group one with each other; infinite if one has no story. */
  double[] between(int group) {
    double[] lost = new double[groups];
    for (int k = 0; k < groups; k++) {
      lost[k] = stories[group] * phi(stories[k] / stories[group]);
    }
    for (int row = 0; row < masses.length; row += groups) {
      float mass = masses[row + group];
      for (int k = 0; k < groups && mass > 0; k++) {
        float other = masses[row + k];
        lost[k] -= other > 0 ? mass * phi(other / mass) : 0;
      }
    }
    for (int k = 0; k < groups; k++) {
      lost[k] =
          k == group || stories[k] == 0 || stories[group] == 0 ? Double.POSITIVE_INFINITY : lost[k];
    }
    return lost;
  }

  /**
   * What the groups tell of the terms, {@code Σ m ln(m / n)} over masses of {@code n} stories: the
   * mutual information up to a factor and what is the same for all groupings of the stories.
   */
  double information() {
    double sum = 0;
    for (int i = 0; i < masses.length; i++) {
      sum += masses[i] == 0 ? 0 : masses[i] * Math.log(masses[i] / stories[i % groups]);
    }
    return sum;
  }

  /**
   * What would be lost by making two groups one, of what were lost if they had no term in common.
   */
  double unlikeness(int a, int b) {
    return between(a)[b] / (stories[a] * phi(stories[b] / stories[a]));
  }

  /** Gives all stories of one group to another. */
  void join(int gone, int kept) {
    stories[kept] += stories[gone];
    stories[gone] = 0;
    for (int row = 0; row < masses.length; row += groups) {
      masses[row + kept] += masses[row + gone];
      masses[row + gone] = 0;
    }
  }

  private static float phi(float t) {
    int place = (Float.floatToRawIntBits(1 + t) - ONE) >> SHIFT;
    return PHI[Math.min(place, PHI.length - 1)];
  }
}

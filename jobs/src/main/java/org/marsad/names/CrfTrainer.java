package org.marsad.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Learns the weights of a {@link NameModel}: stochastic gradient ascent of the likelihood with a
 * step of its own for each weight (AdaGrad; Duchi, Hazan, Singer 2011), L1 and L2 shrinkage after
 * each round. Beside a weight for each tag a feature has one for each type, shared by the four tags
 * of it. Texts of another kind than the one aimed at have a second set of weights that takes up
 * what is peculiar to them and is then thrown away (after H. Daumé: Frustratingly easy domain
 * adaptation, 2007). The same examples and seed give the same weights.
 */
final class CrfTrainer {
  /**
   * One sentence.
   *
   * @param features by token, by {@link #GROUPS group}
   * @param weight of its gradient; 1 for the kind of text aimed at
   * @param foreign whether it is another kind of text
   */
  record Example(long[][][] features, int[] tags, float weight, boolean foreign) {}

  /**
   * How to train.
   *
   * @param rounds passes over the examples
   * @param rate of AdaGrad
   * @param dropIdentity how often a word's own letters are hidden
   * @param dropLexicon how often the lexicon is hidden for a sentence
   * @param leastCount features seen less often are left out
   */
  record Settings(
      int rounds,
      float rate,
      float l1,
      float l2,
      float dropIdentity,
      float dropLexicon,
      int leastCount,
      long seed) {
    static final Settings USUAL = new Settings(6, 0.15f, 0.2f, 0.02f, 0.15f, 0.15f, 2, 7);
  }

  /** Groups of a token's features: identity, the rest of the word, places, context, lexicon. */
  static final int GROUPS = 8;

  static final int IDENTITY = 0;
  static final int LEXICON = 7;

  private static final int L = Tags.COUNT;
  private static final int W = L + EntityType.values().length;

  private final Settings settings;
  private final FeatureIds ids;
  private final List<int[][][]> rows = new ArrayList<>();
  private final List<Example> examples;
  private final float[] weights;
  private final float[] squares;
  private final float[] foreign;
  private final float[] foreignSquares;
  private final float[] transitions = new float[L * L];
  private final float[] transitionSquares = new float[L * L];

  private CrfTrainer(List<Example> examples, Settings settings) {
    this.examples = examples;
    this.settings = settings;
    ids = FeatureIds.count(examples, settings.leastCount());
    java.util.IdentityHashMap<long[], int[]> shared = new java.util.IdentityHashMap<>();
    for (Example e : examples) {
      int[][][] all = new int[e.features.length][GROUPS][];
      for (int t = 0; t < all.length; t++) {
        for (int g = 0; g < GROUPS; g++) {
          all[t][g] = shared.computeIfAbsent(e.features[t][g], ids::rows);
        }
      }
      rows.add(all);
    }
    weights = new float[ids.size() * W];
    squares = new float[weights.length];
    boolean two = examples.stream().anyMatch(Example::foreign);
    foreign = new float[two ? weights.length : 0];
    foreignSquares = new float[foreign.length];
  }

  static NameModel train(List<Example> examples, WordFacts facts, Settings settings) {
    CrfTrainer trainer = new CrfTrainer(examples, settings);
    Random random = new Random(settings.seed());
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      order.add(i);
    }
    for (int round = 0; round < settings.rounds(); round++) {
      Collections.shuffle(order, random);
      for (int i : order) {
        trainer.learn(i, random);
      }
      trainer.shrink(trainer.weights, trainer.squares);
      trainer.shrink(trainer.foreign, trainer.foreignSquares);
    }
    return trainer.model(facts);
  }

  private void learn(int example, Random random) {
    Example e = examples.get(example);
    int n = e.tags.length;
    int[][][] all = rows.get(example);
    boolean noLexicon = random.nextFloat() < settings.dropLexicon();
    int[] hidden = new int[n];
    for (int t = 0; t < n; t++) {
      hidden[t] = random.nextFloat() < settings.dropIdentity() ? 1 << IDENTITY : 0;
      hidden[t] |= noLexicon ? 1 << LEXICON : 0;
    }
    float[] emissions = new float[n * L];
    for (int t = 0; t < n; t++) {
      score(all[t], hidden[t], e.foreign, emissions, t * L);
    }
    double[] marginals = new double[n * L];
    double[] pairs = new double[L * L];
    Chain.marginals(emissions, n, transitions, marginals, pairs);
    for (int t = 0; t < n; t++) {
      update(all[t], hidden[t], e, t, marginals);
      if (t > 0) {
        pairs[e.tags[t - 1] * L + e.tags[t]] -= 1;
      }
    }
    for (int k = 0; k < pairs.length; k++) {
      step(transitions, transitionSquares, k, (float) pairs[k] * e.weight);
    }
  }

  private void score(int[][] groups, int hidden, boolean other, float[] out, int at) {
    float[] sums = new float[W];
    for (int g = 0; g < GROUPS; g++) {
      if ((hidden >> g & 1) != 0) {
        continue;
      }
      for (int row : groups[g]) {
        int from = row * W;
        for (int k = 0; k < W; k++) {
          sums[k] += weights[from + k];
        }
        if (other) {
          for (int k = 0; k < W; k++) {
            sums[k] += foreign[from + k];
          }
        }
      }
    }
    for (int y = 0; y < L; y++) {
      out[at + y] = sums[y] + (y == 0 ? 0 : sums[L + Tags.type(y)]);
    }
  }

  private void update(int[][] groups, int hidden, Example e, int t, double[] marginals) {
    float[] gradient = new float[W];
    float most = 0;
    for (int y = 0; y < L; y++) {
      float g = (float) (marginals[t * L + y] - (e.tags[t] == y ? 1 : 0));
      most = Math.max(most, Math.abs(g));
      gradient[y] = g * e.weight;
      if (y > 0) {
        gradient[L + Tags.type(y)] += g * e.weight;
      }
    }
    if (most < 0.005f) {
      return;
    }
    for (int g = 0; g < GROUPS; g++) {
      if ((hidden >> g & 1) != 0) {
        continue;
      }
      for (int row : groups[g]) {
        for (int k = 0; k < W; k++) {
          step(weights, squares, row * W + k, gradient[k]);
        }
        if (e.foreign) {
          for (int k = 0; k < W; k++) {
            step(foreign, foreignSquares, row * W + k, gradient[k]);
          }
        }
      }
    }
  }

  private void step(float[] w, float[] sums, int at, float gradient) {
    if (gradient != 0) {
      sums[at] += gradient * gradient;
      w[at] -= settings.rate() * gradient / (1e-3f + (float) Math.sqrt(sums[at]));
    }
  }

  private void shrink(float[] w, float[] sums) {
    for (int k = 0; k < w.length; k++) {
      if (w[k] != 0) {
        float rate = settings.rate() / (1e-3f + (float) Math.sqrt(sums[k]));
        float smaller = Math.abs(w[k]) / (1 + rate * settings.l2()) - rate * settings.l1();
        w[k] = smaller <= 0 ? 0 : Math.copySign(smaller, w[k]);
      }
    }
  }

  private NameModel model(WordFacts facts) {
    TreeMap<Long, float[]> kept = new TreeMap<>();
    ids.forEach(
        (hash, row) -> {
          float[] sums = new float[L];
          float most = 0;
          for (int y = 0; y < L; y++) {
            sums[y] = weights[row * W + y] + (y == 0 ? 0 : weights[row * W + L + Tags.type(y)]);
            most = Math.max(most, Math.abs(sums[y]));
          }
          if (most > 0.02f) {
            kept.put(hash, sums);
          }
        });
    return NameModel.of(facts, Arrays.copyOf(transitions, transitions.length), kept);
  }
}

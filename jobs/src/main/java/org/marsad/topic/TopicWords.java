package org.marsad.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.marsad.term.Association;

/**
 * The words of each topic: what sets it apart from the others, and of that what stands in the same
 * stories. A word belongs to the topic that it says most about, and to no other.
 */
final class TopicWords {
  /** Words kept of each topic. */
  static final int KEPT = 20;

  /** The first words, which are chosen to stand together. */
  static final int FIRST = 10;

  private static final int CANDIDATES = 30;

  /** What a word's NPMI with the others counts beside the logarithm of its weight. */
  private static final double TOGETHER = 5;

  private final Vocabulary vocabulary;

  /** Mean TF-IDF of each term in each topic's stories. */
  private final double[][] means;

  /** The mean of these over the topics. */
  private final double[] overall;

  private final double[][] scores;
  private final List<int[]> candidates = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final double[] coherence;

  private TopicWords(Vocabulary vocabulary, double[][] means) {
    this.vocabulary = vocabulary;
    this.means = means;
    this.overall = new double[vocabulary.size()];
    for (double[] m : means) {
      for (int i = 0; i < overall.length; i++) {
        overall[i] += m[i] / means.length;
      }
    }
    this.scores = new double[means.length][vocabulary.size()];
    this.coherence = new double[means.length];
  }

  /** A word of a topic: its rank from 1, and weight. */
  record Word(int topic, int rank, String term, double weight) {}

  /** Stories of a block: how often each candidate, and each pair of one topic's, stands in one. */
  private record Counts(long[][] pairs, long stories) implements java.io.Serializable {}

  /** Finds the words of a model's topics in the first blocks of stories. */
  static TopicWords of(Blocks blocks, int first, TopicModel model, Vocabulary vocabulary) {
    TopicWords found = new TopicWords(vocabulary, means(blocks, first, model, vocabulary.size()));
    found.score();
    found.choose(blocks, first);
    return found;
  }

  List<Word> words() {
    return words;
  }

  /**
   * Mean document NPMI over the pairs of a topic's ten first words (N. Aletras, M. Stevenson,
   * "Evaluating topic coherence using distributional semantics", IWCS 2013); a pair that never
   * meets counts -1.
   */
  double coherence(int topic) {
    return coherence[topic];
  }

  double coherence() {
    return Arrays.stream(coherence).average().orElse(0);
  }

  /** Mean share that a topic has of its ten first words' weight over all topics. */
  double exclusivity(int topic) {
    return words.stream()
        .filter(w -> w.topic() == topic && w.rank() <= FIRST)
        .mapToInt(w -> vocabulary.place(w.term()))
        .mapToDouble(i -> means[topic][i] / Arrays.stream(means).mapToDouble(m -> m[i]).sum())
        .average()
        .orElse(0);
  }

  /** Pairs of words, and names behind an @, that set a topic apart, the heaviest first. */
  List<Word> phrases(int topic, int most) {
    List<Word> phrases = new ArrayList<>();
    for (int i = 0; i < vocabulary.size(); i++) {
      double score = vocabulary.isPhrase(i) ? apart(topic, i) : 0;
      if (score > 0) {
        phrases.add(new Word(topic, 0, vocabulary.term(i), score));
      }
    }
    phrases.sort(Comparator.comparingDouble((Word w) -> -w.weight()).thenComparing(Word::term));
    return phrases.subList(0, Math.min(most, phrases.size()));
  }

  /** How much a term says about a topic: mean TF-IDF times the logarithm of its excess. */
  private double apart(int topic, int term) {
    double mean = overall[term];
    double here = means[topic][term];
    return here > mean ? here * Math.log(here / mean) : 0;
  }

  private static double[][] means(Blocks blocks, int first, TopicModel model, int terms) {
    double[][] sums = new double[model.size()][terms];
    long[] stories = new long[model.size()];
    try (Shared<TopicModel> shared = blocks.share(model)) {
      blocks.each(
          first,
          block -> sums(block, shared.value(), terms),
          (b, part) -> {
            for (int k = 0; k < sums.length; k++) {
              stories[k] += (long) part[k][terms];
              for (int i = 0; i < terms; i++) {
                sums[k][i] += part[k][i];
              }
            }
          });
    }
    for (int k = 0; k < sums.length; k++) {
      for (int i = 0; i < terms; i++) {
        sums[k][i] /= Math.max(1, stories[k]);
      }
    }
    return sums;
  }

  /** Sums of a block's vectors by topic, and behind them the number of stories. */
  private static float[][] sums(Blocks.Block block, TopicModel model, int terms) {
    float[][] sums = new float[model.size()][terms + 1];
    for (SparseVector story : block.vectors()) {
      int topic = model.main(story);
      if (topic >= 0) {
        sums[topic][terms]++;
        for (int i = 0; i < story.indices().length; i++) {
          sums[topic][story.indices()[i]] += (float) story.values()[i];
        }
      }
    }
    return sums;
  }

  private void score() {
    for (int i = 0; i < vocabulary.size(); i++) {
      for (int k = 0; k < means.length && vocabulary.names(i); k++) {
        scores[k][i] = apart(k, i);
      }
    }
    double[] highest =
        Arrays.stream(scores).mapToDouble(s -> Arrays.stream(s).max().orElse(0)).toArray();
    for (int i = 0; i < vocabulary.size(); i++) {
      int best = 0;
      for (int k = 1; k < scores.length; k++) {
        best = relative(k, i, highest) > relative(best, i, highest) ? k : best;
      }
      for (int k = 0; k < scores.length; k++) {
        scores[k][i] = k == best ? scores[k][i] : 0;
      }
    }
  }

  private double relative(int topic, int term, double[] highest) {
    return highest[topic] == 0 ? 0 : scores[topic][term] / highest[topic];
  }

  private void choose(Blocks blocks, int first) {
    Map<Integer, int[]> places = new HashMap<>();
    for (int k = 0; k < scores.length; k++) {
      double[] score = scores[k];
      int[] best =
          IntStream.range(0, score.length)
              .filter(i -> score[i] > 0)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer i) -> -score[i])
                      .thenComparing(vocabulary::term))
              .limit(CANDIDATES)
              .mapToInt(i -> i)
              .toArray();
      candidates.add(best);
      for (int c = 0; c < best.length; c++) {
        places.put(best[c], new int[] {k, c});
      }
    }
    Counts counts = counts(blocks, first, new HashMap<>(places), scores.length);
    for (int k = 0; k < scores.length; k++) {
      choose(k, npmi(counts, k));
    }
  }

  private static Counts counts(
      Blocks blocks, int first, HashMap<Integer, int[]> places, int topics) {
    long[][] pairs = new long[topics][CANDIDATES * CANDIDATES];
    long[] stories = new long[1];
    blocks.each(
        first,
        block -> count(block, places, topics),
        (b, part) -> {
          stories[0] += part.stories();
          for (int k = 0; k < topics; k++) {
            for (int i = 0; i < pairs[k].length; i++) {
              pairs[k][i] += part.pairs()[k][i];
            }
          }
        });
    return new Counts(pairs, stories[0]);
  }

  private static Counts count(Blocks.Block block, Map<Integer, int[]> places, int topics) {
    long[][] pairs = new long[topics][CANDIDATES * CANDIDATES];
    for (SparseVector story : block.vectors()) {
      List<int[]> here = new ArrayList<>();
      for (int i : story.indices()) {
        int[] place = places.get(i);
        if (place != null) {
          here.add(place);
        }
      }
      for (int[] a : here) {
        for (int[] b : here) {
          if (a[0] == b[0]) {
            pairs[a[0]][a[1] * CANDIDATES + b[1]]++;
          }
        }
      }
    }
    return new Counts(pairs, block.size());
  }

  private double[][] npmi(Counts counts, int topic) {
    int n = candidates.get(topic).length;
    long[] pairs = counts.pairs()[topic];
    double[][] npmi = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        long together = pairs[i * CANDIDATES + j];
        long a = pairs[i * CANDIDATES + i];
        long b = pairs[j * CANDIDATES + j];
        npmi[i][j] = together == 0 ? -1 : Association.npmi(together, a, b, counts.stories());
      }
    }
    return npmi;
  }

  /** Takes the first words one by one, each for its weight and its company. */
  private void choose(int topic, double[][] npmi) {
    int[] terms = candidates.get(topic);
    double[] weights = Arrays.stream(terms).mapToDouble(i -> scores[topic][i]).toArray();
    double[] company = company(weights, npmi);
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < Math.min(FIRST, terms.length)) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < terms.length; i++) {
        int word = i;
        double together =
            chosen.isEmpty()
                ? company[i]
                : 0.7 * chosen.stream().mapToDouble(c -> npmi[word][c]).average().orElse(0)
                    + 0.3 * company[i];
        double value = Math.log(weights[i] / weights[0]) + TOGETHER * together;
        if (!chosen.contains(i) && value > most) {
          best = i;
          most = value;
        }
      }
      chosen.add(best);
    }
    coherence[topic] = mean(chosen, npmi);
    chosen.sort(Comparator.naturalOrder());
    IntStream.range(0, terms.length).filter(i -> !chosen.contains(i)).boxed().forEach(chosen::add);
    for (int r = 0; r < Math.min(KEPT, chosen.size()); r++) {
      int i = chosen.get(r);
      words.add(new Word(topic, r + 1, vocabulary.term(terms[i]), weights[i]));
    }
  }

  /** Mean NPMI of each candidate with the others by their weight. */
  private static double[] company(double[] weights, double[][] npmi) {
    double sum = Arrays.stream(weights).sum();
    double[] company = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        company[i] += i == j ? 0 : npmi[i][j] * weights[j] / sum;
      }
    }
    return company;
  }

  private static double mean(List<Integer> words, double[][] npmi) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < i; j++, pairs++) {
        sum += npmi[words.get(i)][words.get(j)];
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
}

package org.marsad.topic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BottleneckTest {
  private static final int SUBJECTS = 24;
  private static final int OWN_TERMS = 20;
  private static final int COMMON_TERMS = 60;
  private static final int TERMS = SUBJECTS * OWN_TERMS + COMMON_TERMS;

  /** More groups than a story meets in most rounds. */
  @Test
  void plantedSubjectsAreFound() {
    Masses.Story[] stories = stories(40 * SUBJECTS, new Random(3));
    Bottleneck.Fit fit = new Bottleneck(stories, TERMS).fresh(new int[] {SUBJECTS}, 1).get(0);
    int[] planted = IntStream.range(0, stories.length).map(i -> i % SUBJECTS).toArray();
    assertEquals(1, Clusters.agreement(planted, fit.group()), 0.02);
    assertEquals(stories.length, IntStream.range(0, SUBJECTS).map(fit.masses()::stories).sum());
  }

  @Test
  void theSameSeedGivesTheSameGroups() {
    Masses.Story[] stories = stories(20 * SUBJECTS, new Random(4));
    int[] numbers = {30, 20, 10};
    List<Bottleneck.Fit> once = new Bottleneck(stories, TERMS).fresh(numbers, 1);
    List<Bottleneck.Fit> again = new Bottleneck(stories, TERMS).fresh(numbers, 1);
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(numbers[i], once.get(i).size());
      assertArrayEquals(once.get(i).group(), again.get(i).group());
    }
  }

  @Test
  void theNearestOfAllAreTheNearestOfThemselves() {
    Masses.Story[] stories = stories(10 * SUBJECTS, new Random(5));
    int[] planted = IntStream.range(0, stories.length).map(i -> i % SUBJECTS).toArray();
    Masses masses = new Bottleneck(stories, TERMS).in(planted, SUBJECTS).masses();
    for (Masses.Story story : stories) {
      int[] near = masses.nearest(story, 8);
      assertEquals(8, IntStream.of(near).distinct().count());
      assertEquals(masses.nearest(story), near[0]);
      assertEquals(near[0], masses.nearest(story, near));
    }
  }

  @Test
  void twoGroupsMadeOneTellLessByWhatIsLostBetweenThem() {
    Masses.Story[] stories = stories(10 * SUBJECTS, new Random(6));
    int[] planted = IntStream.range(0, stories.length).map(i -> i % SUBJECTS).toArray();
    Masses masses = new Bottleneck(stories, TERMS).in(planted, SUBJECTS).masses();
    double before = masses.information();
    double lost = masses.between(3)[7];
    masses.join(3, 7);
    assertEquals(lost, before - masses.information(), 1e-3 * lost);
  }

  /** Stories of half their subject's terms, half everybody's. */
  private static Masses.Story[] stories(int many, Random random) {
    return IntStream.range(0, many)
        .mapToObj(
            i -> {
              int own = i % SUBJECTS * OWN_TERMS;
              int[] terms =
                  IntStream.concat(
                          random.ints(10, own, own + OWN_TERMS).distinct(),
                          random.ints(10, TERMS - COMMON_TERMS, TERMS).distinct())
                      .sorted()
                      .toArray();
              float[] shares = new float[terms.length];
              Arrays.fill(shares, 1f / terms.length);
              return new Masses.Story(terms, shares);
            })
        .toArray(Masses.Story[]::new);
  }
}

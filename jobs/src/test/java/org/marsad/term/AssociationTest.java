package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssociationTest {
  private static final double EXACT = 1e-9;

  @Test
  void g2IsDunningsRatioWorkedByHand() {
    // together 10, a 20, b 30, n 100: cells 10, 10, 20, 60, expected 6, 14, 24, 56.
    double byHand =
        2
            * (10 * Math.log(10 / 6.0)
                + 10 * Math.log(10 / 14.0)
                + 20 * Math.log(20 / 24.0)
                + 60 * Math.log(60 / 56.0));
    assertEquals(byHand, Association.g2(10, 20, 30, 100), EXACT);
    assertEquals(4.473, byHand, 0.001);
  }

  @Test
  void g2IsNothingWhereTwoMeetLessThanByChance() {
    assertEquals(0, Association.g2(1, 50, 50, 100), EXACT);
    assertEquals(0, Association.g2(25, 50, 50, 100), EXACT);
  }

  @Test
  void pmiIsTheLogarithmOfObservedOverExpected() {
    assertEquals(
        Math.log(100.0 * 10 / (20 * 30)) / Math.log(2), Association.pmi(10, 20, 30, 100), EXACT);
    assertEquals(1, Association.pmi(2, 2, 50, 100), EXACT);
  }

  @Test
  void npmiIsOneForTwoThatOnlyMeetAndNothingForIndependentOnes() {
    assertEquals(1, Association.npmi(5, 5, 5, 100), EXACT);
    assertEquals(0, Association.npmi(25, 50, 50, 100), EXACT);
    assertEquals(1, Association.npmi(7, 7, 7, 7), EXACT);
  }

  @Test
  void logRatioIsOneForTwiceAsFrequentAndTakesHalfForNone() {
    assertEquals(1, Association.logRatio(20, 100, 10, 100), EXACT);
    assertEquals(3, Association.logRatio(4, 100, 0, 100), EXACT);
  }

  @Test
  void diceAndJaccardAreSharesOfTheTwoSets() {
    assertEquals(0.5, Association.dice(5, 8, 12), EXACT);
    assertEquals(5.0 / 15, Association.jaccard(5, 8, 12), EXACT);
  }

  @Property
  void measuresStayInTheirRanges(
      @ForAll @IntRange(min = 1, max = 500) int together,
      @ForAll @IntRange(max = 500) int onlyA,
      @ForAll @IntRange(max = 500) int onlyB,
      @ForAll @IntRange(max = 5000) int neither) {
    double a = together + onlyA;
    double b = together + onlyB;
    double n = a + onlyB + neither;
    assertTrue(Association.g2(together, a, b, n) >= 0);
    double npmi = Association.npmi(together, a, b, n);
    assertTrue(npmi >= -1 - EXACT && npmi <= 1 + EXACT, "npmi " + npmi);
    assertTrue(Association.jaccard(together, a, b) <= Association.dice(together, a, b) + EXACT);
  }
}

package org.marsad.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final List<String> LAST = List.of("a", "b");

  @Test
  void anIdGoesWhereMostOfItsStoriesAre() {
    int[] before = {0, 0, 0, 0, 1, 1, 1, -1};
    int[] now = {2, 2, 2, 0, 1, 1, 1, 2};
    assertEquals(Arrays.asList(null, "b", "a"), heirs(before, now, "a", "b", null));
  }

  @Test
  void anEndedTopicIsFoundInTheNewOneThatTookItsStories() {
    int[] before = {0, 0, 0, 0, 1, 1, 1, 1};
    int[] now = {1, 1, 1, 1, 0, 0, 0, 0};
    assertEquals(List.of("b", "a"), heirs(before, now, "b", null));
  }

  @Test
  void ofTwoThatBecomeOneTheLargerLivesOn() {
    int[] before = {0, 0, 0, 1, 1, 1, 1};
    int[] now = {0, 0, 0, 0, 0, 0, 0};
    assertEquals(Arrays.asList("b", null), heirs(before, now, "a", null));
  }

  @Test
  void ofTwoAsLargeTheOneThatWasThereLivesOn() {
    int[] before = {0, 0, 0, 1, 1, 1};
    int[] now = {0, 0, 0, 0, 0, 0};
    assertEquals(List.of("b"), heirs(before, now, "b"));
  }

  @Test
  void ofTwoThatBecomeOneTheSmallerDoesNotLiveOnInItsRest() {
    int[] before = {0, 0, 0, 0, 0, 1, 1, 1, 1};
    int[] now = {0, 0, 0, 0, 0, 0, 0, 0, 1};
    assertEquals(Arrays.asList("a", null), heirs(before, now, "a", "b"));
  }

  @Test
  void halvedItStaysWhereItWas() {
    int[] before = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
    assertEquals(
        List.of("a", "b"), heirs(before, new int[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 1}, "a", "b"));
    assertEquals(
        List.of("b", "a"), heirs(before, new int[] {1, 1, 1, 1, 1, 1, 1, 0, 0, 0}, "b", "a"));
  }

  @Test
  void aTopicOfWhichHardlyAStoryIsLeftStaysWhereItsWordsPutIt() {
    int[] before = {0, 0, -1, -1, 1, 1, 1};
    int[] now = {0, 1, 0, 0, 1, 1, 1};
    assertEquals(List.of("a", "b"), heirs(before, now, "a", "b"));
  }

  private static List<String> heirs(int[] before, int[] now, String... ids) {
    return Clusters.heirs(LAST, before, now, Arrays.asList(ids));
  }
}

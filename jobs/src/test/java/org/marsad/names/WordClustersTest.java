package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordClustersTest {
  private static TreeMap<String, int[]> classes() {
    String[] verbs = {"قال", "أعلن", "أكد"};
    String[] people = {"وزير", "سفير", "مدير", "كاتب"};
    Random random = new Random(3);
    WordClusters.Counter counter = new WordClusters.Counter();
    for (int i = 0; i < 400; i++) {
      counter.add(verbs[random.nextInt(3)]);
      counter.add(people[random.nextInt(4)]);
    }
    counter.end();
    return counter.classes(2, new int[] {2}, 20);
  }

  @Test
  void wordsBetweenTheSameNeighboursShareAClass() {
    TreeMap<String, int[]> classes = classes();
    assertEquals(classes.get("وزير")[0], classes.get("كاتب")[0]);
    assertEquals(classes.get("قال")[0], classes.get("أكد")[0]);
    assertNotEquals(classes.get("وزير")[0], classes.get("قال")[0]);
  }

  @Test
  void theSameTextGivesTheSameClasses() {
    TreeMap<String, int[]> again = classes();
    classes().forEach((word, path) -> assertArrayEquals(path, again.get(word)));
  }
}

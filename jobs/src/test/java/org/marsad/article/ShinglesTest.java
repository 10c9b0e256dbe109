package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ShinglesTest {
  @Test
  void whatOnlyStretchesOrVocalisesAWordChangesNone() {
    int[] words = Shingles.words("قال محافظ الرياض: نعم");
    assertArrayEquals(words, Shingles.words("قـال مُحافِظ الـريـاض ـ نعم"));
  }
}

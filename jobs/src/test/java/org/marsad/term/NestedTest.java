package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NestedTest {
  private record Term(String key, long stories) {}

  @Test
  void aLongerTermTellsThoseWithinIt() {
    assertEquals(
        List.of("كرة قدم", "خادم حرم شريف"),
        left(
            new Term("كرة قدم", 907),
            new Term("حرم شريف", 841),
            new Term("خادم حرم", 797),
            new Term("خادم حرم شريف", 776)));
  }

  @Test
  void aTermThatStandsOutsideOfItAsOftenIsKept() {
    assertEquals(
        List.of("تواصل اجتماعي", "موقع تواصل اجتماعي"),
        left(new Term("تواصل اجتماعي", 643), new Term("موقع تواصل اجتماعي", 306)));
  }

  @Test
  void onlyWholeWordsInARowAreWithin() {
    List<String> apart = List.of("حرم", "رئيس وزير", "خادم حرمين", "رئيس مجلس وزير");
    assertEquals(apart, left(apart.stream().map(key -> new Term(key, 10)).toArray(Term[]::new)));
  }

  private static List<String> left(Term... terms) {
    return Nested.apart(List.of(terms), Term::key, Term::stories).stream().map(Term::key).toList();
  }
}

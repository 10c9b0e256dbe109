package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.arabic.ArabicAnalyzer;

class TermCounterTest {
  private static List<String> surfaces(String text) {
    TermCounter counter = new TermCounter();
    ArabicAnalyzer.bundled().analyze(text).forEach(t -> counter.add(t, t.lemma()));
    return counter.terms().stream().map(TermCounter.Term::surface).toList();
  }

  @Test
  void aTermIsShownWithoutTheAccusativesAlif() {
    assertEquals(List.of("شخص", "مسلح"), surfaces("شخصا مسلحا"));
    assertEquals(List.of("أقباط"), surfaces("أقباطا"));
    assertEquals(List.of("قضايا", "الدنيا"), surfaces("قضايا الدنيا"));
    assertEquals(List.of("مستشفى"), surfaces("لمستشفى"));
  }
}

package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArabicAnalyzerTest {
  private static final ArabicAnalyzer ANALYZER = ArabicAnalyzer.bundled();

  private static List<String> segments(String word) {
    return ANALYZER.analyze(word).get(0).segments();
  }

  @Test
  void cliticsAreCutWhereTheyAreClitics() {
    assertEquals(List.of("و", "ب", "ال", "مدينة"), segments("وبالمدينة"));
    assertEquals(List.of("ل", "ال", "أمم"), segments("للأمم"));
    assertEquals(List.of("لبنان"), segments("لبنان"));
    assertEquals(List.of("ف", "س", "يكتبون", "ها"), segments("فسيكتبونها"));
  }
}

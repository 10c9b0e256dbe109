package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.RuleFile;

class NamedAfterTest {
  @TestFactory
  Stream<DynamicTest> everyRowTakesTheNameOfItsExample() {
    return RuleFile.read(LexiconFiles.bundled(), NamedAfter.FILE).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.where(),
                    () -> {
                      String word = row.required("word");
                      List<String> names = names(row.required("example"));
                      String type = row.get("type");
                      assertTrue(
                          names.stream().noneMatch(n -> n.endsWith("PERSON")), names::toString);
                      assertTrue(
                          names.stream().anyMatch(n -> n.startsWith(word) && n.endsWith(type))
                              != type.isEmpty(),
                          names::toString);
                    }));
  }

  @Test
  void thePersonStandsForHimselfElsewhere() {
    for (String text :
        List.of(
            "زار الوفد إدارة باراك أوباما",
            "التقى في المستشفى باراك أوباما",
            "أشاد المركز وباراك أوباما بالقرار",
            "زار مركز لباراك أوباما",
            "وصل الخبر عن طريق باراك أوباما")) {
      assertEquals(List.of("باراك أوباما PERSON"), names(text), text);
    }
  }

  @Test
  void theHeadMayBeDescribed() {
    assertEquals(
        List.of("المستشفى الجامعي باراك أوباما ORGANIZATION"),
        names("نقلت الجثة إلى المستشفى الجامعي باراك أوباما أمس"));
    for (String himself :
        List.of(
            "أكد مدير المستشفى الجامعي باراك أوباما ذلك",
            "وغادر المستشفى العسكري باراك أوباما",
            "أحرز لقب الدوري الممتاز باراك أوباما",
            "افتتاح ملعب كامل\nباراك أوباما يزور دمشق")) {
      assertTrue(names(himself).contains("باراك أوباما PERSON"), himself);
    }
    assertEquals(
        List.of("ملعب الطيب صدام حسين LOCATION"), names("زار الوفد ملعب الطيب صدام حسين أمس"));
  }

  @Test
  void aQuarterMayBeCalledAfterACity() {
    assertEquals(List.of("حي الرياض LOCATION"), names("اندلع حريق في حي الرياض مساء أمس"));
    assertEquals(List.of("الرياض LOCATION"), names("اندلع حريق في مطار الرياض مساء أمس"));
  }

  @Test
  void theAdjectiveBelongsToTheWhole() {
    assertEquals(
        List.of("مستشفى الملك سالم الكعبي التخصصي ORGANIZATION"),
        names("زار الوفد مستشفى الملك سالم الكعبي التخصصي أمس"));
  }

  @Test
  void theHeadMayStandBehindAClitic() {
    assertEquals(List.of("حي الملك فهد LOCATION"), names("وقع الحادث بحي الملك فهد أمس"));
  }

  private static List<String> names(String text) {
    return TestLexicon.mentions(NameTagger.bundled(), text).stream()
        .map(m -> m.surface() + " " + m.type())
        .toList();
  }
}

package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameTaggerProperties {
  @Provide
  Arbitrary<String> news() {
    return Arbitraries.of(
            "بشار",
            "الأسد",
            "وبوتين",
            "دير",
            "دور",
            "الزور",
            "للأمم",
            "المتحدة",
            "في",
            "سُوريّة",
            "قوات",
            "«",
            "»",
            "\n",
            "\n\n",
            ".",
            "-",
            "مدينة",
            "الملك",
            "سلمان",
            "بن",
            "عبد",
            "\uD83D",
            "العزيز",
            "(",
            "الأناضول",
            ")",
            "محـمد",
            "2017",
            "x",
            "لل",
            "الرئيس")
        .list()
        .ofMaxSize(40)
        .map(words -> String.join(" ", words));
  }

  @Property(tries = 300)
  void spansReproduceTheirSurfacesInOrderWithoutOverlap(@ForAll("news") String text) {
    check(text);
  }

  @Property(tries = 200)
  void anyTextIsFine(@ForAll String text) {
    check(text);
  }

  private static void check(String text) {
    List<Mention> mentions = TestLexicon.mentions(TestLexicon.TAGGER, text);
    int end = 0;
    for (Mention m : mentions) {
      assertTrue(m.start() >= end && m.end() > m.start());
      assertEquals(text.substring(m.start(), m.end()), m.surface());
      assertTrue(m.score() > 0 && m.score() <= 1);
      end = m.end();
    }
  }
}

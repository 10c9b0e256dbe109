package org.marsad.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.marsad.term.MadeTexts.noun;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {
  private static final SourceSignatures.Known SIGNATURES =
      new SourceSignatures.Known(Map.of("مدى", Set.of("مدى")));

  /** The phrases in a source's article with these terms in a row. */
  private static Map<String, Integer> found(String source, MadeTexts.Word... words) {
    PhraseFinder finder = new PhraseFinder(SIGNATURES);
    finder.add("وكالة مدى");
    finder.add("مجلس أمن");
    finder.add("مجلس أمن دولة");
    finder.add("خبر وكالة مدى");
    Map<String, Integer> found = new TreeMap<>();
    finder
        .count(new MadeTexts.Made("a", "a", source, List.of(words)).text())
        .forEach((phrase, n) -> found.put(phrase.term(), n));
    return found;
  }

  @Test
  void aPhraseWithinALongerOneCountsToo() {
    assertEquals(
        Map.of("مجلس أمن", 2, "مجلس أمن دولة", 1),
        found(
            "أفق",
            noun("مجلس"),
            noun("أمن"),
            noun("دولة"),
            noun("خبر"),
            noun("مجلس"),
            noun("أمن")));
  }

  @Test
  void aSourcesSignatureIsNoPartOfAPhraseInItsOwnArticles() {
    MadeTexts.Word[] words = {noun("خبر"), noun("وكالة"), noun("مدى")};
    assertEquals(Map.of("وكالة مدى", 1, "خبر وكالة مدى", 1), found("أفق", words));
    assertEquals(Map.of(), found("مدى", words));
  }

  @Test
  void aPhraseBeginsWithANoun() {
    MadeTexts.Word adjective = new MadeTexts.Word("مجلس", "مجلس", "ADJ");
    assertEquals(Map.of(), found("أفق", adjective, noun("أمن"), noun("دولة")));
  }
}

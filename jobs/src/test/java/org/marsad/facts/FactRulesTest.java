package org.marsad.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.marsad.arabic.LexiconException;
import org.marsad.arabic.LexiconFiles;

/** Every row of the rule files through the whole chain. */
class FactRulesTest {

  @TestFactory
  Stream<DynamicTest> casualtyWordsCount() {
    return FactTexts.rows(
        CountRules.FILE,
        (row, text, expected) -> {
          List<PeopleCount> counts = FactTexts.facts(text).counts();
          assertEquals(1, counts.size(), () -> row.where() + " " + counts);
          PeopleCount c = counts.get(0);
          String exactly = c.qualifier().equals("exact") ? "" : " " + c.qualifier();
          assertEquals(expected, c.what() + " " + c.low() + exactly, row.where());
        });
  }

  @TestFactory
  Stream<DynamicTest> quoteVerbsAnnounceWords() {
    return FactTexts.rows(
        QuoteRules.FILE,
        (row, text, expected) -> {
          List<Quote> quotes = FactTexts.facts(text).quotes();
          assertFalse(quotes.isEmpty(), row.where());
          Quote last = quotes.get(quotes.size() - 1);
          assertEquals(expected, last.speaker(), row.where());
          boolean silent =
              List.of("impersonal", "temporal", "undergone", "titled").contains(row.get("use"));
          assertTrue(!silent || quotes.size() == 1, row.where() + " " + quotes);
          boolean again = row.get("use").equals("topic");
          assertTrue(!again || quotes.size() == 2, row.where() + " " + quotes);
          boolean announces =
              List.of("said", "participle", "relayed", "source").contains(row.get("use"));
          assertTrue(!announces || last.verb().equals(row.get("word")), row.where() + " " + last);
        });
  }

  @TestFactory
  Stream<DynamicTest> titleWordsStandBesideAName() {
    return FactTexts.rows(
        TitleRules.FILE,
        (row, text, expected) ->
            assertEquals(
                expected, String.join(" | ", FactTexts.titles(text, "فلان")), row.where()));
  }

  @Test
  void aRowWithAnUnknownUseIsNamedByFileAndLine() {
    byte[] wrong = "word\tuse\texample\nقال\tshouted\tقال\n".getBytes(StandardCharsets.UTF_8);
    LexiconFiles files = LexiconFiles.bundled().replace(QuoteRules.FILE, wrong);
    LexiconException e = assertThrows(LexiconException.class, () -> FactExtractor.load(files));
    assertTrue(e.getMessage().contains("quote_verbs.tsv:2: "), e.getMessage());
  }
}

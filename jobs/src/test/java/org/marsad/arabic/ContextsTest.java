package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextsTest {
  /** Sentences nobody trained on: the word in brackets is or is no verb. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وفي ختام اللقاء [قدم] المدير هدية لضيوفه.               | VERB",
        "اشترى الصبي كرة [قدم] جديدة من السوق.                   | NOUN",
        "وأعلن المدرب في مؤتمر صحفي [عقد] أمس قائمة اللاعبين.     | VERB",
        "وبلغت قيمة [عقد] بناء الجسر مليون دينار.                 | NOUN",
        "وأكد أن ما [حدث] لن يتكرر.                               | VERB",
        "وهو [حدث] كبير ينتظره سكان المدينة.                      | NOUN",
        "وتم [نقل] المصابين إلى المستشفى.                         | NOUN",
        "وأضاف أنه [نقل] رسالة إلى الرئيس.                        | VERB",
        "وناقش المجلس خطة [دعم] المزارعين.                        | NOUN",
        "وقد [منح] الرئيس الفائزين أوسمة.                         | VERB",
        "وطالب النواب بعدم [منح] الشركة قرضا.                     | NOUN"
      })
  void theWordsOnBothSidesTellVerbsFromNouns(String sentence, Pos expected) {
    int start = sentence.indexOf('[');
    String text = sentence.replace("[", "").replace("]", "");
    Token token =
        Examples.ANALYZER.analyze(text).stream()
            .filter(t -> t.end() > start)
            .findFirst()
            .orElseThrow();
    assertEquals(expected, token.pos(), token.surface());
  }

  @Test
  void theLastWordIsReadToo() {
    assertEquals(Pos.VERB, Examples.last("هذا ما حدث").pos());
    assertEquals(Pos.NOUN, Examples.last("في حدث").pos());
    assertEquals(Pos.NOUN, Examples.last("أكبر حدث").pos());
  }

  @Test
  void aProsesFirstWordIsAVerbSoonerThanAHeadlines() {
    assertEquals(Pos.VERB, Examples.ANALYZER.analyze("عقد المجلس اجتماعا أمس.").get(0).pos());
    assertEquals(Pos.NOUN, Examples.ANALYZER.analyze("عقد اجتماع أمس").get(0).pos());
  }

  @Test
  void aSignIsNoMarkerOfASentencesEdge() {
    Contexts contexts = Contexts.read(LexiconFiles.bundled());
    Analysis sign = Analysis.whole("$", "$", Pos.SYM, true);
    for (String text : List.of("^", "^^", "$", "*")) {
      assertNotSame(contexts.end(), contexts.of(text, sign));
    }
  }

  @Test
  void aShareIsKeptForFormsOfSeveralReadingsOnly() {
    Set<String> idle = new TreeSet<>();
    RuleFile.forEach(
        LexiconFiles.bundled(),
        Contexts.SHARES,
        row -> {
          List<WordCache.Known> words = new ArrayList<>();
          String form = row.required("form");
          String both = form + " و" + form;
          Examples.ANALYZER.scan(both, (word, start, end, p, s) -> words.add(word));
          if (words.stream().allMatch(word -> word.analysis().readings().isEmpty())) {
            idle.add(form);
          }
          int all = Integer.parseInt(row.get("noun"));
          all += Integer.parseInt(row.get("adjective")) + Integer.parseInt(row.get("perfect"));
          assertTrue(Math.abs(100 - all) <= 1, row.where());
        });
    assertEquals(Set.of(), idle);
  }

  @Test
  void everyContextWasSeen() {
    Set<String> words = new TreeSet<>();
    RuleFile.forEach(
        LexiconFiles.bundled(),
        Contexts.FILE,
        row -> {
          assertTrue(words.add(row.required("word")), row.where() + " stands twice");
          int seen = 0;
          for (Contexts.Side side : Contexts.Side.values()) {
            for (Contexts.Use use : Contexts.Use.values()) {
              seen += Integer.parseInt(row.get(side.column(use)));
            }
          }
          assertTrue(seen > 0, row.where());
        });
    Set<String> special =
        Set.of(Contexts.ALL, Contexts.BEGIN, Contexts.HEADLINE, Contexts.END, "NOUN", "VERB+ه");
    assertTrue(words.containsAll(special), special.toString());
  }

  @Test
  void aBrokenRowIsReportedWithItsPlace() {
    String header =
        Stream.of(Contexts.Side.values())
            .flatMap(side -> Stream.of(Contexts.Use.values()).map(side::column))
            .collect(Collectors.joining("\t", "word\t", "\n"));
    assertFault("contexts.tsv:2", Contexts.FILE, header + "(all)" + "\t1".repeat(11) + "\tmany\n");
    assertFault("no row \"(all)\"", Contexts.FILE, header + "قال" + "\t1".repeat(12) + "\n");
    assertFault(
        "verb_shares.tsv:2", Contexts.SHARES, "form\tnoun\tadjective\tperfect\nقدم\t\t0\t1\n");
  }

  private static void assertFault(String expected, String file, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    LexiconFiles files = LexiconFiles.bundled().replace(file, bytes);
    LexiconException e = assertThrows(LexiconException.class, () -> Contexts.read(files));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertFalse(e.getMessage().contains("Exception"), e.getMessage());
  }
}

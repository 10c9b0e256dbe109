package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconException;

/** Training on a few sentences of our own, and what the tagger makes of the model. */
class TrainNamesTest {
  @TempDir static Path dir;
  private static byte[] model;
  private static NameTagger tagger;

  @BeforeAll
  static void train() throws IOException {
    model = trained(List.of());
    tagger = NameTagger.load(TestLexicon.FILES.replace(NameModel.FILE, model));
  }

  private static byte[] trained(List<String> news) throws IOException {
    StringBuilder gold = new StringBuilder();
    for (String name : List.of("كامل حربي", "ناهد زيتون", "فؤاد سرحان", "منير غصوب", "وليد تامر")) {
      String[] parts = name.split(" ");
      gold.append("قال O\nالوزير O\n").append(parts[0]).append(" B-PERS\n");
      gold.append(parts[1]).append(" I-PERS\nإن O\nالاجتماع O\nانتهى O\n. O\n\n");
      gold.append("قال O\nالوزير O\n").append(parts[1]).append(" B-PERS\n");
      gold.append("إن O\nالاجتماع O\nانتهى O\n. O\n\n");
      gold.append("وصل O\nالوفد O\nإلى O\nمدينة O\n")
          .append(parts[1])
          .append("ستان B-LOC\n. O\n\n");
    }
    Path file = Files.writeString(dir.resolve("gold.txt"), gold);
    Path raw =
        Files.writeString(
            dir.resolve("raw.txt"), "قال الوزير إن الوفد وصل إلى مدينة\n".repeat(3) + "\n");
    TrainNames trainer =
        new TrainNames(
            TestLexicon.FILES,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    WordFacts facts = trainer.facts(List.of(raw));
    List<CrfTrainer.Example> examples = trainer.examples(GoldText.read(file, 2), false, facts);
    return trainer.train(examples, news, facts).toBytes();
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    assertArrayEquals(model, trained(List.of()));
  }

  @Test
  void ofRawTextTheSentencesAreLearnedWhoseNamesAreSure() throws IOException {
    NameModel known = NameModel.read(new ByteArrayInputStream(model));
    ArabicAnalyzer analyzer = ArabicAnalyzer.load(TestLexicon.FILES);
    List<CrfTrainer.Example> lessons = new ArrayList<>();
    new Examples(analyzer, new NameTagger(TestLexicon.FILES, known))
        .add(
            "قال الوزير كامل حربي إن الاجتماع انتهى. وقال الوزير إن الوفد وصل إلى المدينة. كامل"
                + " حربي.",
            new SequenceTagger(known),
            0.5f,
            lessons);
    assertEquals(1, lessons.size());
    assertEquals(0.5f, lessons.get(0).weight());
    assertArrayEquals(
        new int[] {
          Tags.OUTSIDE,
          Tags.OUTSIDE,
          Tags.of(EntityType.PERSON.ordinal(), Tags.BEGIN),
          Tags.of(EntityType.PERSON.ordinal(), Tags.END),
          Tags.OUTSIDE,
          Tags.OUTSIDE,
          Tags.OUTSIDE,
          Tags.OUTSIDE
        },
        lessons.get(0).tags());
    byte[] taught = trained(List.of("قال الوزير كامل حربي إن الاجتماع انتهى."));
    assertFalse(Arrays.equals(model, taught));
  }

  @Test
  void aModelReadsBackAsWritten() throws IOException {
    assertArrayEquals(model, NameModel.read(new ByteArrayInputStream(model)).toBytes());
  }

  @Test
  void namesThatNoRowListsAreFoundByTheirPlace() {
    List<Mention> found = TestLexicon.mentions(tagger, "قال الوزير شاكر زهدون إن الاجتماع انتهى.");
    assertEquals(
        List.of("شاكر زهدون PERSON model unknown"),
        found.stream()
            .map(m -> m.surface() + " " + m.type() + " " + m.origin() + " " + m.rule())
            .toList());
    assertTrue(found.get(0).entityId().matches("u-[0-9a-f]{10}"));
    assertTrue(found.get(0).score() > 0.5 && found.get(0).score() <= 1);
  }

  @Test
  void aNameHasTheSameIdInEveryArticle() {
    String first =
        TestLexicon.mentions(tagger, "قال الوزير شاكر زهدون إن الاجتماع انتهى.").get(0).entityId();
    String second =
        TestLexicon.mentions(tagger, "قال الوزير شاكر زهدُون إن الوفد انتهى.").get(0).entityId();
    assertEquals(first, second);
  }

  @Test
  void withinAnArticleTheSurnameMeansTheFullName() {
    List<Mention> found =
        TestLexicon.mentions(
            tagger, "قال الوزير شاكر زهدون إن الاجتماع انتهى. قال الوزير زهدون إن الاجتماع انتهى.");
    assertEquals(List.of("شاكر زهدون", "زهدون"), found.stream().map(Mention::surface).toList());
    assertEquals(found.get(0).entityId(), found.get(1).entityId());
    assertEquals("surname_of", found.get(1).rule());
  }

  @Test
  void theLexiconKeepsItsEntities() {
    assertEquals(
        List.of("فلاديمير بوتين=Q7747"),
        TestLexicon.tag(tagger, "قال الوزير فلاديمير بوتين إن الاجتماع انتهى."));
  }

  @Test
  void anAnalystHasTheLastWordOverTheModelToo() {
    NameTagger corrected =
        NameTagger.load(
            TestLexicon.FILES
                .replace(NameModel.FILE, model)
                .replace(
                    Overrides.FILE,
                    "action\tsurface\tentity_id\texample\nis_not_a_name\tشاكر زهدون\t\t\n"
                        .getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        List.of(), TestLexicon.mentions(corrected, "قال الوزير شاكر زهدون إن الاجتماع انتهى."));
  }

  @Test
  void aFileThatIsNoModelIsNamed() {
    byte[] wrong = "model".getBytes(StandardCharsets.UTF_8);
    LexiconException e =
        assertThrows(
            LexiconException.class,
            () -> NameTagger.load(TestLexicon.FILES.replace(NameModel.FILE, wrong)));
    assertTrue(e.getMessage().contains("names.model"), e.getMessage());
  }
}

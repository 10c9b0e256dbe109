package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;

/** The model and lexicon that the jar carries, on names that no row lists. */
class ShippedModelTest {
  private static final NameTagger TAGGER = NameTagger.bundled();

  private static List<String> unlisted(String text) {
    return TestLexicon.mentions(TAGGER, text).stream()
        .filter(m -> m.entityId().startsWith(UnknownNames.PREFIX))
        .map(m -> m.surface() + " " + m.type())
        .toList();
  }

  @Test
  void theJarCarriesAModel() {
    assertNotNull(NameModel.read(LexiconFiles.bundled()));
  }

  @Test
  void aNamePlacedLikeANameIsFound() {
    assertEquals(
        List.of("رامز بن جهاد الطويقي PERSON"),
        unlisted("قال المهندس رامز بن جهاد الطويقي إن المشروع سيبدأ قريبا."));
    assertEquals(
        List.of("جواو تيتشيرا PERSON"), unlisted("فاز اللاعب البرتغالي جواو تيتشيرا بالجائزة"));
  }

  @Test
  void theSurnameBehindItMeansTheSamePerson() {
    List<Mention> found =
        TestLexicon.mentions(
            TAGGER,
            "التقى السفير الألماني هاينريش فولكمان مسؤولين في بغداد. وعبر فولكمان عن ارتياحه.");
    assertEquals(
        List.of("هاينريش فولكمان", "بغداد", "فولكمان"),
        found.stream().map(Mention::surface).toList());
    assertEquals(found.get(0).entityId(), found.get(2).entityId());
  }

  /** What a word is remembered as must not depend on where it stood first. */
  @Test
  void theOrderOfArticlesChangesNothing() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("../data/sample"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        RawText.forEach(file, texts::add);
      }
    }
    assertTrue(texts.size() > 50, "samples: " + texts.size());
    NameTagger forward = NameTagger.load(LexiconFiles.bundled());
    List<List<Mention>> expected = new ArrayList<>();
    texts.forEach(text -> expected.add(TestLexicon.mentions(forward, text)));
    NameTagger backward = NameTagger.load(LexiconFiles.bundled());
    for (int i = texts.size() - 1; i >= 0; i--) {
      assertEquals(expected.get(i), TestLexicon.mentions(backward, texts.get(i)), texts.get(i));
    }
  }

  @Test
  void anotherWordIsNoSlip() {
    for (String text : List.of("سياسة العالم الغربي", "سكان حي الصفا", "سفر إلى أحمد")) {
      assertTrue(mentions(text).stream().noneMatch(m -> m.rule().equals("spelling")), text);
    }
  }

  @Test
  void aNamesakeIsSomebodyElse() {
    assertEquals(
        List.of("UNLISTED عمر بن عبدالعزيز المبارك"),
        persons("أوضح المهندس عمر بن عبدالعزيز المبارك مدير عام التراخيص أن العمل بدأ."));
    assertEquals(List.of("UNLISTED محمد حسين الهاجري"), persons("وقال محمد حسين الهاجري إنه راض."));
    assertEquals(
        List.of("فيصل بن عبدالعزيز آل سعود"),
        persons("وكان الملك فيصل بن عبدالعزيز آل سعود قد افتتح الجامعة.").stream()
            .filter(p -> !p.startsWith("UNLISTED"))
            .toList());
  }

  @Test
  void aDayIsNoPartOfAName() {
    assertEquals(List.of("جون كيري"), persons("التقى نظيره الأمريكي جون كيري الخميس في فيينا."));
  }

  @Test
  void oneWordIsNoFamousPersonUnlessTheArticleSaysSo() {
    assertEquals(List.of(), known("وقال سعيد إنه سيشارك في المباراة.", "قيس سعيد"));
    assertEquals(List.of(), known("وأوضح الدكتور السماحي بأن العمل بدأ.", "بان كي مون"));
    assertEquals(List.of("سعيد"), known("وقال الرئيس سعيد إنه سيشارك.", "قيس سعيد"));
    assertEquals(
        List.of("صالح"), known("تراجعت قوات الحوثي وصالح في تعز باليمن.", "علي عبدالله صالح"));
    assertEquals(
        List.of("قيس سعيد", "سعيد"), known("زارها قيس سعيد أمس. وقال سعيد إنه راض.", "قيس سعيد"));
  }

  @Test
  void theCountryThatTheArticleNamesSettlesWhichOneIsMeant() {
    assertEquals(
        List.of("حزب العدالة والتنمية"),
        known(
            "فاز حزب العدالة والتنمية بالانتخابات في تركيا، وقال أحمد داود أوغلو في أنقرة إنه راض.",
            "حزب العدالة والتنمية التركي"));
    assertEquals(
        List.of("حزب العدالة والتنمية"),
        known(
            "فاز حزب العدالة والتنمية بالانتخابات في المغرب، وقالت صحف الرباط إنه راض.",
            "حزب العدالة والتنمية المغربي"));
    assertEquals(List.of(), known("قم بشطف الخضار ثم قم بتقطيعها.", "قم"));
  }

  @Test
  void aListedPlaceIsNoPersonInTheGenitiveEither() {
    assertEquals(List.of(), persons("انطلقت في محافظة خميس مشيط ومحافظة أبي عريش حملة للنظافة."));
    assertEquals(List.of("أبي عريش"), known("انطلقت في محافظة أبي عريش حملة للنظافة.", "أبو عريش"));
  }

  private static List<Mention> mentions(String text) {
    return TestLexicon.mentions(TAGGER, text);
  }

  private static List<String> persons(String text) {
    return mentions(text).stream()
        .filter(m -> m.type() == EntityType.PERSON)
        .map(m -> (m.entityId().startsWith("u-") ? "UNLISTED " : "") + m.surface())
        .toList();
  }

  /** The mentions of the lexicon's entity of this name. */
  private static List<String> known(String text, String name) {
    return mentions(text).stream()
        .filter(m -> TAGGER.entity(m.entityId()).filter(e -> e.name().equals(name)).isPresent())
        .map(Mention::surface)
        .toList();
  }

  @Test
  void anIndefiniteAccusativeAndGodAreNoNames() {
    assertEquals(
        List.of("سوريا"),
        TestLexicon.mentions(
                TAGGER,
                "وصل لاجئا سورياً إلى المخيم قادما من سوريا ومعه ضيوف الرحمن. والله الهادي إلى سواء السبيل.")
            .stream()
            .map(Mention::surface)
            .toList());
  }

  @Test
  void aNameEndsWithNothingThatAsksForMore() {
    for (String ending : List.of("بن", "آل", "أبو", "عبد")) {
      assertEquals(
          List.of(),
          unlisted("قال المهندس رامز بن جهاد " + ending + " المسيطير إن المشروع سيبدأ قريبا.")
              .stream()
              .filter(name -> name.contains(ending + " PERSON"))
              .toList());
    }
  }

  @Test
  void aKingIsNamedOnceByHisWholeName() {
    List<Mention> found =
        TestLexicon.mentions(
            TAGGER,
            "رعى خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز آل سعود الحفل، واستقبل خادم الحرمين"
                + " الشريفين أمس وفدا من زوار الحرمين الشريفين ومن أمير قطر.");
    assertEquals(
        List.of(
            "خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز آل سعود", "الحرمين الشريفين", "قطر"),
        found.stream().map(Mention::surface).toList());
    assertEquals("ms-king-salman", found.get(0).entityId());
    assertEquals("ms-two-holy-mosques", found.get(1).entityId());
  }

  @Test
  void anotherGivenNameBeforeAKnownNameIsSomebodyElse() {
    assertEquals(
        List.of("عبدالله بن خالد بن عبدالعزيز PERSON"),
        unlisted("استقبل الأمير عبدالله بن خالد بن عبدالعزيز أمس وفدا من رجال الأعمال."));
  }

  @Test
  void whoIsNamedInFullKeepsHisSurnameFromAFamousNamesake() {
    List<Mention> found =
        TestLexicon.mentions(
            TAGGER,
            "أكد محرز الغنوشي من المعهد الوطني للرصد الجوي أن الأمطار ستتواصل في تونس. وأوضح"
                + " الغنوشي أن الرياح ستكون قوية.");
    List<Mention> persons = found.stream().filter(m -> m.type() == EntityType.PERSON).toList();
    assertEquals(
        List.of("محرز الغنوشي", "الغنوشي"), persons.stream().map(Mention::surface).toList());
    assertEquals(persons.get(0).entityId(), persons.get(1).entityId());
  }

  @Test
  void aPresidentStaysHimselfBesideHisRelatives() {
    for (String text :
        List.of(
            "التقى الرئيس الأمريكي ترامب وزوجته ميلانيا ترامب الوفد. وقال ترامب إن اللقاء مهم.",
            "أكد جمال مبارك ذلك أمس. وكان الرئيس المصري حسني مبارك قد غادر. وقال مبارك إنه بخير.")) {
      List<Mention> found = TestLexicon.mentions(TAGGER, text);
      Mention last =
          found.stream().filter(m -> m.type() == EntityType.PERSON).reduce((a, b) -> b).get();
      assertTrue(List.of("Q22686", "ms-hosni-mubarak").contains(last.entityId()), last.toString());
    }
  }

  @Test
  void spellingsOfOneForeignNameAreOnePerson() {
    List<Mention> found =
        TestLexicon.mentions(
            TAGGER,
            "وقع المدرب السويسري كريستيان جروس العقد. وسيبدأ المدرب كرستيان غروس العمل غدا.");
    assertEquals(2, found.size(), found.toString());
    assertEquals(found.get(0).entityId(), found.get(1).entityId());
    assertEquals(
        Set.of("ms-jennifer-lopez"),
        ids(TestLexicon.mentions(TAGGER, "وصلت المغنية الأمريكية جينيفير لوبيز أمس.")));
  }

  @Test
  void firstNameAndSurnameMeanWhoIsNamedInFull() {
    List<Mention> found =
        TestLexicon.mentions(
            TAGGER,
            "قال أمين العاصمة الدكتور أسامة بن فضل البار إن العمل مستمر. وأضاف أسامة البار أن"
                + " الأمانة بدأت الإزالة.");
    assertEquals(2, found.size());
    assertEquals(found.get(0).entityId(), found.get(1).entityId());
    assertEquals(
        UnknownNames.id(EntityType.PERSON, List.of("بدر", "عبدالرحمن", "السمحان")),
        UnknownNames.id(EntityType.PERSON, List.of("بدر", "بن", "عبدالرحمن", "السمحان")));
  }

  @Test
  void aPlacesNameBeginsWithItsFeatureAndADashDividesNames() {
    assertEquals(
        List.of("رأس نيقرو LOCATION"), unlisted("تم الحجز بمنطقة رأس نيقرو من ولاية المهدية"));
    assertEquals(
        List.of("نادي بنزرت ORGANIZATION"), unlisted("فاز فريق نادي بنزرت - شبيبة القيروان"));
  }

  @Test
  void aNameThatBeginsWithSonStandsBehindAPrepositionToo() {
    assertEquals(
        Set.of("ms-ben-guerdane"),
        ids(TestLexicon.mentions(TAGGER, "سقط ثلاثة قتلى في مواجهات ببن قردان أمس.")));
  }

  @Test
  void aCityThatIsNoOtherWordStaysThoughTheModelDoubtsIt() {
    assertEquals(
        Set.of("ms-taif"),
        ids(TestLexicon.mentions(TAGGER, "وأوضح مصدر مسؤول في أمانة الطائف أن المتنزه مغلق")));
  }

  @Test
  void oneNameHasOneIdInOneWordOrTwo() {
    for (List<List<String>> same :
        List.of(
            List.of(List.of("نورالدين", "الطبوبي"), List.of("نور", "الدين", "الطبوبي")),
            List.of(List.of("رضا", "بالحاج"), List.of("رضا", "بلحاج")))) {
      assertEquals(
          UnknownNames.id(EntityType.PERSON, same.get(0)),
          UnknownNames.id(EntityType.PERSON, same.get(1)));
    }
  }

  @Test
  void adjectivesOfNationsAndCommonWordsAreNoNames() {
    assertEquals(
        List.of(), TestLexicon.tag(TAGGER, "قال الرئيس السوري إن الحكومة الروسية تدعم الشعب"));
    assertEquals(
        List.of(), TestLexicon.tag(TAGGER, "ولدت أنثى الأسد ثلاثة أشبال في حديقة الحيوان"));
  }

  @Test
  void nothingThatTheLexiconSaysOfTheFirstArticleIsLost() throws IOException {
    Path seeds = Path.of(System.getProperty("marsad.home", ".."), "seeds");
    try (Stream<Path> files = Files.list(seeds)) {
      Path seed = files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().get();
      String text = Files.readString(seed);
      NameTagger lexicon = new NameTagger(LexiconFiles.bundled(), null);
      Set<String> known = ids(TestLexicon.mentions(lexicon, text));
      assertTrue(known.size() > 20, known.toString());
      Set<String> both = ids(TestLexicon.mentions(TAGGER, text));
      assertTrue(both.containsAll(known), known + " " + both);
    }
  }

  private static Set<String> ids(List<Mention> mentions) {
    return mentions.stream().map(Mention::entityId).collect(Collectors.toSet());
  }

  @Test
  void aGivenNameMeansTheOneWhoseFullNameStandsThereOrNobodyInParticular() {
    assertEquals(
        List.of("خالد الزهراني unknown", "خالد surname_of"),
        rules("قال خالد الزهراني إن الحفل انتهى. وأضاف خالد أن الجميع سعداء."));
    assertEquals(
        List.of("أحمد العتيبي unknown", "أحمد الشهري unknown", "أحمد given_name"),
        rules("قال الدكتور أحمد العتيبي، وقال الدكتور أحمد الشهري. وأضاف أحمد أن الأمر انتهى."));
    assertEquals(List.of("محمد given_name"), rules("قال الطالب محمد إن الامتحان كان سهلا."));
    assertEquals(List.of("سلمان variant"), rules("قال الملك سلمان في بيان."));
  }

  private static List<String> rules(String body) {
    return NameTagger.bundled()
        .tag("", List.of(), body, ArabicAnalyzer.bundled().analyze(body))
        .stream()
        .map(m -> m.surface() + " " + m.rule())
        .toList();
  }
}

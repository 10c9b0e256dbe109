package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArabicAnalyzerTest {
  private static List<String> surfaces(String text) {
    return Examples.ANALYZER.analyze(text).stream().map(Token::surface).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "وبالمدينة, و ب ال مدينة",
    "للأمم, ل ال أمم",
    "فسيكتبونها, ف س يكتبون ها",
    "وبوتين, و بوتين",
    "لروسيا, ل روسيا",
    "بدمشق, ب دمشق",
    "عليها, علي ها",
    "حياتهم, حيات هم",
    "للغة, ل ال لغة",
  })
  void cliticsAreCut(String word, String segments) {
    assertEquals(segments, String.join(" ", Examples.last(word).segments()));
  }

  @Test
  void aPrepositionPrintedWithoutItsLetterIsNoTerm() {
    String text = "وحصل الاتفاق علي ذلك. وشدد الوزير علي الامر. ".repeat(8);
    List<Token> found =
        Examples.ANALYZER.analyze(text).stream().filter(t -> t.surface().equals("علي")).toList();
    assertEquals(16, found.size());
    assertTrue(found.stream().allMatch(t -> t.lemma().equals("على") && t.stop()), found::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "لبنان", "وزير", "والي", "بوتين", "كتاب", "سوريا", "فلسطين", "ألمانيا", "إيران", "بشار",
        "واشنطن", "بغداد", "باريس", "كندا", "فرنسا", "ليبيا", "وليد"
      })
  void lettersOfTheWordItselfStay(String word) {
    Token token = Examples.last(word);
    assertEquals(List.of(word), token.segments());
    assertEquals(word, token.lemma());
  }

  @ParameterizedTest
  @CsvSource({
    "الوزراء, وزير",
    "قوات, قوة",
    "مدن, مدينة",
    "الروسية, روسي",
    "ستجري, جرى",
    "استانا, أستانا",
    "أستانا, أستانا",
  })
  void lemmasAreCitationForms(String word, String lemma) {
    assertEquals(lemma, Examples.last(word).lemma());
  }

  @ParameterizedTest
  @CsvSource({
    "بيتر كينيون, كينيون",
    "لوك فيري, فيري",
    "محمد وكينيون, كيني",
    "قال كينيون, كيني",
    "محمد بهزيمته, هزيمة",
  })
  void aRareWordBehindAGivenNameStaysWhole(String text, String lemma) {
    assertEquals(lemma, Examples.last(text).lemma());
  }

  @Test
  void anUnlistedFeminineIsAnAdjectiveWhereItAgrees() {
    assertEquals("مدغدغ", Examples.last("القضية المدغدغة").lemma());
    assertEquals("مدغدغة", Examples.last("هذه المدغدغة").lemma());
  }

  @Test
  void numbersAreOneTokenAndNoTerm() {
    for (String number : List.of("3,650", "37.5", "٤٢", "12:30", "14/09/2017", "5%", "٣٫٥")) {
      assertEquals(List.of(number), surfaces(number));
      assertTrue(Examples.last(number).stop());
    }
  }

  @Test
  void aQuantityIsNoTerm() {
    assertTrue(Examples.ANALYZER.analyze("37 في المئة").stream().allMatch(Token::stop));
  }

  @Test
  void addressesAreOneToken() {
    assertEquals(
        List.of("زر", "https://a.b/c?d=1", "،", "واكتب", "إلى", "x.y@z.com", "#مرصد_الأخبار"),
        surfaces("زر https://a.b/c?d=1، واكتب إلى x.y@z.com #مرصد_الأخبار"));
  }

  @Test
  void digitsPartFromLetters() {
    assertEquals(List.of("و", "5", "ملايين", "ال", "20"), surfaces("و5ملايين ال20"));
  }

  @Test
  void marksAndControlsBelongToTheirWord() {
    assertEquals(List.of("مُحَمَّد", "قـــال"), surfaces("\u200Fمُحَمَّد\u200F قـــال"));
    assertEquals("قال", Examples.last("قـــال").lemma());
  }

  @Test
  void theSameAnalyserIsSharedAndOthersCanBeMade() {
    assertEquals(
        Examples.ANALYZER.analyze("وبالمدينة"),
        ArabicAnalyzer.load(LexiconFiles.bundled()).analyze("وبالمدينة"));
    assertFalse(ArabicAnalyzer.ruleFiles().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "وأخيه, و أخي ه, أخ",
    "لأخيه, ل أخي ه, أخ",
    "وحينها, و حين ها, حين",
    "برأيي, ب رأي ي, رأي",
    "فإني, ف إن ي, إن",
    "والأم, و ال أم, أم",
    "وبطاقته, و بطاقت ه, بطاقة",
    "بطاقته, بطاقت ه, بطاقة",
    "لجنته, لجنت ه, لجنة",
    "للكرة, ل ال كرة, كرة"
  })
  void aListedFormTakesOneMoreClitic(String word, String segments, String lemma) {
    assertCut(segments, lemma, word);
  }

  @ParameterizedTest
  @CsvSource({
    "نظم المركز دورة للصحافيين., VERB, نظم",
    "عقد المجلس اجتماعا أمس. ثم انفض., VERB, عقد",
    "وقدم الوزير استقالته, VERB, قدم",
    "وعبر ناجي جلول عن أسفه, VERB, عبر",
    // A headline begins with a noun more often.
    "عقد مباراة جديدة, NOUN, عقد",
    "عقد جديد.. وقدم مكسورة, NOUN, عقد",
    "عقد للمدرب د. سالم, NOUN, عقد",
    "وصلوا عبر الجسر., VERB, وصل"
  })
  void aBodysFirstWordIsAVerbIfItCanBe(String text, Pos pos, String lemma) {
    Token first = Examples.ANALYZER.analyze(text).get(0);
    assertEquals(pos, first.pos());
    assertEquals(lemma, first.lemma());
    assertFalse(first.stop());
  }

  @ParameterizedTest
  @CsvSource({
    "وتم, VERB",
    "لكل, NOUN",
    "ايضا, PART",
    "وبالتالي, NOUN",
    "وتحديدا, ADV",
    "والآن, ADV",
    "وألا, PART"
  })
  void aStopWordIsNoTermBehindCliticsOrWithoutHamza(String word, Pos pos) {
    assertTrue(Examples.last(word).stop(), word);
    assertEquals(pos, Examples.last(word).pos());
  }

  @ParameterizedTest
  @ValueSource(strings = {"أمه", "الأم", "ربه", "الأحد", "الاحد", "البن", "لقاء", "وبإذن"})
  void aNounThatLooksLikeAStopWordIsATerm(String word) {
    assertFalse(Examples.last(word).stop(), word);
  }

  @ParameterizedTest
  @CsvSource({
    // A look vouches for a clitic against unknown stems only.
    "وأسألك, و أسأل ك, سأل",
    "ومساعدوه, و مساعدو ه, مساعد",
    // Behind ب and ك nothing is an imperfect.
    "بيبان, بيبان, بيبان",
    "كيكر, كيكر, كيكر",
    // An adjective's feminine before a pronoun is a noun, but not where it looks like a verb.
    "معلقته, معلقت ه, معلقة",
    "شعبيته, شعبيت ه, شعبية",
    "شاركته, شاركت ه, شارك",
    // My works, my words.
    "أفلامي, أفلام ي, فيلم",
    "قدراتي, قدرات ي, قدرة",
    // Alef's hamza has its own seat.
    "أصابته, أصابت ه, أصاب",
    "أضافته, أضافت ه, أضاف",
    // A hollow verb keeps its vowel before a vowel.
    "يخبون, يخبون, خبا",
    "يزيدون, يزيدون, زاد"
  })
  void aCutIsWhatTheLettersAllow(String word, String segments, String lemma) {
    assertCut(segments, lemma, word);
  }

  private static void assertCut(String segments, String lemma, String word) {
    Token token = Examples.last(word);
    assertEquals(segments, String.join(" ", token.segments()));
    assertEquals(lemma, token.lemma());
  }
}

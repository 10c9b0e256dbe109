package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.marsad.names.TestLexicon.tag;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.arabic.LexiconException;

class NameTaggerTest {
  @Test
  void cliticsAreOutsideTheSpan() {
    assertEquals(List.of("بوتين=Q7747"), tag("وبوتين هناك"));
    assertEquals(List.of("روسيا=Q159"), tag("لروسيا دور"));
    assertEquals(List.of("دمشق=Q3766"), tag("بدمشق اجتماع"));
    assertEquals(List.of("الأمم المتحدة=Q1065"), tag("بالأمم المتحدة"));
  }

  @Test
  void anArticleMeltedIntoThePrepositionBeginsTheSpan() {
    assertEquals(List.of("لأمم المتحدة=Q1065"), tag("الأمين العام للأمم المتحدة قال"));
  }

  @Test
  void theLongestNameWins() {
    assertEquals(List.of("قوات سورية الديمقراطية=sdf"), tag("على أيدي قوات سورية الديمقراطية"));
    assertEquals(List.of("المملكة العربية السعودية=Q851"), tag("في المملكة العربية السعودية"));
  }

  @Test
  void quotationMarksMayStandInsideAName() {
    assertEquals(
        List.of("تنظيم «الدولة الإسلامية=daesh"), tag("هاجم تنظيم «الدولة الإسلامية» قرية"));
    assertEquals(List.of("داعش=daesh", "داعش=daesh"), tag("من \"داعش\" ومن داعش"));
  }

  @Test
  void aNameMayRunOverALineButNotOverAParagraph() {
    assertEquals(List.of("دير الزور=deir"), tag("في دير الزور").stream().toList());
    assertEquals(List.of("دير\nالزور=deir"), tag("في دير\nالزور"));
    assertEquals(List.of(), tag("في دير\n\nالزور"));
  }

  @Test
  void spellingsOfOneNameAreOneEntity() {
    assertEquals(List.of("استانا=Q1520", "أستانا=Q1520"), tag("استانا غير أستانا"));
    assertEquals(List.of("شويجو=shoigu"), tag("قال شويجو"));
    assertEquals(List.of("أبوظبي=abudhabi"), tag("في أبوظبي"));
    assertEquals(List.of("سلمان بن عبد العزيز=salman"), tag("قال سلمان بن عبد العزيز"));
  }

  @Test
  void titlesAreOutsideTheSpan() {
    assertEquals(List.of("سلمان=salman"), tag("استقبل الملك سلمان ضيوفه"));
    assertEquals(List.of("فلاديمير بوتين=Q7747"), tag("من الرئيس الروسي فلاديمير بوتين"));
  }

  @Test
  void aSurnameCountsBesideItsFullNameOrATitle() {
    assertEquals(
        List.of("بشار الأسد=assad", "الأسد=assad"),
        tag("التقى بشار الأسد ضيفه. وقال الأسد إنه سعيد."));
    assertEquals(List.of("الأسد=assad"), tag("وصل الرئيس السوري الأسد"));
    assertEquals(List.of("كوفي عنان=annan", "عنان=annan"), tag("وصل كوفي عنان. ثم غادر عنان."));
  }

  @Test
  void aLionInTheZooIsNobody() {
    assertEquals(List.of(), tag("هرب الأسد من حديقة الحيوان وأكل الأسد طعامه"));
  }

  @Test
  void aSurnameBehindAnotherGivenNameIsSomebodyElse() {
    assertEquals(List.of("بشار الأسد=assad"), tag("قابل بشار الأسد أخاه ماهر الأسد"));
  }

  @Test
  void aConjunctionThatFoldsLikeAGivenNameIsNone() {
    assertEquals(List.of("شويغو=shoigu"), tag("ذكرت أن شويغو غادر"));
  }

  @Test
  void nationalitiesAreNoNames() {
    assertEquals(List.of(), tag("الرئيس السوري والحكومة الروسية وقوات سورية ودول سعودية"));
    assertEquals(List.of("سورية=Q858", "سورية=Q858"), tag("في سورية، وإلى سورية"));
    assertEquals(List.of("السعودية=Q851"), tag("قالت السعودية"));
    assertEquals(List.of(), tag("الحكومة السعودية والعلاقات السورية السعودية"));
    assertEquals(List.of("تركيا=Q43", "سورية=Q858"), tag("بين تركيا وسورية"));
  }

  @Test
  void theWordsBesideADoubtfulNameSettleIt() {
    assertEquals(List.of("الميادين=mayadin"), tag("في مدينة الميادين"));
    assertEquals(List.of(), tag("في جميع الميادين"));
    assertEquals(List.of("السادات=sadat"), tag("قال الرئيس السادات"));
    assertEquals(List.of("مدينة السادات=sadat-city"), tag("في مدينة السادات"));
    assertEquals(List.of("الأناضول=anadolu"), tag("الأراضي (الأناضول)"));
    assertEquals(List.of("الأناضول=anatolia"), tag("شرق الأناضول"));
  }

  @Test
  void aSlipInALongNameIsForgiven() {
    List<Mention> found = TestLexicon.mentions(TestLexicon.TAGGER, "وريف دور الزور الشمالي");
    assertEquals(List.of("دور الزور=deir"), tag("وريف دور الزور الشمالي"));
    assertEquals("spelling", found.get(0).rule());
    assertTrue(found.get(0).score() < 0.7);
  }

  @Test
  void anAnalystHasTheLastWord() {
    String text = "قال القيصر إن داعش في موسكو";
    assertEquals(
        List.of("القيصر=Q7747", "داعش=daesh", "موسكو=Q649"),
        tag(TestLexicon.withOverride("same_as|القيصر|Q7747|"), text));
    assertEquals(
        List.of("داعش=daesh"), tag(TestLexicon.withOverride("is_not_a_name|موسكو||"), text));
    assertEquals(
        List.of("موسكو=Q649"), tag(TestLexicon.withOverride("not_same|داعش|daesh|"), text));
    assertEquals(
        List.of("داعش=daesh", "موسكو=Q159"),
        tag(TestLexicon.withOverride("same_as|موسكو|Q159|"), text));
    assertEquals(
        EntityType.ORGANIZATION,
        TestLexicon.mentions(TestLexicon.withOverride("type|موسكو|ORGANIZATION|"), text)
            .get(1)
            .type());
  }

  @Test
  void aWrongRowIsNamedByFileAndLine() {
    LexiconException wrong =
        assertThrows(LexiconException.class, () -> TestLexicon.withOverride("same_as|القيصر|Q0|"));
    assertTrue(wrong.getMessage().contains("overrides.tsv:2: "), wrong.getMessage());
  }
}

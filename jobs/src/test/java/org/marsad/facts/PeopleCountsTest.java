package org.marsad.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleCountsTest {
  private static List<String> counts(String body) {
    return FactTexts.facts(body).counts().stream()
        .map(c -> c.what() + " " + c.low() + " " + c.unit())
        .toList();
  }

  private static List<String> qualifiers(String body) {
    return FactTexts.facts(body).counts().stream().map(c -> c.qualifier()).toList();
  }

  @Test
  void digitsOfAllThreeKindsAreRead() {
    assertEquals(List.of("killed 22 شخصا"), counts("قتل 22 شخصاً في الهجوم"));
    assertEquals(List.of("killed 22 شخصا"), counts("قتل ٢٢ شخصاً في الهجوم"));
    assertEquals(List.of("killed 22 شخصا"), counts("قتل ۲۲ شخصاً في الهجوم"));
    assertEquals(List.of("displaced 1200 شخص"), counts("نزوح 1,200 شخص"));
  }

  @Test
  void theNumberMayStandBeforeItsEvent() {
    PeopleCount count = FactTexts.facts("وأعلن أن 33 مسلحاً لقوا مصرعهم في حلب").counts().get(0);
    assertEquals("33 مسلحاً لقوا مصرعهم", count.surface());
    assertEquals("killed", count.what());
    assertEquals(33L, count.high());
  }

  @Test
  void killedAndWoundedTogetherAreCasualties() {
    PeopleCount count = FactTexts.facts("مقتل وإصابة العشرات في دمشق").counts().get(0);
    assertEquals("casualties", count.what());
    assertEquals("tens", count.qualifier());
    assertNull(count.high());
    assertEquals("Q3766", count.placeId());
  }

  @Test
  void whoIsDoneAwayWithIsKilledIfItIsFighters() {
    assertEquals(List.of("killed 2 عنصرين"), counts("تم القضاء على عنصرين في الجبل"));
    assertEquals(List.of(), counts("حكم القضاء على 3 إرهابيين بالإعدام"));
    assertEquals(List.of(), counts("أطلق القضاء 4 مسلحين بكفالة"));
    assertEquals(List.of(), counts("لم يتم القضاء على 5 إرهابيين"));
    assertEquals(List.of(), counts("القضاء على 3 متهمين"));
    assertEquals(List.of("arrested 3 أشخاص"), counts("إيقاف 3 أشخاص قاموا بسرقة سيارة"));
    assertEquals(List.of(), counts("إيقاف 3 موظفين عن العمل"));
  }

  @Test
  void aPlaceThatADistanceOrABorderIsToldFromIsNotWhereItWas() {
    assertEquals(
        "ms-suruc", place("مقتل 27 شخصا في مدينة سروج جنوب شرق البلاد قرب الحدود مع سوريا"));
    assertNull(place("قتل 14 جنديا على الحدود مع باكستان"));
    assertNull(place("خطف 30 شخصا في بلدة تبعد 90 كيلومترا شمال شرق دمشق"));
    assertEquals("Q3766", place("سار المقاتلون 90 كيلومترا وقتل 3 جنود في دمشق"));
    assertEquals("Q3766", place("قتل 3 جنود على بعد كيلومترين وفي دمشق"));
    assertEquals("Q858", place("قتل 3 جنود على عمق 20 كلم داخل سوريا"));
    assertEquals("Q858", place("قتل 3 جنود في بلدة حدودية بسوريا"));
  }

  private static String place(String body) {
    return FactTexts.facts(body).counts().get(0).placeId();
  }

  @Test
  void whoLosesHisLifeIsNotMissing() {
    assertEquals(List.of("killed 12 شخصا"), counts("فقد 12 شخصا حياتهم في الحريق"));
    assertEquals(List.of("killed 37 شهيدا"), counts("وفقد الوطن 37 شهيدا في الهجوم"));
    assertEquals(List.of("missing 12 شخصا"), counts("فقد 12 شخصا في الحريق"));
  }

  @Test
  void aPlaceOfTheStoryStandsBeforeTheDatelines() {
    assertEquals("Q3766", place("القاهرة - رويترز: قتل 3 جنود في هجوم شنه مسلحون قرب دمشق"));
    assertEquals("Q85", place("القاهرة - رويترز: قتل 3 جنود في هجوم شنه مسلحون"));
  }

  @Test
  void theLatestYearThatTheSentenceNamesGoesWithTheNumber() {
    assertEquals(1998, year("شهدت نيروبي في 1998 هجوما أوقع 224 قتيلا"));
    assertEquals(2013, year("قتل 40 ألف شخص في المعارك منذ عام ١٩٨٤ حتى هدنة ٢٠١٣"));
    assertEquals(1990, year("أسفرت فترة حكمه (1982-1990) عن 40 ألف قتيل"));
    assertNull(year("قتل 2014 شخصا في الزلزال. وكان ذلك أشد من زلزال 1990"));
    assertNull(year("قتل 3 أشخاص وشرد 1900 شخص في الهجوم"));
    assertNull(year("قتل 3 أشخاص عام 1436هـ واتصل الأهالي بالرقم 19980"));
  }

  private static Integer year(String body) {
    return FactTexts.facts(body).counts().get(0).year();
  }

  @Test
  void twoCountsOfOneSentenceAreTwoRows() {
    assertEquals(
        List.of("killed 3 ", "wounded 12 "), counts("مقتل ثلاثة وإصابة 12 في انفجار قرب السوق"));
    assertEquals(
        List.of("killed 5 جنود", "wounded 21 آخرون"),
        counts("قتل خمسة جنود وأصيب واحد وعشرون آخرون بجروح"));
  }

  @Test
  void theDualIsTwo() {
    assertEquals(List.of("killed 2 قتيلان"), counts("سقط قتيلان في الحادث"));
    assertEquals(List.of("killed 2 جنديين"), counts("مقتل جنديين في الكمين"));
    assertEquals(List.of(), counts("زار المصابين في المستشفى"));
  }

  @Test
  void theDualOfAScaleWordLosesItsEndingBeforeWhatIsCounted() {
    assertEquals(List.of("killed 2000 مهاجر"), counts("مصرع أكثر من ألفي مهاجر في المتوسط"));
    assertEquals(List.of("killed 200 جندي"), counts("مقتل مائتي جندي في المعارك"));
    assertEquals(List.of("killed 200 جندي"), counts("مقتل مئتا جندي في المعارك"));
    assertEquals(List.of("displaced 2000000 شخص"), counts("نزوح أكثر من مليوني شخص"));
    assertEquals(List.of("displaced 20000 شخص"), counts("نزوح عشرين ألفا شخص"));
  }

  @Test
  void whatQualifiesANumberMayStandBehindWhatIsCounted() {
    assertEquals(List.of("at_least"), qualifiers("قتل 21 شخصا على الأقل في الهجوم"));
    assertEquals(List.of("at_least"), qualifiers("70 جنديا على الأقل أصيبوا في الكمين"));
    assertEquals(List.of("at_least"), qualifiers("أصيب 8 أشخاص بجروح في الغارة على الأقل"));
    assertEquals(List.of("exact", "at_least"), qualifiers("قتل 21 شخصا وأصيب 30 جنديا على الأقل"));
  }

  @Test
  void whoIsHeldByAFloodIsTrapped() {
    assertEquals(List.of("trapped 5 أشخاص"), counts("احتجزت السيول 5 أشخاص في الوادي"));
    assertEquals(List.of("trapped 5 أشخاص"), counts("احتجاز 5 أشخاص في حريق بالمدينة"));
    assertEquals(
        List.of("arrested 5 أشخاص"), counts("احتجزت الشرطة 5 أشخاص للاشتباه في حريق الغابات"));
  }

  @Test
  void anInfectionIsNoWound() {
    assertEquals(List.of("infected 5 أشخاص"), counts("إصابة 5 أشخاص بفيروس كورونا"));
    assertEquals(
        List.of("infected 186 مصابا"), counts("بعد تفشي المرض أعلنت الوزارة تسجيل 186 مصابا"));
  }

  @Test
  void whatIsNotSaidOfPeopleIsNotCounted() {
    assertEquals(List.of(), counts("ضبط 200 كيلوغرام من المواد الممنوعة"));
    assertEquals(List.of(), counts("فقد السهم 12 في المئة من قيمته"));
    assertEquals(List.of(), counts("لم يقتل 22 شخصا"));
    assertEquals(List.of(), counts("قتل 22 في المئة منهم"));
    assertEquals(List.of(), counts("خمسة جنود قتلوا ضابطا"));
  }

  @Test
  void boundsAreKept() {
    PeopleCount range = FactTexts.facts("مقتل بين 20 و 30 شخصا").counts().get(0);
    assertEquals(20, range.low());
    assertEquals(30L, range.high());
    PeopleCount atMost = FactTexts.facts("إصابة أقل من 20 شخصا").counts().get(0);
    assertEquals(0, atMost.low());
    assertEquals(20L, atMost.high());
  }
}

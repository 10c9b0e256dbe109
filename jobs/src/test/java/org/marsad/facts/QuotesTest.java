package org.marsad.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotesTest {
  private static List<String> quotes(String title, String body) {
    return FactTexts.article(title, body).quotes().stream()
        .map(q -> q.entityId() + " " + q.verb() + (q.direct() ? " «" : " ") + q.text())
        .toList();
  }

  private static List<String> quotes(String body) {
    return quotes("", body);
  }

  @Test
  void aSpeakerHasHisTitleAndHisEntity() {
    Quote quote =
        FactTexts.facts("قال الرئيس الروسي فلاديمير بوتين إن العملية انتهت أمس بنجاح.")
            .quotes()
            .get(0);
    assertEquals("الرئيس الروسي فلاديمير بوتين", quote.speaker());
    assertEquals("Q7747", quote.entityId());
    assertEquals("العملية انتهت أمس بنجاح", quote.text());
  }

  @Test
  void aNameInQuotationMarksIsNotWhatIsSaid() {
    assertEquals(
        List.of("Q7747 قال الأسعار سترتفع في نهاية العام"),
        quotes(
            "قال فلاديمير بوتين في «منتدى الطاقة العالمي الثالث» أمس إن الأسعار سترتفع في نهاية العام."));
    assertEquals(
        List.of("Q7747 قال الأسعار سترتفع في نهاية العام"),
        quotes(
            "قال فلاديمير بوتين «رئيس روسيا الاتحادية الحالي»، إن الأسعار سترتفع في نهاية العام."));
    assertEquals(
        List.of("Q7747 قال «سنعمل معا على زيادة التجارة"),
        quotes("قال فلاديمير بوتين «سنعمل معا على زيادة التجارة» وغادر القاعة."));
  }

  @Test
  void marksWithinMarksAreCounted() {
    assertEquals(
        List.of("Q7747 قال «تنظيم «داعش» في سيناء يختلف عن غيره"),
        quotes("قال فلاديمير بوتين: «تنظيم «داعش» في سيناء يختلف عن غيره» في مؤتمر أمس."));
    assertEquals(
        List.of("Q7747 قال «تنظيم «داعش"), quotes("قال فلاديمير بوتين: «تنظيم «داعش» في سيناء."));
  }

  @Test
  void behindAColonTheParticleMakesItReported() {
    assertEquals(
        List.of("Q7747 قال الأسعار سترتفع في نهاية العام"),
        quotes("قال فلاديمير بوتين: إن الأسعار سترتفع في نهاية العام."));
  }

  @Test
  void whoWasToldIsNoPartOfTheSpeaker() {
    assertEquals(
        List.of("فلاديمير بوتين"),
        speakers("قال فلاديمير بوتين لرجلي الأمن المكرمين إن العملية انتهت أمس بنجاح."));
  }

  @Test
  void whoActsGoesOnToSpeak() {
    assertEquals(
        List.of("الرئيس الروسي فلاديمير بوتين"),
        speakers(
            "استقبل الرئيس الروسي فلاديمير بوتين وفدا من رجال الأعمال. وقال: «سنعمل معا على زيادة التجارة»."));
    assertEquals(
        List.of("الوزير"),
        speakers("وافتتح الوزير المعرض الجديد أمس. وأضاف: «هذا المعرض هو الأكبر في المنطقة»."));
    assertEquals(
        List.of("فلاديمير بوتين"),
        speakers("وواصل فلاديمير بوتين قائلا: «سنعمل معا على زيادة التجارة»."));
    assertEquals(
        List.of("فلاديمير بوتين"),
        speakers("أما فلاديمير بوتين فقد قال: «سنعمل معا على زيادة التجارة»."));
    assertEquals(
        List.of("فلاديمير بوتين"),
        speakers("وشهد اليوم هدوءا إلا أن فلاديمير بوتين أكد أن العملية ستستمر شهرا آخر."));
    assertEquals(
        List.of(),
        speakers("استقبلت الوزيرة وفدا من رجال الأعمال. وقال: «سنعمل معا على زيادة التجارة»."),
        "she is no he");
  }

  @Test
  void whoActsIsNotWhomItIsDoneTo() {
    String said = " أمس. وقال: «سنعمل معا على زيادة التجارة».";
    assertEquals(List.of("الوزير"), speakers("واستقبل الوزير السفير" + said));
    assertEquals(List.of("الرئيس"), speakers("التقى الرئيس رئيس الوزراء" + said));
    assertEquals(List.of("الملك"), speakers("استقبل الملك الرئيس الروسي" + said));
    assertEquals(List.of("فلاديمير بوتين"), speakers("التقى فلاديمير بوتين باراك أوباما" + said));
    assertEquals(List.of("الأمير"), speakers("وزار الأمير المستشفى" + said));
    assertEquals(List.of("الوزير"), speakers("وقع الوزير الاتفاقية" + said));
    assertEquals(List.of(), speakers("وتوفي الوزير السابق" + said), "he says nothing");
    assertEquals(
        List.of("فلاديمير بوتين", "فلاديمير بوتين"),
        speakers(
            "قال فلاديمير بوتين إن العملية انتهت بنجاح. وزار الأمير المدرسة. وأضاف إن الطريق طويل جدا."),
        "the last speaker goes on");
    assertEquals(List.of("مصادر عليا"), speakers("وقالت مصادر عليا إن العملية انتهت أمس بنجاح."));
  }

  @Test
  void aLongTextWithoutAFullStopIsReadInLinearTime() {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> speakers("ذهب الرجل ".repeat(200_000)));
  }

  @Test
  void oneSpeakerGoesOnAboutSomething() {
    String said = "قال فلاديمير بوتين إن العملية انتهت أمس بنجاح. ";
    for (String more :
        List.of(
            "وأوضح قائلا: «سنعمل معا على زيادة التجارة».",
            "وقال للحاضرين: «سنعمل معا على زيادة التجارة».",
            "وعن التجارة قال: «سنعمل معا على زيادة التجارة».",
            "وقال في كلمة وجهها للحضور: «سنعمل معا على زيادة التجارة».")) {
      assertEquals(List.of("فلاديمير بوتين", "فلاديمير بوتين"), speakers(said + more), more);
    }
  }

  @Test
  void aSpeakerEndsBeforeWhatHisVerbIsAbout() {
    assertEquals(
        List.of("فلاديمير بوتين"),
        speakers("وانتقد فلاديمير بوتين الولايات المتحدة. وقال إن العملية انتهت أمس بنجاح."));
    assertEquals(
        List.of("مسؤول فلسطيني"),
        speakers("واعتبر مسؤول فلسطيني الخطوة أن لا جدوى من المحادثات مع الجانب الآخر."));
    assertEquals(
        List.of("المسؤول"), speakers("وقال المسؤول مخاطبا الحضور إن العملية انتهت أمس بنجاح."));
    assertEquals(List.of("المصدر نفسه"), speakers("وأضاف المصدر نفسه أن العملية انتهت أمس بنجاح."));
  }

  @Test
  void aTitleAloneIsItsBearerIfTheArticleHasOne() {
    String one = "وصل الرئيس الروسي فلاديمير بوتين أمس. ";
    String said = "وقال الرئيس الروسي إن العملية انتهت أمس بنجاح.";
    assertEquals("Q7747", FactTexts.facts(one + said).quotes().get(0).entityId());
    String two = "وكان الرئيس الروسي دميتري ميدفيديف في استقباله. ";
    assertNull(FactTexts.facts(one + two + said).quotes().get(0).entityId());
  }

  @Test
  void aSpeakersNameMayStandBehindHisPlace() {
    assertEquals(
        List.of("المتحدث الرسمي للهلال الأحمر بالباحة عماد الزهراني"),
        speakers(
            "وأوضح المتحدث الرسمي للهلال الأحمر بالباحة عماد الزهراني، أن الفرق باشرت الحادث."));
    assertEquals(
        List.of("المتحدث الإعلامي في المنطقة الشرقية الرائد محمد بن حسن الشهري"),
        speakers(
            "وقال المتحدث الإعلامي في المنطقة الشرقية الرائد محمد بن حسن الشهري إن الفرق باشرت الحادث سريعا."));
    assertEquals(
        List.of("الناطق الرسمي باسم وزارة الداخلية محمد علي العروي"),
        speakers(
            "وأكد الناطق الرسمي باسم وزارة الداخلية، محمد علي العروي في تصريح للإذاعة أن الوضع في البلاد هادئ."));
    assertEquals(
        List.of("المدير الجهوي للصحة بالمهدية يوسف صولا"),
        speakers("أكد المدير الجهوي للصحة بالمهدية، يوسف صولا اليوم أن الوضع في الجهة مستقر."));
    assertEquals(
        List.of("رئيس الحكومة المؤقتة مهدي جمعة"),
        speakers(
            "قال رئيس الحكومة المؤقتة، مهدي جمعة لوكالة الأنباء إن الانتخابات ستجرى في موعدها المحدد."));
    assertEquals(
        List.of("وزير الخارجية"),
        speakers("وقال وزير الخارجية في مؤتمر صحفي مع جون كيري إن المحادثات انتهت أمس."));
    assertEquals(
        List.of("وزير الخارجية"),
        speakers("وقال وزير الخارجية بعد لقاء جون كيري إن المحادثات انتهت أمس."));
  }

  @Test
  void whoSpeaksForSomebodyIsNotHe() {
    Quote quote =
        FactTexts.facts("قال المتحدث باسم بشار الأسد إن الحرب ستنتهي هذا العام.").quotes().get(0);
    assertEquals("المتحدث باسم بشار الأسد", quote.speaker());
    assertNull(quote.entityId());
  }

  @Test
  void thePersonBeforeWhatIsSaidBearsTheTitle() {
    assertEquals(
        List.of("قائد الكتيبة المسؤولة عن تأمين الحدود الرئيس بشار الأسد"),
        speakers(
            "قال قائد الكتيبة المسؤولة عن تأمين الحدود الرئيس بشار الأسد، إن الحرب ستنتهي هذا العام."));
    assertEquals(
        List.of("المشرف على الفعاليات المصاحبة بشار الأسد"),
        speakers("وأشار المشرف على الفعاليات المصاحبة بشار الأسد إلى أن الحرب ستنتهي هذا العام."));
    assertEquals(
        List.of("مصدر مقرب"), speakers("قال مصدر مقرب من بشار الأسد إن الحرب ستنتهي هذا العام."));
  }

  private static List<String> speakers(String body) {
    return FactTexts.facts(body).quotes().stream().map(Quote::speaker).toList();
  }

  @Test
  void theSubjectIsCarriedOn() {
    assertEquals(
        List.of(
            "Q7747 قال العملية انتهت أمس بنجاح",
            "Q7747 أضاف الجنود سيعودون إلى بلادهم",
            "Q7747 مشير الطريق ما زال طويلا"),
        quotes(
            "قال فلاديمير بوتين إن العملية انتهت أمس بنجاح. وأضاف أن الجنود سيعودون إلى بلادهم،"
                + " مشيرا إلى أن الطريق ما زال طويلا."));
  }

  @Test
  void aVerbOfTheOtherGenderIsNotTheLastSpeakers() {
    assertEquals(
        List.of("Q7747 قال العملية انتهت أمس بنجاح"),
        quotes("قال فلاديمير بوتين إن العملية انتهت أمس بنجاح. وأضافت أن الجنود سيعودون غدا."));
  }

  @Test
  void wordsInQuotationMarksAreDirect() {
    assertEquals(
        List.of("Q7747 قال «سنعود إلى بلادنا قريبا. والطريق طويل"),
        quotes("وقال بوتين: \"سنعود إلى بلادنا قريبا. والطريق طويل\". ثم غادر القاعة."));
    assertEquals(
        List.of("Q7747 أضاف «سنعود إلى بلادنا قريبا جدا"),
        quotes("وأضاف بوتين في تصريح صحفي «سنعود إلى بلادنا قريبا جدا»."));
  }

  @Test
  void aRelayedSpeakerIsNotTheAgency() {
    assertEquals(
        List.of("Q7747 نقل العملية انتهت أمس بنجاح"),
        quotes("نقلت وكالة سانا عن فلاديمير بوتين قوله إن العملية انتهت أمس بنجاح."));
  }

  @Test
  void aSourceSpeaksTheRestOfTheSentence() {
    assertEquals(
        List.of("null حسب قتل ثلاثة جنود في هجوم على الحاجز"),
        quotes("قتل ثلاثة جنود في هجوم على الحاجز، بحسب مصدر أمني."));
    assertEquals(List.of(), quotes("أجري الفحص وفقا للقانون المعمول به في البلاد."));
  }

  @Test
  void aHeadlinesColonAnnouncesWords() {
    assertEquals(
        List.of("Q7747 : «الجنود يعودون إلى بلادهم"),
        quotes("بوتين: الجنود يعودون إلى بلادهم", ""));
    assertEquals(List.of(), quotes("دمشق: الجنود يعودون إلى بلادهم", ""));
    String about = "وكالة سانا: الجنود يعودون إلى بلادهم";
    assertEquals(List.of(), quotes(about, "عاد الجنود أمس."));
    assertEquals(2, quotes(about, "وقالت وكالة سانا إن الجنود عادوا أمس إلى البلاد.").size());
  }

  @Test
  void whoWasToldDoesNotSpeak() {
    Quote quote =
        FactTexts.facts("وقال لوكالة سانا مصدر أمني إن الهجوم وقع صباح أمس.").quotes().get(0);
    assertEquals("مصدر أمني", quote.speaker());
    assertEquals("بشار الأسد", speaker("قال بشار الأسد للصحفيين إن الحرب ستنتهي هذا العام."));
    assertEquals(
        "مستشارة الرئيس بشار الأسد للشؤون الإعلامية بثينة شعبان",
        speaker(
            "وقالت مستشارة الرئيس بشار الأسد للشؤون الإعلامية بثينة شعبان إن الحرب ستنتهي هذا العام."));
    assertEquals("مصدر أمني", speaker("قال مصدر أمني لوكالة سانا إن الحرب ستنتهي هذا العام."));
    assertEquals(
        "المدير العام لوكالة سانا",
        speaker("قال المدير العام لوكالة سانا إن الحرب ستنتهي هذا العام."));
  }

  private static String speaker(String text) {
    return FactTexts.facts(text).quotes().get(0).speaker();
  }

  @Test
  void aSubjectMayStandBeforeItsVerb() {
    assertEquals(
        List.of("Q7747 أعلن العملية انتهت في الشمال"),
        quotes("وكان فلاديمير بوتين قد أعلن أن العملية انتهت في الشمال."));
  }

  @Test
  void wordsWithoutASpeakerAreNobodys() {
    assertEquals(List.of(), quotes("وأضاف أن الجنود سيعودون إلى بلادهم قريبا."));
    assertEquals(List.of(), quotes("يقال إن الجنود سيعودون إلى بلادهم قريبا."));
  }
}

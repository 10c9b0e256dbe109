package org.marsad.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TitlesTest {
  private static List<String> titles(String body) {
    return FactTexts.titles(body, "فلان");
  }

  @Test
  void aTitleStandsBeforeTheName() {
    assertEquals(List.of("الرئيس السوري"), titles("والتقى الرئيس السوري فلان"));
    assertEquals(List.of("الرئيس السوري"), titles("قدم رسالة للرئيس السوري فلان"));
    assertEquals(List.of("وزير الدفاع الروسي"), titles("مع وزير الدفاع الروسي فلان"));
    assertEquals(List.of("رئيس مجلس الوزراء"), titles("قال رئيس مجلس الوزراء فلان"));
    assertEquals(List.of("نائب الرئيس الأميركي"), titles("وقال نائب الرئيس الأميركي فلان"));
  }

  @Test
  void aFormOfAddressGoesWithAnotherTitle() {
    assertEquals(List.of("وزير الدفاع", "الأمير"), titles("وقال وزير الدفاع الأمير فلان"));
  }

  @Test
  void anAddressOfTwoWordsEndsTheTitleBefore() {
    assertEquals(
        List.of("نائب الرئيس", "صاحب السمو الملكي", "الأمير"),
        titles("استقبل نائب الرئيس صاحب السمو الملكي الأمير فلان"));
    assertEquals(
        List.of("صاحب السمو الملكي", "الأمير"),
        titles("التقى وزير الداخلية وصاحب السمو الملكي الأمير فلان"));
    assertEquals(
        List.of("أمير منطقة الرياض", "سمو الأمير"),
        titles("دشن أمير منطقة الرياض سمو الأمير فلان"));
  }

  @Test
  void aDeputyIsNotWhomHeStandsFor() {
    assertEquals(
        List.of("نائب رئيس الجمهورية العراقية"), titles("قال نائب رئيس الجمهورية العراقية فلان"));
    assertEquals(List.of("وكيل محافظ شبوة"), titles("وأكد وكيل محافظ شبوة فلان"));
    assertEquals(List.of("مدير مكتب رئيس الجمهورية"), titles("وصل مدير مكتب رئيس الجمهورية فلان"));
    assertEquals(List.of(), titles("زار مكتب رئيس الجمهورية فلان"));
    assertEquals(List.of("وزير الدفاع"), titles("قال رئيس اللجنة ووزير الدفاع فلان"));
    assertEquals(List.of("الرئيس السوري"), titles("قدم رسالة للرئيس السوري فلان"));
  }

  @Test
  void anAdjectiveOfTheWordBeforeIsNoTitleByItself() {
    assertEquals(
        List.of("المتحدث الإعلامي لشرطة المنطقة"),
        titles("قال المتحدث الإعلامي لشرطة المنطقة فلان"));
    assertEquals(
        List.of("رئيس المكتب السياسي للحركة"), titles("قال رئيس المكتب السياسي للحركة فلان"));
    assertEquals(List.of(), titles("زار المكتب السياسي للحركة فلان"));
    assertEquals(List.of("السياسي الكويتي"), titles("قال السياسي الكويتي فلان"));
    assertEquals(List.of("الإعلامي"), titles("قال الدكتور الإعلامي فلان"));
  }

  @Test
  void aTitleStandsBehindTheName() {
    assertEquals(List.of("وزير الدفاع الروسي"), titles("قال فلان، وزير الدفاع الروسي، إن"));
    assertEquals(List.of(), titles("حضر فلان، وزير الدفاع بشار الأسد وغيرهم"));
  }

  @Test
  void aTeamIsNoRank() {
    assertEquals(List.of("الفريق"), titles("وأكد الفريق فلان"));
    assertEquals(List.of("الفريق أول"), titles("وأكد الفريق أول فلان"));
    assertEquals(List.of("مدرب الفريق"), titles("وأكد مدرب الفريق فلان"));
    assertEquals(List.of("الفريق"), titles("اجتمع الوزير مع الفريق فلان"));
    assertEquals(List.of("الفريق"), titles("خلال زيارة الفريق فلان"));
    assertEquals(List.of(), titles("وفاز على فريق فلان"));
    assertEquals(List.of(), titles("وسجل للفريق فلان"));
    assertEquals(List.of(), titles("واستعد الفريق الأولمبي فلان"));
  }

  @Test
  void aKnownOrganizationIsNoTitle() {
    assertEquals(List.of(), FactTexts.facts("وانتقل إلى النجم الساحلي حمدي النقاز أمس").titles());
    assertEquals(1, FactTexts.facts("وانتقل النجم حمدي النقاز أمس").titles().size());
  }

  @Test
  void aVerbIsNoTitle() {
    assertEquals(List.of(), titles("قال فلان"));
    assertEquals(List.of(), titles("في القاعة فلان"));
  }
}

package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrthographyTest {

  @Test
  void presentationFormsAreResolved() {
    assertEquals("لا", Orthography.clean("ﻻ"));
    assertEquals("الله", Orthography.clean("ﷲ"));
    assertEquals("محمد", Orthography.clean("ﻣﺤﻤﺪ"));
  }

  @Test
  void combiningHamzasComposeWithTheirLetter() {
    assertEquals("أحمد", Orthography.clean("ا\u0654حمد"));
    assertEquals("إيران", Orthography.clean("ا\u0655يران"));
    assertEquals("آسيا", Orthography.clean("ا\u0653سيا"));
  }

  @Test
  void cleanTextIsReturnedAsItIs() {
    String text = "وزير الدفاع";
    assertSame(text, Orthography.clean(text));
  }

  @Test
  void lettersAreToldFromSigns() {
    assertTrue(Orthography.isArabicLetter('ب'));
    assertTrue(Orthography.isArabicLetter(0xFE8F));
    assertTrue(Orthography.isArabicLetter('گ'));
    assertFalse(Orthography.isArabicLetter('٤'));
    assertFalse(Orthography.isArabicLetter('ـ'));
    assertFalse(Orthography.isArabicLetter('،'));
    assertFalse(Orthography.isArabicLetter('b'));
    assertFalse(Orthography.isArabicLetter(0x1F600));
  }

  @Test
  void everyLetterHasADisplayFormAndAKey() {
    for (char c = 0; c < 0xFFFF; c++) {
      if (Orthography.isArabicLetter(c)) {
        String letter = String.valueOf(c);
        assertFalse(
            Orthography.clean(letter).isEmpty(), () -> Integer.toHexString(letter.charAt(0)));
        assertFalse(
            Orthography.fold(letter).isEmpty(), () -> Integer.toHexString(letter.charAt(0)));
      }
    }
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll("arabic") String text) {
    String once = Orthography.fold(text);
    assertEquals(once, Orthography.fold(once));
  }

  @Property
  void cleaningTwiceChangesNothing(@ForAll("arabic") String text) {
    String once = Orthography.clean(text);
    assertEquals(once, Orthography.clean(once));
  }

  @Property
  void theKeyOfTheDisplayFormIsTheKey(@ForAll("arabic") String text) {
    assertEquals(Orthography.fold(text), Orthography.fold(Orthography.clean(text)));
  }

  @Property
  void noForbiddenCharacterSurvives(@ForAll("arabic") String text) {
    String clean = Orthography.clean(text);
    for (char c : clean.toCharArray()) {
      assertFalse(CharTypes.isMark(c), () -> Integer.toHexString(c));
      assertFalse(c >= 0xFE70 && c <= 0xFEFC, () -> Integer.toHexString(c));
      assertFalse("یکٱےۃہ".indexOf(c) >= 0, () -> Integer.toHexString(c));
    }
    for (char c : Orthography.fold(text).toCharArray()) {
      assertFalse("أإآٱىةؤئگپچڤ٤۴".indexOf(c) >= 0, () -> Integer.toHexString(c));
    }
  }

  @Provide
  Arbitrary<String> arabic() {
    return Arbitraries.strings()
        .withCharRange('\u0600', '\u06FF')
        .withCharRange('\u08A0', '\u08FF')
        .withCharRange('\u2000', '\u2070')
        .withCharRange('\uFB50', '\uFDFB')
        .withCharRange('\uFE70', '\uFEFF')
        .withCharRange(' ', '~')
        .ofMaxLength(40);
  }
}

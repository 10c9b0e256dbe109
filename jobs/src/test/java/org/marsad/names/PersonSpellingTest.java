package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.arabic.LexiconFiles;

class PersonSpellingTest {
  private static final LexiconFiles FILES = LexiconFiles.bundled();
  private static final PersonSpelling SPELLING = new PersonSpelling(NameWords.read(FILES));

  private static String key(String name) {
    return SPELLING.key(Words.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "كريستيان جروس, كرستيان غروس",
    "بيدرو رودريغيز, بيدرو رودريجز",
    "ثيودور روزفلت, تيودور روزفلت",
    "جوزيه قوميز, جوزيه غوميز",
    "أنطوني فوكس, أنتوني فوكس",
    "مانويل بيليجريني, مانويل بليغريني"
  })
  void spellingsOfOneForeignNameHaveOneKey(String one, String other) {
    assertNotNull(key(one));
    assertEquals(key(one), key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "كارولين بليسكوفا, كارولينا بليسكوفا",
    "جيمس كلارك, توماس كلارك",
    "ستيفن ماير, ستيفاني ماير",
    "بول كلينتون, بيل كلينتون",
    "ماريون لوبان, مارين لوبان",
    "بيتر كلارك, بيتر كلاك"
  })
  void otherNamesHaveOtherKeys(String one, String other) {
    assertNotEquals(key(one), key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "فيصل الخراع, فيصل خراع",
    "عبد الله الصبيحي, عبدالله صبيحي",
    "محمد بن علي البوغديري, محمد بن علي بوغديري"
  })
  void aFamilyIsOneWithItsArticleAndWithout(String one, String other) {
    assertEquals(key(one), key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "محمد حسن, محمد الحسن",
    "محمد حسن, محمد حسين",
    "محمد علي, محمد العلي",
    "خالد بن كريستيان, خالد بن كرستيان"
  })
  void arabicNamesKeepTheirLettersAndGivenNamesTheirArticle(String one, String other) {
    assertNotEquals(key(one), key(other));
  }

  @Test
  void aSingleNameHasNone() {
    assertNull(key("كريستيان"));
    assertNull(key("الثنيان"));
  }

  @Test
  void aListedPersonIsFoundWithTheArticleAndWithout() {
    PersonSpelling spelling = new PersonSpelling(NameWords.read(FILES));
    Candidate maliki = person("maliki", "نوري المالكي");
    spelling.add(Words.of("نوري المالكي"), maliki);
    List<String> words = Words.of("نوري مالكي");
    assertEquals(maliki, spelling.find(spelling.key(words), words));
  }

  @Test
  void aSpellingOfAListedNameIsThatPersonAndOneOfTwoIsNobody() {
    Candidate lopez = person("lopez", "جنيفر لوبيز");
    PersonSpelling spelling = new PersonSpelling(NameWords.read(FILES));
    spelling.add(Words.of("جنيفر لوبيز"), lopez);
    spelling.add(Words.of("جينيفير لوبيز"), lopez);
    List<String> words = Words.of("جينيفر لوبيز");
    String key = SPELLING.key(words);
    assertEquals(lopez, spelling.find(key, words));
    spelling.add(Words.of("جنيفر لوبيز"), person("other", "جنيفر لوبيز"));
    assertNull(spelling.find(key, words));
    spelling.add(Words.of("جنيفر لوبيز"), lopez);
    assertNull(spelling.find(key, words));
  }

  @Test
  void anotherVowelIsAnotherFirstNameBesideAFamousOne() {
    PersonSpelling spelling = new PersonSpelling(NameWords.read(FILES));
    spelling.add(Words.of("غوردون براون"), person("brown", "غوردون براون"));
    List<String> other = Words.of("جوردان براون");
    assertEquals(key("غوردون براون"), SPELLING.key(other));
    assertNull(spelling.find(SPELLING.key(other), other));
    List<String> same = Words.of("جوردن براون");
    assertNotNull(spelling.find(SPELLING.key(same), same));
  }

  private static Candidate person(String id, String name) {
    Entity entity = new Entity(id, EntityType.PERSON, "", "", name, "");
    return new Candidate(entity, 0, Candidate.How.SPELLING, 0);
  }
}

package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.arabic.LexiconFiles;

class ForeignSpellingTest {
  private static final LexiconFiles FILES = LexiconFiles.bundled();
  private static final ForeignSpelling SPELLING = new ForeignSpelling(NameWords.read(FILES));

  private static String key(String name) {
    return SPELLING.key(Words.of(name));
  }

  @ParameterizedTest
  @CsvSource({
    "كريستيان جروس, كرستيان غروس",
    "بيدرو رودريغيز, بدرو رودريجيز",
    "ثيودور روزفلت, تيودور روزفلت",
    "جوزيه قوميز, جوزيه غوميز",
    "أنطوني فوكس, أنتوني فوكس",
    "إدي ردماين, إيدي ريدماين"
  })
  void spellingsOfOneForeignNameHaveOneKey(String one, String other) {
    assertNotNull(key(one));
    assertEquals(key(one), key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "كارولين بليسكوفا, كارولينا بليسكوفا",
    "جيمس كلارك, توماس كلارك",
    "بيتر كلارك, بيتر كلاك"
  })
  void otherNamesHaveOtherKeys(String one, String other) {
    assertNotEquals(key(one), key(other));
  }

  @ParameterizedTest
  @CsvSource({"محمد حسين", "سعود الدوسري", "خالد بن كريستيان", "واين روني", "كريستيان"})
  void arabicShortAndSingleNamesHaveNone(String name) {
    assertNull(key(name));
  }

  @Test
  void aSpellingOfAListedNameIsThatPersonAndOneOfTwoIsNobody() {
    Candidate lopez = person("lopez", "جنيفر لوبيز");
    ForeignSpelling spelling = new ForeignSpelling(NameWords.read(FILES));
    spelling.add(Words.of("جنيفر لوبيز"), lopez);
    spelling.add(Words.of("جينيفير لوبيز"), lopez);
    String key = key("جينيفر لوبز");
    assertEquals(lopez, spelling.find(key));
    spelling.add(Words.of("جنيفر لوبيز"), person("other", "جنيفر لوبيز"));
    assertNull(spelling.find(key));
    spelling.add(Words.of("جنيفر لوبيز"), lopez);
    assertNull(spelling.find(key));
  }

  private static Candidate person(String id, String name) {
    Entity entity = new Entity(id, EntityType.PERSON, "", "", name, "");
    return new Candidate(entity, 0, Candidate.How.SPELLING, 0);
  }
}

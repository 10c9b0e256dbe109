package org.marsad.names;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.LexiconFiles;

/** A lexicon of a few rows, so that the rules are tested and not the lexicon. */
final class TestLexicon {
  private static final String ENTITIES =
      """
      entity_id|type|kind|country|name|name_en|variants
      Q858|LOCATION|country|SY|سوريا|Syria|سورية
      Q851|LOCATION|country|SA|السعودية|Saudi Arabia|المملكة العربية السعودية
      Q159|LOCATION|country|RU|روسيا|Russia|
      Q794|LOCATION|country|IR|إيران|Iran|
      Q43|LOCATION|country|TR|تركيا|Turkey|
      Q30|LOCATION|country|US|الولايات المتحدة|United States|أميركا
      Q649|LOCATION|capital|RU|موسكو|Moscow|
      Q3766|LOCATION|capital|SY|دمشق|Damascus|
      Q1520|LOCATION|capital|KZ|أستانة|Astana|أستانا;آستانة
      idlib|LOCATION|city|SY|إدلب|Idlib|
      homs|LOCATION|city|SY|حمص|Homs|
      ghouta|LOCATION|region|SY|الغوطة الشرقية|Eastern Ghouta|
      deir|LOCATION|city|SY|دير الزور|Deir ez-Zor|
      raqqa|LOCATION|city|SY|الرقة|Raqqa|
      mayadin|LOCATION|city|SY|?الميادين|Mayadin|
      anatolia|LOCATION|region|TR|الأناضول|Anatolia|
      sadat-city|LOCATION|city|EG|مدينة السادات|Sadat City|?السادات
      abudhabi|LOCATION|capital|AE|أبو ظبي|Abu Dhabi|
      assad|PERSON|head_of_state|SY|بشار الأسد|Bashar al-Assad|?الأسد
      shoigu|PERSON|minister|RU|سيرغي شويغو|Sergei Shoigu|شويغو;شويجو
      Q7747|PERSON|head_of_state|RU|فلاديمير بوتين|Vladimir Putin|بوتين
      sadat|PERSON|head_of_state|EG|أنور السادات|Anwar Sadat|?السادات
      salman|PERSON|head_of_state|SA|سلمان بن عبدالعزيز|King Salman|الملك سلمان
      annan|PERSON|international_official|GH|كوفي عنان|Kofi Annan|
      Q1065|ORGANIZATION|igo||الأمم المتحدة|United Nations|
      daesh|ORGANIZATION|armed_group||تنظيم الدولة الإسلامية|Islamic State|داعش;?الدولة الإسلامية
      sdf|ORGANIZATION|armed_group|SY|قوات سورية الديمقراطية|SDF|
      sana|ORGANIZATION|agency|SY|وكالة سانا|SANA|سانا
      anadolu|ORGANIZATION|agency|TR|وكالة الأناضول|Anadolu Agency|?الأناضول
      mfa-kz|ORGANIZATION|ministry|KZ|وزارة الخارجية الكازاخستانية|Kazakhstan MFA|
      mod-ru|ORGANIZATION|ministry|RU|وزارة الدفاع الروسية|Russia MoD|
      """;

  private static final String TRIGGERS =
      """
      word|use|type|example
      رئيس|title_before_person|PERSON|الرئيس الأسد
      وزير|title_before_person|PERSON|الوزير شويغو
      ملك|title_before_person|PERSON|الملك سلمان
      مدينة|loc_head|LOCATION|مدينة الميادين
      تنظيم|org_head|ORGANIZATION|تنظيم الدولة الإسلامية
      """;

  private static final String NATIONALITIES =
      """
      country|masc|fem|plural|of
      SY|سوري|سورية|سوريون|سوريا
      SA|سعودي|سعودية|سعوديون|السعودية
      RU|روسي|روسية|روس|روسيا
      """;

  private static final String GIVEN =
      """
      name|gender|origin|ambiguous
      بشار|m|ar|0
      ماهر|m|ar|0
      محمد|m|ar|0
      آن|f|foreign|0
      """;

  private static final String SURNAMES = "name|origin|ambiguous\nالأسد|ar|1\n";
  private static final String OVERRIDES = "action|surface|entity_id|example\n";

  /** No model either: an empty file. */
  static final LexiconFiles FILES =
      LexiconFiles.bundled()
          .replace(NameModel.FILE, new byte[0])
          .replace(EntityLexicon.FILE, table(ENTITIES))
          .replace(Triggers.FILE, table(TRIGGERS))
          .replace(Nationalities.FILE, table(NATIONALITIES))
          .replace(NameWords.GIVEN_FILE, table(GIVEN))
          .replace(NameWords.SURNAMES_FILE, table(SURNAMES))
          .replace(Overrides.FILE, table(OVERRIDES));

  static final NameTagger TAGGER = NameTagger.load(FILES);

  private TestLexicon() {}

  static NameTagger withOverride(String row) {
    return NameTagger.load(FILES.replace(Overrides.FILE, table(OVERRIDES + row + "\n")));
  }

  static List<Mention> mentions(NameTagger tagger, String body) {
    return tagger.tag("", List.of(), body, ArabicAnalyzer.bundled().analyze(body));
  }

  /** {@code surface=id} for each mention. */
  static List<String> tag(String body) {
    return tag(TAGGER, body);
  }

  static List<String> tag(NameTagger tagger, String body) {
    return mentions(tagger, body).stream()
        .map(m -> String.format(Locale.ROOT, "%s=%s", m.surface(), m.entityId()))
        .toList();
  }

  static byte[] table(String rows) {
    return rows.replace('|', '\t').replace(';', '|').getBytes(StandardCharsets.UTF_8);
  }
}

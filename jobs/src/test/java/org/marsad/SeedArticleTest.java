package org.marsad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marsad.run.PublishedTables;

/** What the seed article says must come out right, a fact a line. */
class SeedArticleTest {
  private static Row article;
  private static List<Row> mentions;

  @BeforeAll
  static void findTheSeed() {
    PublishedTables.register(SparkFixture.spark(), Warehouses.sample());
    article =
        Warehouses.table(Warehouses.sample(), "articles")
            .where("title = 'وزير الدفاع الروسي التقى الأسد وبحث التعاون العسكري'")
            .first();
    mentions = rows("entity_mentions").collectAsList();
  }

  @Test
  void onePlaceIsWrittenTwoWays() {
    assertEquals(1, ids("أستانا", "استانا").size());
    assertEquals("LOCATION", type("أستانا"));
  }

  @Test
  void onePersonIsNamedShortAndFull() {
    assertEquals(1, ids("الأسد", "بشار الأسد").size());
    assertEquals(1, ids("شويغو", "سيرغي شويغو").size());
    assertEquals("PERSON", type("بشار الأسد"));
    assertEquals("PERSON", type("شويغو"));
  }

  @Test
  void aPresidentIsFoundBehindHisTitle() {
    assertEquals("PERSON", type("فلاديمير بوتين"));
    assertTrue(surfaces().stream().noneMatch(s -> s.contains("الرئيس")));
  }

  @Test
  void oneOrganisationIsFoundWithAndWithoutQuotes() {
    assertEquals("ORGANIZATION", type("داعش"));
    assertEquals(1, ids("داعش").size());
    assertEquals(3, mentions.stream().filter(m -> surface(m).equals("داعش")).count());
  }

  @Test
  void organisationsAreFound() {
    for (String name :
        List.of(
            "سانا",
            "وزارة الخارجية الكازاخستانية",
            "قوات سورية الديمقراطية",
            "وزارة الدفاع الروسية",
            "الأناضول")) {
      assertEquals("ORGANIZATION", type(name), name);
    }
  }

  @Test
  void placesAreFound() {
    for (String name :
        List.of(
            "سورية",
            "روسيا",
            "إيران",
            "تركيا",
            "موسكو",
            "دمشق",
            "إدلب",
            "حمص",
            "الغوطة الشرقية",
            "دير الزور",
            "الرقة",
            "الولايات المتحدة")) {
      assertEquals("LOCATION", type(name), name);
    }
  }

  @Test
  void nationalitiesAreNoNames() {
    for (String word : List.of("السوري", "الروسي", "السورية", "الروسية", "الكازاخستانية")) {
      assertFalse(surfaces().contains(word), word);
    }
  }

  @Test
  void aTypingSlipIsTheSamePlace() {
    assertEquals(1, ids("دير الزور", "دور الزور").size());
  }

  @Test
  void theDatelineIsNoSentence() {
    List<Row> first =
        rows("tokens")
            .where("field = 'body' and surface in ('وكالات', 'افتتحت')")
            .orderBy("position")
            .collectAsList();
    assertEquals(first.get(0).<Integer>getAs("sentence"), first.get(1).<Integer>getAs("sentence"));
  }

  @Test
  void theHeadlineThatStandsTwiceCountsOnce() {
    assertFalse(article.<String>getAs("body").contains(article.<String>getAs("title")));
  }

  @Test
  void aQuantityIsNotTwoTerms() {
    List<Row> quantity =
        rows("tokens")
            .where("surface in ('37', 'المئة') and field = 'body'")
            .orderBy("position")
            .collectAsList();
    assertEquals(2, quantity.size());
    quantity.forEach(token -> assertTrue(token.<Boolean>getAs("is_stop"), token.toString()));
  }

  @Test
  void theMinisterAndThePresidentStandTogetherInASentenceAndDamascusWithBoth() {
    String shoigu = ids("شويغو").first();
    String assad = ids("الأسد").first();
    String damascus = ids("دمشق").first();
    assertTrue(together(shoigu, assad));
    assertTrue(together(damascus, assad));
    assertTrue(together(damascus, shoigu));
  }

  @Test
  void theDateComesFromBesideTheFile() {
    assertEquals("2017-09-14", article.getAs("published_on").toString());
    assertEquals("sidecar", article.getAs("date_origin"));
  }

  @Test
  void noLemmaIsAStemThatIsNoWord() {
    Set<String> lemmas = new TreeSet<>();
    rows("tokens").select("lemma").collectAsList().forEach(r -> lemmas.add(r.getString(0)));
    for (String stem : List.of("بوت", "اشنطن", "زير", "لبن", "سوري ا")) {
      assertFalse(lemmas.contains(stem), stem);
    }
    assertTrue(lemmas.containsAll(List.of("وزير", "بوتين", "سورية", "قوة", "منطقة")), lemmas + "");
  }

  private static Dataset<Row> rows(String table) {
    return SparkFixture.spark()
        .table(table)
        .where("article_id = '" + article.getAs("article_id") + "'");
  }

  private static boolean together(String a, String b) {
    String first = a.compareTo(b) < 0 ? a : b;
    String second = a.compareTo(b) < 0 ? b : a;
    return !Warehouses.table(Warehouses.sample(), "entity_cooccurrence")
        .where("level = 'sentence'")
        .where("entity_a = '" + first + "' and entity_b = '" + second + "'")
        .isEmpty();
  }

  private static String surface(Row mention) {
    return mention.getAs("surface");
  }

  private static Set<String> surfaces() {
    Set<String> all = new TreeSet<>();
    mentions.forEach(m -> all.add(surface(m)));
    return all;
  }

  private static TreeSet<String> ids(String... surfaces) {
    TreeSet<String> ids = new TreeSet<>();
    for (String wanted : surfaces) {
      List<String> found =
          mentions.stream()
              .filter(m -> surface(m).equals(wanted))
              .map(m -> m.<String>getAs("entity_id"))
              .toList();
      assertFalse(found.isEmpty(), wanted + " is not found among " + surfaces());
      ids.addAll(found);
    }
    return ids;
  }

  private static String type(String wanted) {
    return mentions.stream()
        .filter(m -> surface(m).equals(wanted))
        .map(m -> m.<String>getAs("type"))
        .findFirst()
        .orElse("not found among " + surfaces());
  }
}

package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an editor sees in the first article Marsad was given. */
class SeedArticleTest {
  private static List<Mention> mentions;

  @BeforeAll
  static void tag() throws IOException {
    Path seeds = Path.of(System.getProperty("marsad.home", ".."), "seeds");
    try (Stream<Path> files = Files.list(seeds)) {
      Path seed = files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().get();
      mentions = TestLexicon.mentions(TestLexicon.TAGGER, Files.readString(seed));
    }
  }

  private static Set<String> surfaces(String id) {
    return mentions.stream()
        .filter(m -> m.entityId().equals(id))
        .map(Mention::surface)
        .collect(Collectors.toSet());
  }

  @Test
  void eachNameIsOneEntityHoweverItIsWritten() {
    assertEquals(Set.of("أستانا", "استانا"), surfaces("Q1520"));
    assertEquals(Set.of("الأسد", "بشار الأسد"), surfaces("assad"));
    assertEquals(Set.of("شويغو", "سيرغي شويغو"), surfaces("shoigu"));
    assertEquals(Set.of("فلاديمير بوتين"), surfaces("Q7747"));
    assertEquals(Set.of("داعش"), surfaces("daesh"));
    assertEquals(Set.of("دير الزور", "دور الزور"), surfaces("deir"));
  }

  @Test
  void organisationsAndPlacesAreFound() {
    for (String id : List.of("sana", "mfa-kz", "sdf", "mod-ru", "anadolu")) {
      assertFalse(surfaces(id).isEmpty(), id);
    }
    for (String id :
        List.of("Q858", "Q159", "Q794", "Q43", "Q649", "Q3766", "idlib", "homs", "ghouta")) {
      assertFalse(surfaces(id).isEmpty(), id);
    }
    assertFalse(surfaces("raqqa").isEmpty());
    assertFalse(surfaces("Q30").isEmpty());
  }

  @Test
  void nationalitiesAreNoNames() {
    assertTrue(mentions.stream().noneMatch(m -> m.surface().matches("السوري|الروسي|السورية")));
  }

  @Test
  void assadAndShoiguShareASentenceAndDamascusToo() {
    assertTrue(
        mentions.stream()
            .collect(
                Collectors.groupingBy(
                    Mention::sentence, Collectors.mapping(Mention::entityId, Collectors.toSet())))
            .values()
            .stream()
            .anyMatch(ids -> ids.containsAll(Set.of("assad", "shoigu", "Q3766"))));
  }
}

package org.marsad.arabic;

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
import org.junit.jupiter.api.Test;

/** The article in {@code seeds/}, read as the job reads it. */
class SeedArticleTest {
  private static String text() throws IOException {
    Path seeds = Path.of(System.getProperty("marsad.home", ".."), "seeds");
    try (Stream<Path> files = Files.list(seeds)) {
      Path article = files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().get();
      return Files.readString(article);
    }
  }

  private static List<Token> tokens() throws IOException {
    return Examples.ANALYZER.analyze(text());
  }

  @Test
  void noLemmaIsAMangledName() throws IOException {
    Set<String> lemmas = tokens().stream().map(Token::lemma).collect(Collectors.toSet());
    for (String mangled : List.of("بوت", "اشنطن", "زير", "شق", "يران", "ستانا", "لاديمير")) {
      assertFalse(lemmas.contains(mangled), mangled);
    }
    for (String word : List.of("بوتين", "وزير", "إيران", "روسيا", "تركيا", "دمشق", "محادثة")) {
      assertTrue(lemmas.contains(word), word);
    }
  }

  @Test
  void bothSpellingsOfAstanaAreOneLemma() throws IOException {
    Set<String> lemmas =
        tokens().stream()
            .filter(t -> Orthography.fold(t.surface()).equals("استانا"))
            .map(Token::lemma)
            .collect(Collectors.toSet());
    assertEquals(1, lemmas.size(), lemmas.toString());
  }

  @Test
  void theQuantityIsNoTerm() throws IOException {
    List<Token> tokens = tokens();
    int at = tokens.stream().map(Token::surface).toList().indexOf("37");
    assertTrue(tokens.subList(at, at + 3).stream().allMatch(Token::stop));
  }

  @Test
  void theDatelineIsMarkedAndNoSentence() throws IOException {
    String paragraph = text().lines().filter(l -> l.startsWith("استانا")).findFirst().get();
    assertEquals("استانا – وكالات: ".length(), Sentences.datelineEnd(paragraph));
    List<Token> tokens = Examples.ANALYZER.analyze(paragraph);
    assertEquals(0, tokens.get(tokens.size() - 1).sentence());
  }
}

package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.arabic.ArabicAnalyzer;
import org.marsad.arabic.Token;
import org.marsad.names.Mention;
import org.marsad.names.NameTagger;

class BylinesTest {
  private static final String NEWS = "أعلنت وزارة التعليم مواعيد الاختبارات في جميع المناطق.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "حاتم النجيمي – الرياض\n",
        "حاتم النجيمي – عين اليوم\n",
        "Next Previous حاتم النجيمي – الطائف\n",
        "الرياض - حاتم النجيمي\n",
        "حاتم النجيمي- سبق- جدة: ",
        "حاتم النجيمي- سبق: ",
        "الرياض - حاتم النجيمي ",
        "حاتم النجيمي – الرياض ",
        "حاتم النجيمي\n"
      })
  void authorsStandBeforeTheText(String before) {
    assertEquals(List.of("حاتم النجيمي"), authors(before + NEWS), before);
  }

  @Test
  void aPapersNameBehindAKnownNameTellsOfANamesake() {
    String known = "محمد صلاح";
    assertEquals(List.of(known), authors(known + " – عين اليوم\n" + NEWS));
    for (String other : List.of("القاهرة", "برشلونة", "الأمم المتحدة")) {
      assertEquals(List.of(), authors(known + " – " + other + "\n" + NEWS), other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "واشنطن - باراك أوباما: ",
        "قال حاتم النجيمي – وهو من سكان الرياض – إنه راض.\n",
        "التقى الوزير في الرياض - حاتم النجيمي: ",
        "الرياض - ",
        "القاهرة - حاتم النجيمي: ",
        "حاتم النجيمي – مدير المستشفى العام\n",
        "الرياض - حاتم النجيمي أكد أن الوضع جيد.\n",
        "حاتم النجيمي\nفهد المشهوري\n"
      })
  void newsIsNoByline(String before) {
    assertEquals(List.of(), authors(before + NEWS), before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"حاتم النجيمي\n", "\n\nحاتم النجيمي\n\n"})
  void aNameInTheLastLineIsTheAuthors(String name) {
    assertEquals(List.of("حاتم النجيمي"), authors(NEWS + "\n" + name));
    assertEquals(List.of(), authors(NEWS + "\nفهد المشهوري\n" + name), "a list");
    assertEquals(List.of(), authors(NEWS + " وقال حاتم النجيمي إنه راض.\n" + name), "a caption");
  }

  private static List<String> authors(String body) {
    List<Token> tokens = ArabicAnalyzer.bundled().analyze(body);
    List<Mention> names = NameTagger.bundled().tag("", List.of(), body, tokens);
    return Bylines.in(tokens, names, m -> m.entityId().equals("ms-ain-alyoum")).stream()
        .map(Mention::surface)
        .toList();
  }
}

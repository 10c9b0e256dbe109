package org.marsad.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawTextTest {
  @TempDir Path dir;

  @Test
  void titleAndTextOfAnArticleAreRead() {
    assertEquals(
        "عنوان\n\nنص \"مقتبس\"\nسطر",
        RawText.json(
            "{\"url\": \"x\", \"title\": \"عنوان\", \"n\": 3, \"text\": \"نص"
                + " \\\"مقتبس\\\"\\n\\u0633طر\", \"src\":\"y\"}"));
  }

  @Test
  void plainTextIsReadLineByLine() throws IOException {
    List<String> texts = new ArrayList<>();
    RawText.forEach(Files.writeString(dir.resolve("a.txt"), "سطر\n\nآخر\n"), texts::add);
    assertEquals(List.of("سطر", "آخر"), texts);
  }

  @Test
  void cliticsThatStandAloneJoinTheirWord() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("wikifane.txt"),
            "\uFEFFو\tO\r\nل\tO\r\n\u200Eالعراق\tB-Nation\r\nفي\tO\r\nهم\tO\r\n\t\r\n");
    GoldText text = GoldText.read(file, 5).get(0);
    assertEquals("وللعراق في هم \n", text.text());
    assertEquals(List.of(new GoldText.Span(0, 0, EntityType.LOCATION)), text.spans());
  }
}

package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiffCommandTest {
  private static final String RUN =
      "{\"batches\": [\"b1\"], \"window\": {}, \"analyser\": \"v\", \"settings\": {\"topics\": 0},"
          + " \"marsad\": \"1\", \"code\": \"c\", \"spark\": \"4\", \"previous_run\": \"r\"}";

  private static List<String> moved(String... fields) {
    ObjectNode newer = (ObjectNode) Manifest.parse(RUN);
    for (int i = 0; i < fields.length; i += 2) {
      newer.set(fields[i], Manifest.parse(fields[i + 1]));
    }
    return DiffCommand.causes(Manifest.parse(RUN), newer).stream()
        .filter(line -> !line.endsWith("the same"))
        .map(line -> line.replaceFirst("  +.*", ""))
        .toList();
  }

  @Test
  void whatMovedTheTablesIsNamed() {
    assertEquals(List.of(), moved());
    assertEquals(List.of("data"), moved("batches", "[\"b1\", \"b2\"]"));
    assertEquals(List.of("lexicon"), moved("analyser", "\"w\"", "lexicon_hash", "\"h\""));
    assertEquals(List.of("analyser"), moved("analyser", "\"w\"", "analyser_code", "\"h\""));
    assertEquals(List.of("settings"), moved("settings", "{\"topics\": 9}"));
    assertEquals(List.of("code"), moved("code", "\"d\""));
    assertEquals(List.of("previous run"), moved("previous_run", "\"s\""));
  }

  @Test
  void aBuildHasOneCode() {
    assertEquals(Version.code(), Version.code());
    assertTrue(Version.code().matches("[0-9a-f]+"), Version.code());
  }
}

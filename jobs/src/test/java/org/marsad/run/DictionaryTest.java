package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.Warehouses;
import org.marsad.table.Dictionary;
import org.marsad.table.Field;
import org.marsad.table.Table;

class DictionaryTest {
  @Test
  void theDictionaryInTheRepositoryIsWhatTheDeclarationsSay() throws Exception {
    assertEquals(
        Dictionary.markdown(Analyses.queryable()),
        Files.readString(Warehouses.home().resolve("data/DICTIONARY.md")),
        "run: ./marsad tables > data/DICTIONARY.md");
  }

  @Test
  void everyColumnIsDocumentedAndOneNameHasOneType() {
    Map<String, String> types = new HashMap<>();
    for (Table table : Analyses.queryable()) {
      for (Field field : table.fields()) {
        assertFalse(field.doc().isBlank(), table.name() + "." + field.name());
        String type = field.type().simpleString();
        String before = types.putIfAbsent(field.name(), type);
        // In one article an int is enough; in a file of rejects it may not be.
        boolean counts = Set.of("occurrences", "position").contains(field.name());
        assertTrue(
            before == null || before.equals(type) || counts,
            field.name() + ": " + before + ", " + type);
      }
    }
  }
}

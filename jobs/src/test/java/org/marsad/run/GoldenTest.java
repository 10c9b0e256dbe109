package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.Warehouses;

/**
 * Whole tables of a run over the seed article alone, the schema first, against the files in {@code
 * src/test/resources/golden}. After a wanted change: {@code mvn test -Dtest=GoldenTest
 * -Dmarsad.golden=write}, and read the difference.
 */
class GoldenTest {
  @TempDir static Path warehouse;

  @BeforeAll
  static void runOverTheSeed() {
    Warehouses.Said said =
        Warehouses.marsad(
            "run",
            "--input",
            Warehouses.home().resolve("seeds").toString(),
            "--warehouse",
            warehouse.toString());
    assertEquals(0, said.code(), said.out() + said.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "term_frequency",
        "entity_mentions",
        "entities",
        "entity_variants",
        "entity_cooccurrence",
        "entity_network",
        "source_health"
      })
  void tablesAreAsTheyWere(String table) throws IOException {
    Path golden =
        Warehouses.home().resolve("jobs/src/test/resources/golden").resolve(table + ".tsv");
    String found = text(table);
    if ("write".equals(System.getProperty("marsad.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, found);
    }
    assertEquals(Files.readString(golden, StandardCharsets.UTF_8), found);
  }

  private static String text(String table) {
    var rows = Warehouses.table(warehouse, table);
    List<String> lines = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      lines.add(String.join("\t", Cells.of(row)));
    }
    lines.sort(String::compareTo);
    String schema = String.join("\t", rows.columns()) + "\n" + rows.schema().simpleString();
    return schema + "\n" + String.join("\n", lines) + "\n";
  }
}

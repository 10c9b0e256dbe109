package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.Warehouses;
import org.marsad.Warehouses.Said;

/** An analyst's file changes what the archive says, at the next run, without reading it again. */
class OverridesTest {
  private static final String HEADER = "action\tsurface\tentity_id\texample\n";

  @TempDir Path temp;

  @Test
  void overridesApplyToTheWholeArchiveAtTheNextRun() throws Exception {
    Path warehouse = temp.resolve("w");
    Path lexicon = Files.createDirectory(temp.resolve("lexicon"));
    for (String part : List.of("store", "runs", "CURRENT")) {
      FileUtils.copyToDirectory(Warehouses.sample().resolve(part).toFile(), warehouse.toFile());
    }
    Dataset<Row> before = mentions(Warehouses.sample());
    assertTrue(before.where("surface = 'موسكو'").count() > 0);
    assertTrue(before.where("surface = 'شويغو'").count() > 0);
    assertTrue(before.where("surface = 'إدلب' and entity_id != 'Q3766'").count() > 0);
    String daesh = before.where("surface = 'داعش'").first().getAs("entity_id");
    override(
        lexicon,
        "is_not_a_name\tموسكو\t\tموسكو\n"
            + "not_same\tداعش\t"
            + daesh
            + "\tداعش\n"
            + "same_as\tإدلب\tQ3766\tإدلب\n"
            + "type\tدمشق\tORGANIZATION\tدمشق\n");
    Said next = run(warehouse, lexicon);
    assertEquals(0, next.code(), next.out() + next.err());
    assertTrue(next.out().contains("nothing new to read"), next.out());
    Dataset<Row> after = mentions(warehouse);
    assertEquals(0, after.where("surface = 'موسكو'").count());
    assertEquals(0, after.where("surface = 'إدلب' and entity_id != 'Q3766'").count());
    assertEquals("same_as", after.where("surface = 'إدلب'").first().getAs("rule"));
    assertTrue(after.where("surface = 'دمشق'").count() > 0);
    assertEquals(0, after.where("surface = 'دمشق' and type != 'ORGANIZATION'").count());
    assertEquals(0, after.where("surface = 'داعش' and entity_id = '" + daesh + "'").count());
  }

  @Test
  void aWrongRowIsNamedByFileAndLine() throws Exception {
    Path lexicon = Files.createDirectory(temp.resolve("wrong"));
    override(lexicon, "same_like\tموسكو\tQ649\t\n");
    Said said = run(temp.resolve("w2"), lexicon);
    assertEquals(2, said.code());
    assertEquals(1, said.err().lines().count(), said.err());
    assertTrue(said.err().contains("overrides.tsv:2: "), said.err());
  }

  private static void override(Path lexicon, String rows) throws IOException {
    Files.writeString(lexicon.resolve("overrides.tsv"), HEADER + rows);
  }

  private static Said run(Path warehouse, Path lexicon) {
    return Warehouses.marsad(
        "run",
        "--input",
        Warehouses.home().resolve("seeds").toString(),
        "--lexicon",
        lexicon.toString(),
        "--warehouse",
        warehouse.toString());
  }

  private static Dataset<Row> mentions(Path warehouse) {
    return Warehouses.table(warehouse, "entity_mentions");
  }
}

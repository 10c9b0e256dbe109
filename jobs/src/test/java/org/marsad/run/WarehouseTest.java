package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
  @TempDir Path root;
  private Warehouse warehouse;

  @BeforeEach
  void open() {
    warehouse = Warehouse.open(root.toString(), new Configuration());
  }

  private void run(String id, String previous) throws IOException {
    Files.createDirectories(root.resolve("runs/" + id));
    warehouse.writeManifest(
        id, "{\"run_id\": \"" + id + "\", \"previous_run\": \"" + previous + "\"}");
  }

  @Test
  void onlyTheNewestRunsAreKept() throws IOException {
    for (String id : List.of("1", "2", "3", "4")) {
      run(id, "");
    }
    warehouse.publish("2");
    warehouse.retain(0);
    assertEquals(List.of("1", "2", "3", "4"), warehouse.runs());
    warehouse.retain(2);
    assertEquals(List.of("2", "4"), warehouse.runs());
  }

  @Test
  void theRunThatThePublishedOneFollowsIsKept() throws IOException {
    run("1", "");
    run("2", "1");
    run("3", "1");
    run("4", "1");
    warehouse.publish("4");
    warehouse.retain(3);
    assertEquals(List.of("1", "3", "4"), warehouse.runs());
    warehouse.retain(1);
    assertEquals(List.of("1", "4"), warehouse.runs());
  }

  @Test
  void litterGoesButNotWhatIsBeingVerified() throws IOException {
    Path left = Files.createDirectories(root.resolve("runs/1"));
    Path inUse = Files.createDirectories(Path.of(warehouse.scratch("2").toUri().getPath()));
    Path longLeft = Files.createDirectories(root.resolve("runs/.verify-1500000000000-3"));
    warehouse.tidy();
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(inUse));
    assertFalse(Files.exists(longLeft));
  }

  @Test
  void aDamagedManifestIsNamedAndStopsNoIndex() throws IOException {
    run("1", "");
    run("2", "");
    warehouse.publish("2");
    Files.writeString(root.resolve("runs/1/manifest.json"), "{\"run_");
    Files.deleteIfExists(root.resolve("runs/1/.manifest.json.crc"));
    var e = assertThrows(UserError.class, () -> Manifest.read(warehouse, "1"));
    assertTrue(e.getMessage().contains("runs/1/manifest.json is damaged"), e.getMessage());
    String index = Files.readString(Path.of(ReportFile.writeIndex(warehouse)));
    assertTrue(index.contains("runs/2/report.html"), index);
    assertFalse(index.contains("runs/1/report.html"), index);
  }

  @Test
  void whatSomebodyPutsBesideTheRunsIsLeftAlone() throws IOException {
    run("1", "");
    Path copy = Files.createDirectories(root.resolve("runs/1.bak"));
    Files.writeString(copy.resolve("manifest.json"), "{}");
    warehouse.publish("1");
    warehouse.tidy();
    warehouse.retain(1);
    assertEquals(List.of("1"), warehouse.runs());
    assertTrue(Files.exists(copy));
  }

  @Test
  void aRunWhoseNameIsWrittenButNotInItsPlaceIsThePublishedOne() throws IOException {
    run("1", "");
    warehouse.publish("1");
    Files.move(root.resolve("CURRENT"), root.resolve(".CURRENT.new"));
    assertEquals("1", warehouse.requireCurrent());
    Files.deleteIfExists(root.resolve("..CURRENT.new.crc"));
    Files.writeString(root.resolve(".CURRENT.new"), "2\n");
    assertEquals(Optional.empty(), warehouse.current(), "there is no such run");
  }

  @Test
  void aRunIsNoPath() {
    for (String run : List.of("", "a:b", "../2", "x/y")) {
      assertThrows(UserError.class, () -> warehouse.manifest(run), run);
    }
  }
}

package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final Store.Window WINDOW =
      new Store.Window(LocalDate.parse("2017-09-10"), LocalDate.parse("2017-09-12"));

  @Test
  void aNightReadsTheRejectsOfItsDaysAlone() {
    List<Batch> batches =
        List.of(
            batch("articles then", 1, List.of("2017-09-01"), List.of()),
            batch("articles now", 1, List.of("2017-09-01", "2017-09-10"), List.of()),
            batch("rejects now", 1, List.of("2017-09-01"), List.of("2017-09-12")),
            batch("rejects then", 1, List.of(), List.of("2017-09-13")),
            batch("none", 0, List.of("2017-09-11"), List.of()),
            batch("no day at all", 1, List.of(), List.of()),
            batch("read long ago", 1, List.of("2017-09-01"), null));
    assertEquals(
        List.of("articles now", "rejects now", "no day at all", "read long ago"),
        WINDOW.batchesOfRejects(batches).stream().map(Batch::batchId).toList());
  }

  @Test
  void aStoreWithoutArticlesShowsAllItsRejects() {
    List<Batch> batches = List.of(batch("dated", 9, List.of(), List.of("2017-09-13")));
    assertEquals(batches, Store.Window.of(null, null, 0, batches).batchesOfRejects(batches));
  }

  @Test
  void itHasTheLastDaysOfTheStoreOrThoseUpToADay() {
    List<Batch> batches = List.of(batch("b", 0, List.of("2017-09-01", "2017-09-14"), List.of()));
    LocalDate last = LocalDate.parse("2017-09-14");
    assertEquals(
        new Store.Window(LocalDate.parse("2017-09-08"), last),
        Store.Window.of(null, null, 7, batches));
    LocalDate to = LocalDate.parse("2017-09-10");
    assertEquals(new Store.Window(to, to), Store.Window.of(null, to, 1, batches));
    assertEquals(
        new Store.Window(LocalDate.parse("2017-09-01"), last),
        Store.Window.of(null, null, 0, batches));
  }

  @Test
  void whatIsDatedAheadWaitsForItsDay() {
    List<Batch> batches = List.of(batch("b", 0, List.of("2017-09-14", "2071-09-14"), List.of()));
    assertEquals(LocalDate.parse("2017-09-14"), Store.Window.of(null, null, 7, batches).to());
  }

  @Test
  void anEntryMayLackWhatIsKeptNowAndHoldWhatWillBe() {
    String entry =
        """
        {"batch_id": "b", "files": {}, "days": ["2017-09-01"], "records": 9, "articles": 8,
         "rejects": 1, "repeated": 0, "later": []}""";
    assertEquals(
        batch("b", 1, List.of("2017-09-01"), null), Json.read(entry, Batch.class, "entry"));
  }

  private static Batch batch(String id, long rejects, List<String> days, List<String> rejectDays) {
    return new Batch(id, Map.of(), days, 9, 9 - rejects, rejects, 0, 0, rejectDays, null);
  }
}

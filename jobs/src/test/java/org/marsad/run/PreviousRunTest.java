package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviousRunTest {
  private static final LocalDate TODAY = LocalDate.of(2017, 9, 15);

  /** A night's run of some days, a number of days ago. */
  private static JsonNode run(String id, int ago, int days, int asked, int topics) {
    LocalDate to = TODAY.minusDays(ago);
    return Manifest.parse(
        """
        {"run_id": "%s", "window": {"from": "%s", "to": "%s"}, "settings": {"topics": %d},
         "tables": {"topics": {"rows": %d}}}\
        """
            .formatted(id, to.minusDays(days - 1L), to, asked, topics));
  }

  private static String previous(JsonNode... runs) {
    return PreviousRun.of(List.of(runs), new Store.Window(TODAY.minusDays(29), TODAY), 0)
        .map(m -> m.path("run_id").asText())
        .orElse("none");
  }

  @Test
  void itIsTheOneWhoseWindowEndedLastBeforeTonight() {
    assertEquals(
        "last",
        previous(
            run("older", 2, 30, 0, 20),
            run("last", 1, 30, 0, 20),
            run("backfill", 5, 30, 0, 20),
            run("tonight", 0, 30, 0, 20)));
    assertEquals("again", previous(run("last", 1, 30, 0, 20), run("again", 1, 30, 0, 20)));
    assertEquals("none", previous(run("tonight", 0, 30, 0, 20)));
  }

  @Test
  void aLookByHandDoesNotTakeTheTopicsOver() {
    JsonNode nightly = run("nightly", 2, 30, 0, 20);
    assertEquals("nightly", previous(nightly, run("one day", 1, 1, 0, 4)));
    assertEquals("nightly", previous(nightly, run("fifty topics", 1, 30, 50, 50)));
    assertEquals("nightly", previous(nightly, run("no topics", 1, 30, 0, 0)));
    assertEquals("one day", previous(run("one day", 1, 1, 0, 4)));
  }

  @Test
  void aWindowThatGrowsFromOneDayIsTheSameJob() {
    assertEquals("grown", previous(run("one day", 1, 1, 0, 4), run("grown", 1, 29, 0, 20)));
  }
}

package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerTest {
  private static Batch batch(long records, long articles, long repeated) {
    return new Batch(
        "b", Map.of(), List.of(), records, articles, records - articles, repeated, 0, null, null);
  }

  @Test
  void theRejectRateIsThatOfTheNewRecords() {
    assertEquals(0.25, Runner.rejectRate(List.of(batch(4, 3, 0))));
    // A file that only grows: 900 records were there before, all the new ones are broken.
    assertEquals(1, Runner.rejectRate(List.of(batch(1000, 0, 900))));
    assertEquals(0, Runner.rejectRate(List.of(batch(900, 0, 900))));
  }
}

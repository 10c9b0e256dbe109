package org.marsad.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PageFunctionsTest {
  @Test
  void theYearStandsOnceWhereItIsTheSame() {
    LocalDate last = LocalDate.of(2017, 6, 20);
    assertEquals(
        "17 October 2013 – 20 June 2017",
        PageFunctions.span(LocalDate.of(2013, 10, 17), last, "en"));
    assertEquals("1 يونيو – 20 يونيو 2017", PageFunctions.span("2017-06-01", last, "ar"));
  }
}

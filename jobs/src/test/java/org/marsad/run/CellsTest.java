package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=1+1|'=1+1",
        "@SUM(A1)|'@SUM(A1)",
        "+cmd|'+cmd",
        "-1+1|'-1+1",
        "-12.5|-12.5",
        "=HYPERLINK(\"x\",\"y\")|\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
        "قال: \"لا\"|\"قال: \"\"لا\"\"\""
      })
  void noCellIsAFormula(String cell, String csv) {
    assertEquals(csv, Cells.csv(List.of(cell)));
  }

  @Test
  void linesForATerminalHoldNothingThatItObeys() {
    assertEquals(
        "a [31m b", Cells.aligned(List.of("x"), List.of(List.of("a\u001B[31m\u009Bb"))).get(2));
  }
}

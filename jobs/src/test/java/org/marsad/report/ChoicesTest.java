package org.marsad.report;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.marsad.SparkFixture;

class ChoicesTest {
  @Test
  void spellingAndCaseAreNoChoiceOfAPapers() {
    List<String> forms =
        List.of(
            "الحوثيون",
            "الحوثيين",
            "علي عبدالله صالح",
            "علي عبد الله صالح",
            "إيران",
            "ايران",
            "داعش",
            "تنظيم الدولة",
            "ميشال عون");
    List<String> expected =
        List.of(
            "الحوثيين",
            "الحوثيين",
            "علي عبدالله صالح",
            "علي عبدالله صالح",
            "ايران",
            "ايران",
            "داعش",
            "تنظيم الدوله",
            "ميشال عون");
    assertEquals(
        expected,
        SparkFixture.spark()
            .createDataset(forms, Encoders.STRING())
            .coalesce(1)
            .select(Choices.naming(col("value")))
            .as(Encoders.STRING())
            .collectAsList());
  }
}

package org.marsad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;
import org.marsad.Warehouses;
import org.marsad.table.Table;

/** The tables in a user's Iceberg catalog, here one within a directory. */
class LakeTest {
  private static final String CATALOG = "spark.sql.catalog.lake";

  @TempDir static Path dir;

  private final SparkSession spark = SparkFixture.spark();

  @BeforeEach
  void catalog() {
    spark.conf().set(CATALOG, "org.apache.iceberg.spark.SparkCatalog");
    spark.conf().set(CATALOG + ".type", "hadoop");
    spark.conf().set(CATALOG + ".warehouse", dir.resolve("lake").toUri().toString());
  }

  @AfterEach
  void noCatalog() {
    List.of("", ".type", ".warehouse").forEach(k -> spark.conf().unset(CATALOG + k));
  }

  @Test
  void eachRunIsASnapshotAndRunningTwiceDoublesNothing() {
    Warehouse warehouse =
        Warehouse.existing(
            Warehouses.sample().toString(), spark.sparkContext().hadoopConfiguration());
    String run = warehouse.requireCurrent();
    List<Table> tables = Analyses.published();
    Lake lake = Lake.at("iceberg:lake.news.arabic");
    lake.open(spark);
    lake.write(spark, warehouse, run, tables);
    for (Table table : tables) {
      assertEquals(
          Verification.Fingerprint.of(Published.read(spark, warehouse.run(run), table), table),
          Verification.Fingerprint.of(spark.table("lake.news.arabic." + table.name()), table),
          table.name());
    }

    Table one = tables.get(0);
    lake.open(spark);
    lake.write(spark, warehouse, run, List.of(one));
    String name = "lake.news.arabic." + one.name();
    assertEquals(
        Verification.Fingerprint.of(Published.read(spark, warehouse.run(run), one), one),
        Verification.Fingerprint.of(spark.table(name), one));
    List<Row> snapshots =
        spark.sql("SELECT summary['" + Lake.RUN + "'] FROM " + name + ".snapshots").collectAsList();
    assertEquals(
        List.of(run, run), snapshots.stream().map(s -> s.getString(0)).toList(), "its history");
  }

  @Test
  void aCatalogThatIsNotThereIsNamedBeforeTheWork() {
    UserError none = assertThrows(UserError.class, () -> Lake.at("iceberg:other.news").open(spark));
    assertTrue(none.getMessage().contains("set spark.sql.catalog.other"), none.getMessage());
    spark.conf().set("spark.sql.catalog.lost", "org.example.NoCatalog");
    try {
      UserError lost = assertThrows(UserError.class, () -> Lake.at("iceberg:lost.a").open(spark));
      assertTrue(lost.getMessage().contains("does not answer"), lost.getMessage());
    } finally {
      spark.conf().unset("spark.sql.catalog.lost");
    }
    for (String wrong : List.of("lake.news", "iceberg:lake", "iceberg:a.b;DROP TABLE x")) {
      assertThrows(UserError.class, () -> Lake.at(wrong), wrong);
    }
  }
}

package org.marsad.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.SparkFixture;

class ScaleTest {
  @TempDir Path dir;

  private SparkSession spark;

  @BeforeEach
  void writeTables() {
    spark = SparkFixture.spark().newSession();
    spark.range(0, 900, 1, 3).withColumn("name", col("id").mod(7)).write().parquet(path("rows"));
    spark.range(0, 5).withColumnRenamed("id", "name").write().parquet(path("names"));
  }

  private String path(String table) {
    return dir.resolve(table).toString();
  }

  /** Rows by name, of the names that are known. */
  private Dataset<Row> counted() {
    Dataset<Row> rows = Scale.read(spark.read().parquet(path("rows")));
    Dataset<Row> names = Scale.read(spark.read().parquet(path("names")));
    Dataset<Row> known = rows.join(Scale.small(names), "name");
    return Scale.balanced(
            Scale.together(known, col("name")).groupBy("name").agg(count(lit(1)).as("n")),
            col("name"))
        .sortWithinPartitions("name");
  }

  private static String plan(Dataset<Row> rows) {
    return rows.queryExecution().executedPlan().toString();
  }

  @Test
  void fewArticlesAreOneTaskAndNoShuffle() {
    Scale.fit(spark, 2_000);
    Dataset<Row> counted = counted();
    assertFalse(plan(counted).contains("Exchange"), plan(counted));
    assertEquals(1, counted.toJavaRDD().getNumPartitions());
  }

  @Test
  void manyAreCutAndWhatIsSmallIsSentToAll() {
    Scale.fit(spark, 2_000);
    Scale.fit(spark, 2_001);
    // Nothing is sent unasked.
    spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    Dataset<Row> counted = counted();
    assertTrue(plan(counted).contains("BroadcastExchange"), plan(counted));
    assertTrue(plan(counted).contains("Exchange hashpartitioning"), plan(counted));
  }

  @Test
  void theRowsAreTheSame() {
    Scale.fit(spark, 1);
    var few = counted().orderBy("name").collectAsList();
    Scale.usual(spark);
    assertEquals(few, counted().orderBy("name").collectAsList());
    assertEquals(5, few.size());
    assertEquals(129, few.get(0).getLong(1));
  }
}

package org.marsad.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.marsad.entity.CooccurrenceSql;
import org.marsad.entity.EntityCooccurrence;
import org.marsad.entity.EntityMentions;
import org.marsad.entity.OwnNames;
import org.marsad.run.Sessions;
import org.marsad.table.Inputs;
import org.marsad.table.Parameters;

/**
 * Seconds, by the clock and of the processors, for all pairs of a published run, beside DuckDB's
 * self-join over the same mentions; with {@code growth}, of a sixteenth, a quarter, all of its
 * articles, and of four and sixteen times as many: copies in which names that the lexicon does not
 * know are other names.
 */
final class CooccurrenceBench {
  private static final int ROUNDS = 4;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private interface Work {
    void run() throws Exception;
  }

  private CooccurrenceBench() {}

  public static void main(String[] args) throws Exception {
    Path published = Path.of(args[0], "current", "entity_mentions");
    boolean growth = args.length > 1 && args[1].equals("growth");
    Path directory = Files.createTempDirectory("pairs");
    try (Sessions.Session session = Sessions.open()) {
      SparkSession spark = session.spark();
      Dataset<Row> all = spark.read().parquet(published.toString());
      if (!growth) {
        compare(spark, published);
        return;
      }
      List<Dataset<Row>> sizes =
          List.of(share(all, 16), share(all, 4), all, copies(all, 4), copies(all, 16));
      for (Dataset<Row> size : sizes) {
        Path to = Files.createTempDirectory(directory, "size").resolve("mentions");
        size.write().parquet(to.toString());
        compare(spark, to);
      }
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private static Dataset<Row> share(Dataset<Row> mentions, int of) {
    return mentions.where(pmod(xxhash64(col("article_id")), lit(of)).equalTo(0));
  }

  private static Dataset<Row> copies(Dataset<Row> mentions, int times) {
    Dataset<Row> copies = mentions;
    for (int copy = 1; copy < times; copy++) {
      copies = copies.unionByName(altered(mentions, copy));
    }
    return copies;
  }

  private static Dataset<Row> altered(Dataset<Row> mentions, int copy) {
    Column other = concat(col("entity_id"), lit("-" + copy));
    return mentions
        .withColumn("article_id", concat(col("article_id"), lit("-" + copy)))
        .withColumn("story_id", concat(col("story_id"), lit("-" + copy)))
        .withColumn(
            "entity_id", when(col("entity_id").startsWith("u-"), other).otherwise(col("entity_id")));
  }

  private static void compare(SparkSession spark, Path mentions) throws Exception {
    Dataset<Row> rows = spark.read().parquet(mentions.toString());
    System.out.printf(Locale.ROOT, "%,d mentions%n", rows.count());
    for (int round = 0; round < ROUNDS; round++) {
      time("marsad, both tables", () -> pairs(rows));
    }
    try (Connection duck = CooccurrenceSql.open(mentions)) {
      for (int round = 0; round < ROUNDS; round++) {
        time("DuckDB, counts alone", () -> CooccurrenceSql.join(duck));
      }
    }
  }

  private static void pairs(Dataset<Row> mentions) {
    // No name is a source's own: DuckDB leaves none out either.
    Dataset<Row> none =
        mentions.sparkSession().createDataFrame(List.of(), OwnNames.TABLE.schema());
    new EntityCooccurrence()
        .run(
            new Inputs(Map.of(EntityMentions.TABLE, mentions, OwnNames.TABLE, none), Map.of(), Parameters.defaults()))
        .values()
        .forEach(table -> table.write().format("noop").mode("overwrite").save());
  }

  private static void time(String what, Work work) throws Exception {
    long start = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    work.run();
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s, of the processors %.2f s%n",
        what,
        (System.nanoTime() - start) / 1e9,
        (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }
}

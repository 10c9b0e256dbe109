package org.marsad;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.run.Analyses;
import org.marsad.table.Table;

/** The shaded jar as a cluster takes it: through spark-submit, from Spark's own jars. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkSubmitIT {
  @TempDir static Path work;

  private static SparkHome spark;

  /** As the launcher sets it for few articles. */
  private static final String FEW_ARTICLES =
      "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m";

  @BeforeAll
  static void layOutSpark() throws Exception {
    spark = SparkHome.layOut(Path.of(System.getProperty("marsad.target"), "spark-home"));
  }

  @Test
  @Order(1)
  @DisplayName("spark-submit --master local[2] publishes the tables and prints for a person only")
  void local() throws Exception {
    SparkHome.Ended ended = submit("local[2]", "local", out -> {});

    assertEquals(0, ended.code(), ended::toString);
    assertEquals("", String.join("\n", unfit(ended.out())), "lines that no person needs");
    assertTrue(ended.out().contains("report: "), ended.out());
  }

  @Test
  @Order(2)
  @DisplayName(
      "a standalone master with two workers, an executor and then a worker killed, publishes the same"
          + " tables")
  void standalone() throws Exception {
    try (SparkHome.Cluster cluster = spark.cluster(2, work.resolve("cluster-logs"))) {
      AtomicBoolean executorKilled = new AtomicBoolean();
      AtomicBoolean workerKilled = new AtomicBoolean();
      SparkHome.Ended ended =
          submit(
              cluster.url(),
              "standalone",
              out -> {
                // Each in the midst of what follows the stage named.
                if (!executorKilled.get() && done(out, "text")) {
                  executorKilled.set(cluster.killExecutor(1));
                }
                if (!workerKilled.get() && done(out, "Topics")) {
                  cluster.killWorker(2);
                  workerKilled.set(true);
                }
              });
      assertEquals(0, ended.code(), ended::toString);
      assertTrue(executorKilled.get() && workerKilled.get(), "nothing was killed");
      assertEquals("", String.join("\n", unfit(ended.out())), "lines that no person needs");
    }
    assertAll(
        Analyses.published().stream()
            .map(
                table ->
                    () ->
                        assertEquals(
                            rows("local", table), rows("standalone", table), table.name())));
  }

  /** Whether a stage's line is there. */
  private static boolean done(String out, String stage) {
    return out.lines().anyMatch(l -> l.matches(" *[0-9.]+s  " + stage + " +[0-9.]+ s"));
  }

  private static SparkHome.Ended submit(String master, String warehouse, Consumer<String> watcher)
      throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of("--master", master, "--deploy-mode", "client", "--driver-memory", "1g"));
    line.addAll(List.of("--driver-java-options", FEW_ARTICLES));
    line.addAll(List.of("--conf", "spark.executor.extraJavaOptions=" + FEW_ARTICLES));
    line.addAll(List.of("--executor-memory", "800m", "--class", "org.marsad.Main"));
    line.add(Path.of(System.getProperty("marsad.target"), "marsad.jar").toString());
    line.addAll(List.of("run", "--warehouse", work.resolve(warehouse).toString(), "--input"));
    line.add(Warehouses.home().resolve("seeds").toString());
    line.add(Warehouses.home().resolve("data/sample").toString());
    return spark.submit(line, watcher);
  }

  /** A table's rows as text, sorted: whatever order and files they were written in. */
  private static String rows(String warehouse, Table table) {
    Path path = work.resolve(warehouse).resolve("current").resolve(table.name());
    Dataset<Row> rows = SparkFixture.spark().read().parquet(path.toString());
    return Stream.concat(
            Stream.of(Arrays.toString(rows.columns())),
            rows.toJSON().collectAsList().stream().sorted())
        .reduce("", (all, line) -> all + line + "\n");
  }

  /** Lines that look like a log's and not like a sentence. */
  private static List<String> unfit(String out) {
    return out.lines()
        .filter(
            l -> l.matches("(?s).*\\b(INFO|WARN|WARNING|ERROR|DEBUG|Exception|SLF4J|log4j)\\b.*"))
        .toList();
  }
}

package org.marsad;

import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.marsad.run.Sessions;

/**
 * The one Spark session of all tests in a JVM, started by the first that asks. Marsad's commands
 * find it as the default session, use it and leave it open.
 */
public final class SparkFixture {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.master", "local[2]",
          "spark.sql.shuffle.partitions", "2",
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1",
          "spark.sql.warehouse.dir",
              System.getProperty("java.io.tmpdir") + "/marsad-test-warehouse");

  private SparkFixture() {}

  /** The session, with Marsad's own settings and few partitions. */
  public static synchronized SparkSession spark() {
    SETTINGS.forEach(System::setProperty);
    return Sessions.open().spark();
  }

  /**
   * Waits until no task runs. A command that failed has left those of its last job behind, and what
   * they write would come in the way of a directory's deletion.
   */
  public static void awaitTasks() throws InterruptedException {
    for (int tries = 0; tries < 600 && tasksRun(); tries++) {
      Thread.sleep(50);
    }
  }

  /** A thread keeps the name of its last task, so what it does tells. */
  private static boolean tasksRun() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(
            frame -> frame.getClassName().equals("org.apache.spark.executor.Executor$TaskRunner"));
  }
}

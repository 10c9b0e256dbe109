package org.marsad;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.marsad.run.Commands;

/** Commands as a user gives them, and what they leave behind. */
public final class Warehouses {
  private static Path sample;

  private Warehouses() {}

  /** What a command printed, and its exit code. */
  public record Said(int code, String out, String err) {}

  /** Gives a command. */
  public static Said marsad(String... args) {
    SparkFixture.spark();
    return withoutSpark(args);
  }

  /** Gives a command that needs no Spark, or must not start it. */
  public static Said withoutSpark(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Commands.execute(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The repository. */
  public static Path home() {
    return Path.of(System.getProperty("marsad.home", "..")).toAbsolutePath().normalize();
  }

  /** A warehouse with the default run over the seed and the sample, made once. */
  public static synchronized Path sample() {
    if (sample == null) {
      try {
        sample = Files.createTempDirectory(home().resolve("jobs/target"), "sample-warehouse");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      Said said = marsad("run", "--warehouse", sample.toString());
      if (said.code() != 0) {
        throw new AssertionError(said.out() + said.err());
      }
    }
    return sample;
  }

  /** A published table. */
  public static Dataset<Row> table(Path warehouse, String name) {
    return SparkFixture.spark().read().parquet(warehouse.resolve("current/" + name).toString());
  }
}

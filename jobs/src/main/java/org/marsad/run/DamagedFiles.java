package org.marsad.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.marsad.article.ParquetRows;
import org.marsad.table.Causes;

/** Parquet files that cannot be read any more: which they are, and what is wrong with them. */
final class DamagedFiles {
  /** What Spark 3.5 calls a failed read of a file. */
  private static final String FAILED_READ_BEFORE_4 = "_LEGACY_ERROR_TEMP_2064";

  /** What Parquet itself says of one, where Spark 3.5 says nothing. */
  private static final Pattern NO_PARQUET = Pattern.compile("(\\S+) is not a Parquet file");

  private DamagedFiles() {}

  /**
   * The file that Spark could not read, if that is why something failed; a directory that is gone
   * counts as a file.
   */
  static Optional<String> in(Throwable failure) {
    for (Throwable t : Causes.of(failure)) {
      if (t instanceof SparkThrowable said && condition(said) != null) {
        String condition = condition(said);
        if (condition.startsWith("FAILED_READ_FILE")
            || condition.equals("PATH_NOT_FOUND")
            || condition.equals(FAILED_READ_BEFORE_4)) {
          return Optional.of(String.valueOf(said.getMessageParameters().get("path")));
        }
      }
      Matcher named = NO_PARQUET.matcher(String.valueOf(t.getMessage()));
      if (named.lookingAt()) {
        return Optional.of(named.group(1));
      }
    }
    return Optional.empty();
  }

  /** What Spark calls what went wrong, or null; asked by the name that Spark 3.5 knows too. */
  @SuppressWarnings("deprecation")
  static String condition(SparkThrowable said) {
    return said.getErrorClass();
  }

  /** What to do about a damaged file that only reading commands met. */
  static String advice(String path) {
    boolean run = path.lastIndexOf("/runs/") > path.lastIndexOf("/store/");
    return path
        + " cannot be read: it is damaged or gone; "
        + (run
            ? "`marsad analyze` makes the tables anew, or delete that run's directory"
            : "start `marsad run`, which mends the store");
  }

  /** A file, or a directory of which files are gone, and what is wrong with it. */
  record Damage(Path path, String what) {}

  /**
   * The first damage within a directory of Parquet files, or empty if every row can be read.
   *
   * @param rows how many rows there must be
   * @throws UserError if bytes are not to be had now, which is no damage: storage is down
   */
  static Optional<Damage> within(
      Path directory, long rows, Warehouse warehouse, Configuration conf) {
    if (!warehouse.exists(directory)) {
      return Optional.of(new Damage(directory, "it is gone"));
    }
    long found = 0;
    for (FileStatus file : files(directory, warehouse)) {
      bytes(file.getPath(), warehouse);
      try {
        found += ParquetRows.read(file.getPath(), conf);
      } catch (IOException | RuntimeException e) {
        return Optional.of(new Damage(file.getPath(), Causes.said(Causes.root(e))));
      }
    }
    return rows == found
        ? Optional.empty()
        : Optional.of(new Damage(directory, "it has " + found + " rows in place of " + rows));
  }

  private static List<FileStatus> files(Path directory, Warehouse warehouse) {
    List<FileStatus> files = new ArrayList<>();
    for (FileStatus status : warehouse.list(directory)) {
      if (status.isDirectory()) {
        files.addAll(files(status.getPath(), warehouse));
      } else if (status.getPath().getName().endsWith(".parquet")) {
        files.add(status);
      }
    }
    return files;
  }

  /** Reads a file's bytes, whatever they are: a file whose bytes do not come is not damaged. */
  private static void bytes(Path file, Warehouse warehouse) {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = warehouse.fs().open(file)) {
      while (in.read(buffer) >= 0) {
        // Only whether they come counts.
      }
    } catch (ChecksumException | FileNotFoundException e) {
      // They come, but they are others than those written: the reader of Parquet will say so.
    } catch (IOException e) {
      throw new UserError(
          Warehouse.shown(file)
              + " cannot be read now ("
              + Causes.said(Causes.root(e))
              + "): start again when the storage is well",
          e);
    }
  }
}

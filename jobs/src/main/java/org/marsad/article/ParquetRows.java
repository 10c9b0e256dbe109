package org.marsad.article;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Reads Parquet here, not by Spark: what may befall its workers is no damage of a file. */
public final class ParquetRows {
  private ParquetRows() {}

  /** Opens a file with its own configuration; Parquet would read Hadoop's anew for each. */
  public static ParquetFileReader open(HadoopInputFile file) throws IOException {
    return ParquetFileReader.open(
        file, HadoopReadOptions.builder(file.getConfiguration(), file.getPath()).build());
  }

  /**
   * Reads every cell of a file.
   *
   * @return how many rows it has
   * @throws IOException if it cannot be read
   * @throws RuntimeException if it is no Parquet, or damaged
   */
  public static long read(Path file, Configuration conf) throws IOException {
    try (var reader = ParquetReader.builder(new GroupReadSupport(), file).withConf(conf).build()) {
      long rows = 0;
      while (reader.read() != null) {
        rows++;
      }
      return rows;
    }
  }
}

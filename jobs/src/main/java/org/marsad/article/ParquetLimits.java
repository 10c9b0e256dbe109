package org.marsad.article;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** Limits on what a Parquet file's footer says that it holds, before anything of it is unpacked. */
final class ParquetLimits {
  /** A footer and a dictionary may take so few bytes for so many rows, articles never. */
  private static final long HARMLESS_ROWS = 100_000;

  private static final long HARMLESS_BYTES = 64L << 20;
  private static final long MOST_RATIO = 200;

  private ParquetLimits() {}

  /** Why a file is taken for a decompression bomb, or empty. */
  static Optional<String> exceeded(InputFile file, Configuration conf) throws IOException {
    long rows = 0;
    long unpacked = 0;
    try (ParquetFileReader reader =
        ParquetRows.open(HadoopInputFile.fromPath(new Path(file.path()), conf))) {
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        rows += block.getRowCount();
        unpacked += block.getTotalByteSize();
      }
    }
    return exceeded(file.bytes(), rows, unpacked);
  }

  static Optional<String> exceeded(long bytes, long rows, long unpacked) {
    boolean bomb =
        (rows > HARMLESS_ROWS && rows > bytes)
            || (unpacked > HARMLESS_BYTES && unpacked > MOST_RATIO * bytes);
    return bomb
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%,d rows and %,d bytes unpacked out of %,d bytes: a decompression bomb",
                rows,
                unpacked,
                bytes))
        : Optional.empty();
  }
}

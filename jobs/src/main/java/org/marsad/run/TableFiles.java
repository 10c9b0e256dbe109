package org.marsad.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.marsad.article.ParquetRows;
import org.marsad.table.Field;
import org.marsad.table.Table;

/** What was written of a table, read from the footers of its Parquet files. */
final class TableFiles {
  private TableFiles() {}

  /** Rows, files and bytes of a written table. */
  record Written(long rows, int files, long bytes) {}

  /**
   * Counts a table's rows.
   *
   * @throws IllegalStateException if a required column has an empty value
   */
  static Written check(Table table, Path directory, Warehouse warehouse, Configuration conf)
      throws IOException {
    long rows = 0;
    int files = 0;
    long bytes = 0;
    Map<String, Long> nulls = new LinkedHashMap<>();
    for (FileStatus file : warehouse.list(directory)) {
      if (!file.getPath().getName().endsWith(".parquet")) {
        continue;
      }
      files++;
      bytes += file.getLen();
      try (ParquetFileReader reader = ParquetRows.open(HadoopInputFile.fromStatus(file, conf))) {
        ParquetMetadata footer = reader.getFooter();
        for (BlockMetaData block : footer.getBlocks()) {
          rows += block.getRowCount();
          for (ColumnChunkMetaData column : block.getColumns()) {
            nulls.merge(
                column.getPath().toDotString(), column.getStatistics().getNumNulls(), Long::sum);
          }
        }
      }
    }
    for (Field field : table.fields()) {
      if (field.required() && nulls.getOrDefault(field.name(), 0L) > 0) {
        throw new IllegalStateException(
            table.name()
                + "."
                + field.name()
                + " is required but empty in "
                + nulls.get(field.name())
                + " rows");
      }
    }
    return new Written(rows, files, bytes);
  }
}

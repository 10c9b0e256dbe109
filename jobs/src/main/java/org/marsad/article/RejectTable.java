package org.marsad.article;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.optional;
import static org.marsad.table.Field.required;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.marsad.table.Field;
import org.marsad.table.Table;

/** Records that were not taken. */
public final class RejectTable {
  static final Field INPUT = required("input", StringType, "The file");
  static final Field POSITION =
      required(
          "position",
          LongType,
          "Line, row, item of a feed, record of an archive, or 1 for a whole file; from 1");
  public static final Field REASON =
      required(
          "reason",
          StringType,
          "One of "
              + Arrays.stream(RejectReason.values())
                  .map(RejectReason::code)
                  .collect(Collectors.joining(", ")));
  static final Field DETAIL = required("detail", StringType, "What exactly was wrong");
  static final Field RAW = optional("raw", StringType, "The beginning of the record as read");
  static final Field SOURCE = optional("source", StringType, "The paper, where known");
  static final Field PUBLISHED_ON = optional("published_on", DateType, "The day, where known");

  /** Rejects, in the store and published alike. */
  public static final Table REJECTS =
      new Table(
          "rejects",
          "One row per input record that was not taken.",
          List.of(INPUT, POSITION, REASON, RAW, ArticleTable.BATCH_ID),
          List.of(
              INPUT, POSITION, REASON, DETAIL, RAW, SOURCE, PUBLISHED_ON, ArticleTable.BATCH_ID));

  private RejectTable() {}
}

package org.marsad.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table, declared once by the table that owns it.
 *
 * @param name the column's name
 * @param type its Spark type
 * @param required whether every row has a value
 * @param doc what the value is, with its unit and, for a measure, its formula's source
 */
public record Field(String name, DataType type, boolean required, String doc) {

  public static Field required(String name, DataType type, String doc) {
    return new Field(name, type, true, doc);
  }

  public static Field optional(String name, DataType type, String doc) {
    return new Field(name, type, false, doc);
  }

  /** Spark keeps {@code comment} in the Parquet schema it writes. */
  Metadata metadata() {
    return new MetadataBuilder().putString("comment", doc).build();
  }

  /** Always nullable: Spark rejects a nullable column for a required one even behind a filter. */
  StructField toSpark() {
    return new StructField(name, type, true, metadata());
  }
}

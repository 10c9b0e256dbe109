package org.marsad.table;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table: its name, what one row of it is, the columns that order and identify a row, and its
 * columns. The Parquet schema, the data dictionary, the checks and the report all come from here.
 *
 * @param name the table's name, and that of its directory
 * @param doc what one row means
 * @param key the columns that identify a row; published rows are sorted by them
 * @param fields all columns in their published order
 */
public record Table(String name, String doc, List<Field> key, List<Field> fields) {

  public Table {
    key = List.copyOf(key);
    fields = List.copyOf(fields);
    if (!fields.containsAll(key)) {
      throw new IllegalArgumentException(name + ": a key column is not among the columns");
    }
    Set<String> names = new LinkedHashSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(name + ": column " + field.name() + " stands twice");
      }
    }
  }

  /** The Spark schema, with the documentation of each column as its comment. */
  public StructType schema() {
    return new StructType(fields.stream().map(Field::toSpark).toArray(StructField[]::new));
  }

  /** The names of the columns in order. */
  public List<String> columns() {
    return fields.stream().map(Field::name).toList();
  }

  /** The sort order of published rows. */
  public Column[] order() {
    return key.stream().map(f -> col(f.name())).toArray(Column[]::new);
  }

  /**
   * The rows with just this table's columns, in order, with their documentation.
   *
   * @throws IllegalStateException if a column is missing or has another type
   */
  public Dataset<Row> conform(Dataset<Row> rows) {
    List<String> present = Arrays.asList(rows.columns());
    for (Field field : fields) {
      if (!present.contains(field.name())) {
        throw new IllegalStateException(name + " lacks the column " + field.name());
      }
      var found = rows.schema().apply(field.name()).dataType();
      if (!found.sameType(field.type())) {
        throw new IllegalStateException(
            "%s.%s is %s, declared %s"
                .formatted(name, field.name(), found.simpleString(), field.type().simpleString()));
      }
    }
    return rows.select(
        fields.stream().map(f -> col(f.name()).as(f.name(), f.metadata())).toArray(Column[]::new));
  }
}

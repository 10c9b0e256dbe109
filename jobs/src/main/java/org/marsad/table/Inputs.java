package org.marsad.table;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What an analysis gets: the tables that it asked for, and the run's settings. */
public final class Inputs {
  private final Map<Table, Dataset<Row>> tables;
  private final Map<Table, Dataset<Row>> previous;
  private final Parameters parameters;

  public Inputs(
      Map<Table, Dataset<Row>> tables, Map<Table, Dataset<Row>> previous, Parameters parameters) {
    this.tables = Map.copyOf(tables);
    this.previous = Map.copyOf(previous);
    this.parameters = parameters;
  }

  /** A table of the last run whose window ended before tonight's, if there is one. */
  public Optional<Dataset<Row>> previous(Table table) {
    return Optional.ofNullable(previous.get(table));
  }

  /**
   * The rows of a table that the analysis declared in {@link Analysis#reads()}.
   *
   * @throws IllegalArgumentException if it did not
   */
  public Dataset<Row> table(Table table) {
    Dataset<Row> rows = tables.get(table);
    if (rows == null) {
      throw new IllegalArgumentException("read without being declared: " + table.name());
    }
    return rows;
  }

  public Parameters parameters() {
    return parameters;
  }
}

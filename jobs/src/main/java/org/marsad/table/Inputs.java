package org.marsad.table;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What an analysis gets: the tables that it asked for, and the run's settings. */
public final class Inputs {
  private final Map<Table, Dataset<Row>> tables;
  private final Map<Table, Dataset<Row>> previous;
  private final Parameters parameters;
  private final ConcurrentMap<Class<?>, Object> shared;

  public Inputs(
      Map<Table, Dataset<Row>> tables, Map<Table, Dataset<Row>> previous, Parameters parameters) {
    this(tables, previous, parameters, new ConcurrentHashMap<>());
  }

  /**
   * The same for one analysis of several.
   *
   * @param shared what these share, see {@link #once}
   */
  public Inputs(
      Map<Table, Dataset<Row>> tables,
      Map<Table, Dataset<Row>> previous,
      Parameters parameters,
      ConcurrentMap<Class<?>, Object> shared) {
    this.tables = Map.copyOf(tables);
    this.previous = Map.copyOf(previous);
    this.parameters = parameters;
    this.shared = shared;
  }

  /**
   * What several analyses ask of the same tables: the first that needs it makes it.
   *
   * @param type what it is; there is one of each type
   * @param made makes it, without asking for another such
   */
  public <T> T once(Class<T> type, Function<Inputs, T> made) {
    return type.cast(shared.computeIfAbsent(type, t -> made.apply(this)));
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

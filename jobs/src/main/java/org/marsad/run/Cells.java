package org.marsad.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Rows as text for people and spreadsheets. */
final class Cells {
  private static final int WIDEST = 60;

  private Cells() {}

  static List<String> of(Row row) {
    List<String> cells = new ArrayList<>(row.length());
    for (int i = 0; i < row.length(); i++) {
      cells.add(text(row.get(i)));
    }
    return cells;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double d) {
      return d == Math.rint(d) && Math.abs(d) < 1e9
          ? String.format(Locale.ROOT, "%.0f", d)
          : String.format(Locale.ROOT, "%.6g", d);
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      return scala.jdk.javaapi.CollectionConverters.asJava(seq).stream()
          .map(Cells::text)
          .collect(Collectors.joining(" "));
    }
    return value.toString();
  }

  /**
   * One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an
   * apostrophe.
   */
  static String csv(List<String> cells) {
    return cells.stream().map(Cells::csv).collect(Collectors.joining(","));
  }

  private static String csv(String cell) {
    boolean number = cell.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    String safe = !number && cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** One line of JSON a row, each with every column: an empty cell is null. */
  static Dataset<String> json(Dataset<Row> rows) {
    Map<String, String> options = Map.of("ignoreNullFields", "false");
    return rows.select(to_json(struct(col("*")), options)).as(Encoders.STRING());
  }

  /** Lines with columns one under the other. */
  static List<String> aligned(List<String> columns, List<List<String>> rows) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(columns.get(i));
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], width(clipped(row.get(i))));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(columns, widths));
    lines.add(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
    rows.forEach(row -> lines.add(line(row.stream().map(Cells::clipped).toList(), widths)));
    return lines;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i));
      if (i + 1 < cells.size()) {
        line.append(" ".repeat(widths[i] - width(cells.get(i)) + 2));
      }
    }
    return line.toString();
  }

  private static String clipped(String cell) {
    String plain = Console.plain(cell);
    return plain.length() <= WIDEST ? plain : plain.substring(0, WIDEST - 1) + "…";
  }

  /** Columns on a terminal: marks that stand on a letter take none. */
  private static int width(String text) {
    return (int)
        text.codePoints()
            .filter(
                c ->
                    Character.getType(c) != Character.NON_SPACING_MARK
                        && Character.getType(c) != Character.FORMAT)
            .count();
  }
}

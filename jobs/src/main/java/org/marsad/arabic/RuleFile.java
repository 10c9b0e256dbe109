package org.marsad.arabic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A tab-separated rule file of {@code data/lexicon}: lines beginning with {@code #} are comments,
 * the first other line names the columns, each further line is one rule.
 */
public final class RuleFile {
  private RuleFile() {}

  /** One rule: its cells by column name, and where it stands. */
  public static final class Row {
    private final String where;
    private final List<String> columns;
    private final String[] cells;

    private Row(String where, List<String> columns, String[] cells) {
      this.where = where;
      this.columns = columns;
      this.cells = cells;
    }

    /** {@code file:line}, for messages. */
    public String where() {
      return where;
    }

    /** The cell of a column, trimmed; empty where the row leaves it empty. */
    public String get(String column) {
      int i = columns.indexOf(column);
      if (i < 0) {
        throw new LexiconException(where, "the file has no column \"" + column + "\"");
      }
      return cells[i];
    }

    /**
     * The cell of a column that may not be empty.
     *
     * @throws LexiconException if it is
     */
    public String required(String column) {
      String cell = get(column);
      if (cell.isEmpty()) {
        throw new LexiconException(where, "column \"" + column + "\" is empty");
      }
      return cell;
    }

    /** The cell's parts between {@code |}, trimmed, without empty ones. */
    public List<String> list(String column) {
      return Arrays.stream(get(column).split("\\|"))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }
  }

  /**
   * Reads a file whole.
   *
   * @throws LexiconException with {@code file:line} if a row has not as many cells as the header,
   *     or the file is not UTF-8
   */
  public static List<Row> read(LexiconFiles files, String name) {
    List<Row> rows = new ArrayList<>();
    forEach(files, name, rows::add);
    return rows;
  }

  /** Reads a file row by row; see {@link #read}. */
  public static void forEach(LexiconFiles files, String name, Consumer<Row> action) {
    String file = files.where(name);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int number = 0;
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(files.open(name), decoder), 1 << 16)) {
      List<String> columns = null;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (number == 1 && line.startsWith("\uFEFF")) {
          line = line.substring(1);
        }
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cells[i].strip();
        }
        if (columns == null) {
          columns = List.of(cells);
          continue;
        }
        if (cells.length != columns.size()) {
          throw new LexiconException(
              file + ":" + number,
              "has " + cells.length + " columns, expected " + columns.size() + ": " + columns);
        }
        action.accept(new Row(file + ":" + number, columns, cells));
      }
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new LexiconException(file + ":" + (number + 1), "is not UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

package org.marsad.article;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** CSV with a header: comma, semicolon or tab, whichever the header shows. */
final class CsvReader extends RecordReader {
  private static final int ROW_LIMIT = 4 * Interpreter.BODY_LIMIT;

  private final String input;
  private final Opened opened;
  private final FieldNames names;
  private final CsvParser parser;
  private BoundedReader reader;
  private String[] header;
  private boolean started;
  private boolean ended;
  private String[] ahead;
  private long position;

  CsvReader(String input, Opened opened, FieldNames names) {
    super(input, opened.stream());
    this.input = input;
    this.opened = opened;
    this.names = names;
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter(opened.sample()));
    // A row may begin with a hash tag.
    settings.getFormat().setComment('\uFFFF');
    settings.setMaxCharsPerColumn(2 * Interpreter.BODY_LIMIT);
    settings.setMaxColumns(2000);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setSkipEmptyLines(true);
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setReadInputOnSeparateThread(false);
    this.parser = new CsvParser(settings);
  }

  /** The sign that parts the header's names. */
  private static char delimiter(String sample) {
    String header = sample.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      best = count(header, c) > count(header, best) ? c : best;
    }
    return best;
  }

  private static long count(String line, char sign) {
    return line.chars().filter(c -> c == sign).count();
  }

  @Override
  RawRecord read() {
    if (ended) {
      return null;
    }
    try {
      if (!started) {
        started = true;
        reader = new BoundedReader(opened.reader(), "a row", ROW_LIMIT);
        parser.beginParsing(reader);
        header = cells();
        position++;
        if (header == null) {
          return null;
        }
        if (!names.hasBody(Arrays.asList(header))) {
          ended = true;
          return failed(
              RejectReason.MISSING_COLUMN,
              "no column for the body among " + String.join(", ", header));
        }
      }
      String[] cells = ahead != null ? ahead : cells();
      ahead = null;
      if (cells == null) {
        return null;
      }
      position++;
      return swallowed(cells) ? unclosed(cells) : record(cells);
    } catch (TextParsingException e) {
      ended = true;
      position++;
      if (reader.isExceeded()) {
        return failed(RejectReason.TOO_LARGE, "a row above " + ROW_LIMIT + " characters");
      }
      return failed(RejectReason.BROKEN_CSV, "a cell above the limit: is a quotation mark open?");
    }
  }

  /** Whether a quotation mark that nothing closes made the rest of the file one cell. */
  private boolean swallowed(String[] cells) {
    String last = cells.length == 0 ? null : cells[cells.length - 1];
    if (last == null || last.indexOf('\n') < 0) {
      return false;
    }
    ahead = cells();
    boolean closed = cells.length >= header.length && reader.lastSign() == '"';
    return ahead == null && !closed;
  }

  private String[] cells() {
    reader.restart(0);
    return parser.parseNext();
  }

  private RawRecord unclosed(String[] cells) {
    ended = true;
    long lines = cells[cells.length - 1].lines().count();
    return RawRecord.failed(
        input,
        position,
        String.join(",", cells),
        RejectReason.BROKEN_CSV,
        "a quotation mark is open to the end of the file, over " + lines + " lines");
  }

  @Override
  long position() {
    return position;
  }

  private RawRecord record(String[] cells) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(cells.length, header.length); i++) {
      fields.put(header[i], cells[i] == null ? "" : cells[i]);
    }
    return RawRecord.of(
        input, position, String.join(",", fields.values()), opened.charsetName(), fields);
  }

  private RawRecord failed(RejectReason reason, String detail) {
    return RawRecord.failed(
        input, position, String.join(",", header == null ? new String[0] : header), reason, detail);
  }
}

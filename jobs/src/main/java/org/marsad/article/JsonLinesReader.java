package org.marsad.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON Lines: one object a line. */
final class JsonLinesReader extends RecordReader {
  private static final int LINE_LIMIT = 4 * Interpreter.BODY_LIMIT;

  private final String input;
  private final Opened opened;
  private final Lines lines;
  private long position;

  JsonLinesReader(String input, Opened opened) {
    super(input, opened.stream());
    this.input = input;
    this.opened = opened;
    this.lines = new Lines(opened.bytes(), LINE_LIMIT);
  }

  @Override
  RawRecord read() throws IOException {
    byte[] line = lines.next();
    while (line != null && blank(line)) {
      position++;
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    position++;
    if (lines.cut()) {
      String start = new String(line, 0, RawRecord.RAW_LIMIT, opened.lineCharset());
      return RawRecord.failed(
          input, position, start, RejectReason.TOO_LARGE, "a line above " + LINE_LIMIT + " bytes");
    }
    return record(line);
  }

  private RawRecord record(byte[] line) {
    return decode(line)
        .map(d -> parse(d.text(), d.charset()))
        .orElseGet(
            () ->
                RawRecord.failed(
                    input,
                    position,
                    new String(line, StandardCharsets.ISO_8859_1),
                    RejectReason.UNDECODABLE,
                    null));
  }

  @Override
  long position() {
    return position;
  }

  @Override
  boolean whole(RawRecord beforeBreak) {
    return beforeBreak.reason() == null;
  }

  /** UTF-8 proves itself, whatever the lines before were in. */
  private Optional<Encodings.Decoded> decode(byte[] line) {
    Charset charset = opened.lineCharset();
    Optional<String> utf8 = Encodings.strict(line, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      boolean wide = charset.equals(StandardCharsets.UTF_8);
      String name = wide ? opened.charsetName() : StandardCharsets.UTF_8.name();
      return utf8.map(t -> new Encodings.Decoded(t, name));
    }
    return charset.equals(StandardCharsets.UTF_8)
        ? Encodings.decode(line)
        : Optional.of(new Encodings.Decoded(Encodings.lenient(line, charset), charset.name()));
  }

  private RawRecord parse(String line, String charset) {
    try {
      return JsonFields.record(input, position, line, charset, JsonFields.one(line));
    } catch (JsonProcessingException e) {
      return JsonFields.broken(input, position, line, e);
    }
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}

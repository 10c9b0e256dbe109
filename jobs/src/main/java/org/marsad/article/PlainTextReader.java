package org.marsad.article;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plain text: one file, one article; the headline is its first line. */
final class PlainTextReader extends RecordReader {
  private static final int LIMIT = 2 * Interpreter.BODY_LIMIT;

  private final String input;
  private final Opened opened;
  private boolean done;

  PlainTextReader(String input, Opened opened) {
    super(input, opened.stream());
    this.input = input;
    this.opened = opened;
  }

  @Override
  RawRecord read() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    byte[] bytes = opened.stream().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      return RawRecord.failed(
          input, 1, "", RejectReason.TOO_LARGE, "a file above " + LIMIT + " bytes");
    }
    String text = Encodings.lenient(bytes, opened.charset());
    return RawRecord.of(input, 1, text, opened.charsetName(), split(text));
  }

  @Override
  long position() {
    return done ? 1 : 0;
  }

  private static Map<String, String> split(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    PlainText parts = PlainText.of(text);
    fields.put("title", parts.title());
    fields.put("body", parts.body());
    return fields;
  }
}

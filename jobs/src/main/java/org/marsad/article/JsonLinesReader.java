package org.marsad.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON Lines: one object a line. */
final class JsonLinesReader extends RecordReader {
  private static final int LINE_LIMIT = 4 * Interpreter.BODY_LIMIT;
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build().reader();

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

  private Optional<Encodings.Decoded> decode(byte[] line) {
    Charset charset = opened.lineCharset();
    Optional<String> text = Encodings.strict(line, charset);
    return text.isPresent()
        ? Optional.of(new Encodings.Decoded(text.get(), opened.charsetName()))
        : Encodings.decode(line);
  }

  private RawRecord parse(String line, String charset) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.isObject()) {
        return RawRecord.failed(input, position, line, RejectReason.BROKEN_JSON, "no JSON object");
      }
      Map<String, String> fields = new LinkedHashMap<>();
      node.properties().forEach(e -> fields.put(e.getKey(), text(e.getValue())));
      return RawRecord.of(input, position, line, charset, fields);
    } catch (JsonProcessingException e) {
      return RawRecord.failed(
          input, position, line, RejectReason.BROKEN_JSON, e.getOriginalMessage());
    }
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
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

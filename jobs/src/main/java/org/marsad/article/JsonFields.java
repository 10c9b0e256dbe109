package org.marsad.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects as records. */
final class JsonFields {
  /** Reads JSON as news sites write it: with line breaks and tabs within strings. */
  static final ObjectReader JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(2 * Interpreter.BODY_LIMIT)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build()
          .reader();

  private static final ObjectReader ONE = JSON.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Names, values and brackets of one record; more would take the memory of a worker. */
  static final int MOST_TOKENS = 1_000_000;

  /** Characters of one record. */
  static final int MOST_CHARS = 4 * Interpreter.BODY_LIMIT;

  private JsonFields() {}

  /** Reads one object and nothing behind it. */
  static JsonNode one(String line) throws JsonProcessingException {
    try {
      return ONE.readTree(new Bounded(ONE.createParser(line)));
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object's fields; what is not text as JSON writes it. */
  static RawRecord record(String input, long position, String raw, String charset, JsonNode node) {
    if (node == null || !node.isObject()) {
      return RawRecord.failed(input, position, raw, RejectReason.BROKEN_JSON, "no JSON object");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    node.properties().forEach(e -> fields.put(e.getKey(), text(e.getValue())));
    return RawRecord.of(input, position, raw, charset, fields);
  }

  static RawRecord broken(String input, long position, String raw, JsonProcessingException e) {
    boolean large =
        e instanceof StreamConstraintsException && !e.getMessage().contains("nesting depth");
    return RawRecord.failed(
        input,
        position,
        raw,
        large ? RejectReason.TOO_LARGE : RejectReason.BROKEN_JSON,
        e.getOriginalMessage());
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** Reads values one after the other, none larger than a record may be. */
  static final class Bounded extends JsonParserDelegate {
    private int tokens;
    private long start;

    Bounded(JsonParser parser) {
      super(parser);
    }

    /** What comes from here on is another record. */
    void begin() {
      tokens = 0;
      start = currentLocation().getCharOffset();
    }

    @Override
    public JsonToken nextToken() throws IOException {
      tokens++;
      if (tokens > MOST_TOKENS || currentLocation().getCharOffset() - start > MOST_CHARS) {
        throw new StreamConstraintsException(
            "a record above " + MOST_CHARS + " characters or " + MOST_TOKENS + " values");
      }
      return super.nextToken();
    }
  }
}

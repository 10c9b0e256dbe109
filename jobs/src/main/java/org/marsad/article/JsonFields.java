package org.marsad.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

  /** Reads one object and nothing behind it. */
  static final ObjectReader ONE = JSON.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonFields() {}

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
    boolean large = e instanceof StreamConstraintsException && e.getMessage().contains("String");
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
}

package org.marsad.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * JSON over several lines: an array of objects, or objects one after the other. Where it breaks,
 * the rest of the file is one reject, for nothing tells where the next object begins.
 */
final class JsonDocumentReader extends RecordReader {
  private final String input;
  private final String charset;
  private final JsonFields.Bounded parser;
  private long position;
  private boolean broken;

  JsonDocumentReader(String input, Opened opened) throws IOException {
    super(input, opened.stream());
    this.input = input;
    this.charset = opened.charsetName();
    this.parser = new JsonFields.Bounded(JsonFields.JSON.createParser(opened.reader()));
  }

  @Override
  RawRecord read() throws IOException {
    if (broken) {
      return null;
    }
    long behind = position;
    try {
      parser.begin();
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        return null;
      }
      position++;
      JsonNode node = parser.readValueAsTree();
      return JsonFields.record(input, position, String.valueOf(node), charset, node);
    } catch (JsonProcessingException e) {
      broken = true;
      // It may have broken between two records.
      position = behind + 1;
      return JsonFields.broken(input, position, "", e);
    }
  }

  @Override
  long position() {
    return position;
  }

  @Override
  boolean whole(RawRecord beforeBreak) {
    return beforeBreak.reason() == null;
  }
}

package org.marsad.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON that may stand within a script element. */
final class ScriptJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ScriptJson() {}

  static String of(Object value) {
    try {
      return safe(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Outside strings JSON has none of these characters, so that their escapes always stand within
   * one: {@code </script>}, {@code <!--} and the line ends of old JavaScript cannot appear.
   */
  static String safe(String json) {
    StringBuilder out = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || lone(json, i)) {
        out.append('\\').append('u');
        String hex = Integer.toHexString(c);
        out.append("0000", 0, 4 - hex.length()).append(hex);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Half of a surrogate pair, which UTF-8 cannot write. */
  private static boolean lone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}

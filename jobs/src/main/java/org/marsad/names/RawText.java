package org.marsad.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Texts without annotation, from which the trainer learns how words are used: JSON Lines whose
 * fields {@code text} or {@code body} hold an article (the title's field is read as well), or plain
 * text, a paragraph a line; gzip of either.
 */
public final class RawText {
  private static final Set<String> FIELDS = Set.of("title", "headline", "text", "body", "content");

  private RawText() {}

  static BufferedReader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in,
            StandardCharsets.UTF_8),
        1 << 16);
  }

  /** Hands on the texts of a file, one article or paragraph at a time, in order. */
  public static void forEach(Path file, Consumer<String> action) throws IOException {
    try (BufferedReader in = reader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String text = line.startsWith("{") ? json(line) : line;
        if (!text.isBlank()) {
          action.accept(text);
        }
      }
    }
  }

  /** The title and the text of one object, a blank line between them. */
  static String json(String line) {
    StringBuilder text = new StringBuilder(line.length());
    StringBuilder value = new StringBuilder();
    String key = "";
    int i = 1;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c != '"') {
        i++;
        continue;
      }
      value.setLength(0);
      i = string(line, i + 1, value);
      int next = i;
      while (next < line.length() && line.charAt(next) <= ' ') {
        next++;
      }
      if (next < line.length() && line.charAt(next) == ':') {
        key = value.toString();
      } else if (FIELDS.contains(key)) {
        text.append(text.length() == 0 ? "" : "\n\n").append(value);
        key = "";
      }
    }
    return text.toString();
  }

  /** Reads a JSON string from behind its quotation mark; returns the offset behind its end. */
  private static int string(String line, int from, StringBuilder value) {
    int i = from;
    while (i < line.length() && line.charAt(i) != '"') {
      char c = line.charAt(i++);
      if (c != '\\' || i == line.length()) {
        value.append(c);
        continue;
      }
      char escaped = line.charAt(i++);
      if (escaped == 'u' && i + 4 <= line.length()) {
        value.append((char) Integer.parseInt(line, i, i + 4, 16));
        i += 4;
      } else {
        value.append(
            switch (escaped) {
              case 'n', 'r' -> '\n';
              case 't', 'b', 'f' -> ' ';
              default -> escaped;
            });
      }
    }
    return i + 1;
  }
}

package org.marsad.article;

import java.util.Locale;

/** The kinds of file that can be read, told by name, else by the first sign in the file. */
enum InputFormat {
  JSON_LINES,
  CSV,
  PLAIN_TEXT,
  PARQUET;

  static InputFormat of(String path, byte[] sample) {
    String name = uncompressed(path);
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return CSV;
    }
    if (name.matches(".*\\.(jsonl|ndjson|json|jl)$")) {
      return JSON_LINES;
    }
    if (name.endsWith(".txt")) {
      return PLAIN_TEXT;
    }
    for (byte b : sample) {
      if (b == '{') {
        return JSON_LINES;
      }
      if (b > ' ') {
        break;
      }
    }
    return PLAIN_TEXT;
  }

  static boolean gzip(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private static String uncompressed(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}

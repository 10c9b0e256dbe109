package org.marsad.article;

import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of file that can be read, told by name, else by the first sign in the file. */
enum InputFormat {
  JSON_LINES,
  JSON_DOCUMENT,
  CSV,
  PLAIN_TEXT,
  PARQUET;

  private static final Pattern JSON_NAME = Pattern.compile("\\.(jsonl|ndjson|json|jl)$");
  private static final Pattern JSON_BEGIN = Pattern.compile("^\\s*(\\[\\s*)?\\{\\s*\"");

  private static final Pattern ARRAY = Pattern.compile("^\\s*\\[");

  /** A line that holds an object, at the very left. */
  private static final Pattern OBJECT_LINE = Pattern.compile("(?m)^\\{[ \\t]*\".*\\}[ \\t\\r]*$");

  /** Nothing but a bracket in the first line, or a field at the begin of the second. */
  private static final Pattern OVER_LINES = Pattern.compile("^\\s*\\{(\\s*\\n|.*\\n\\s*\")");

  static InputFormat of(String path, String sample) {
    String name = uncompressed(path);
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return CSV;
    }
    boolean json = JSON_NAME.matcher(name).find();
    if (json || (!name.endsWith(".txt") && JSON_BEGIN.matcher(sample).find())) {
      return overLines(sample) ? JSON_DOCUMENT : JSON_LINES;
    }
    return PLAIN_TEXT;
  }

  private static boolean overLines(String sample) {
    return ARRAY.matcher(sample).find()
        || (OVER_LINES.matcher(sample).find() && !OBJECT_LINE.matcher(sample).find());
  }

  static boolean gzip(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  private static String uncompressed(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}

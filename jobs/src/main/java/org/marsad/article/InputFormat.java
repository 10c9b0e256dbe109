package org.marsad.article;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of file that can be read, told by name, else by the first sign in the file. */
enum InputFormat {
  JSON_LINES,
  JSON_DOCUMENT,
  CSV,
  FEED,
  WEB_ARCHIVE,
  PLAIN_TEXT,
  PARQUET;

  private static final Pattern JSON_NAME = Pattern.compile("\\.(jsonl|ndjson|json|jl)$");
  private static final Pattern JSON_BEGIN = Pattern.compile("^\\s*(\\[\\s*)?\\{\\s*\"");

  private static final Pattern FEED_NAME = Pattern.compile("\\.(rss|atom|rdf|xml)$");
  private static final Pattern FEED_BEGIN = Pattern.compile("^\\s*<(\\?xml|rss|feed|rdf:RDF)\\b");

  /** How every record of a web archive begins. */
  private static final String ARCHIVE_BEGIN = "WARC/";

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
    if (name.endsWith(".warc") || sample.startsWith(ARCHIVE_BEGIN)) {
      return WEB_ARCHIVE;
    }
    boolean text = name.endsWith(".txt");
    if (FEED_NAME.matcher(name).find() || (!text && FEED_BEGIN.matcher(sample).find())) {
      return FEED;
    }
    boolean json = JSON_NAME.matcher(name).find();
    if (json || (!text && JSON_BEGIN.matcher(sample).find())) {
      return overLines(sample) ? JSON_DOCUMENT : JSON_LINES;
    }
    return PLAIN_TEXT;
  }

  /** Whether a file is a web archive: its pages have an encoding each, the file has none. */
  static boolean webArchive(byte[] begin) {
    return new String(begin, 0, Math.min(begin.length, 8), StandardCharsets.US_ASCII)
        .startsWith(ARCHIVE_BEGIN);
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

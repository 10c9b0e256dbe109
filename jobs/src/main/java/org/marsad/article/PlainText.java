package org.marsad.article;

import java.util.ArrayList;
import java.util.List;

/**
 * An article written as plain text: the headline first, then the paragraphs. A headline that stands
 * again in the body, as a line or at the begin or end of the sub-headline, counts once.
 *
 * @param title the first line, or empty where there is only one
 * @param body the other lines that are not empty, one paragraph each
 */
record PlainText(String title, String body) {
  private static final int LONGEST_TITLE = 300;

  static PlainText of(String text) {
    List<String> lines = new ArrayList<>();
    text.replace('\u2028', '\n')
        .replace('\u2029', '\n')
        .lines()
        .map(String::strip)
        .forEach(lines::add);
    lines.removeIf(String::isEmpty);
    if (lines.size() < 2 || lines.get(0).length() > LONGEST_TITLE) {
      return new PlainText("", String.join("\n", lines));
    }
    String title = lines.get(0);
    List<String> paragraphs = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String rest = without(title, line);
      if (!rest.isEmpty()) {
        paragraphs.add(rest);
      }
    }
    return paragraphs.isEmpty()
        ? new PlainText("", title)
        : new PlainText(title, String.join("\n", paragraphs));
  }

  private static String without(String title, String line) {
    if (line.equals(title)) {
      return "";
    }
    if (line.length() > 2 * LONGEST_TITLE || title.split("\\s+").length < 3 || sentence(line)) {
      return line;
    }
    if (line.endsWith(" " + title)) {
      return line.substring(0, line.length() - title.length()).strip();
    }
    return line.startsWith(title + " ") ? line.substring(title.length()).strip() : line;
  }

  /** Headlines have no full stop: a line with one is a sentence that may begin as the headline. */
  private static boolean sentence(String line) {
    return ".؟!:؛…".indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}

package org.marsad.bench;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article's section: as the input names it, else as some papers' addresses tell it. */
final class Sections {
  private static final Map<String, Pattern> ADDRESSES =
      Map.of(
          "aljazirah", Pattern.compile("al-jazirah\\.com/\\d+/\\d+/([a-z]+)\\d*\\.htm"),
          "alwatan", Pattern.compile("alwatan\\.com\\.sa/([A-Za-z_]+)/"),
          "3alyoum", Pattern.compile("3alyoum\\.com/(?:news/(?!a/))?([a-z]+)/"));

  private Sections() {}

  /** Empty if nothing tells it. */
  static String of(String source, String category, String url) {
    if (category != null && !category.isEmpty()) {
      return category;
    }
    Pattern address = ADDRESSES.get(source);
    Matcher matcher = address == null || url == null ? null : address.matcher(url);
    return matcher != null && matcher.find() ? matcher.group(1) : "";
  }
}

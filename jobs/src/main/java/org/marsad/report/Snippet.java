package org.marsad.report;

/**
 * The part of a text that a reader needs around two names: their sentence where it is short, else
 * some words before and after.
 *
 * @param text the part, with … where words were left out
 * @param shift what to take from an offset into the whole text to get one into the part
 */
record Snippet(String text, int shift) {
  private static final int AROUND = 140;
  private static final int LONGEST = 600;

  /** Cuts around the characters from start to end, within their line. */
  static Snippet of(String whole, int start, int end) {
    int to = Math.min(end, start + LONGEST);
    int from = opening(whole, start);
    int until = closing(whole, to);
    String before = from > 0 && !opens(whole, from) ? "… " : "";
    String after = until < whole.length() && !closes(whole, until) ? " …" : "";
    return new Snippet(before + whole.substring(from, until) + after, from - before.length());
  }

  /** An offset into the whole text as one into the part. */
  int at(int offset) {
    return Math.max(0, Math.min(text.length(), offset - shift));
  }

  private static int opening(String whole, int start) {
    int earliest = Math.max(0, start - AROUND);
    for (int i = start; i > earliest; i--) {
      if (opens(whole, i)) {
        return skipSpace(whole, i, start);
      }
    }
    return earliest == 0 ? 0 : skipWord(whole, earliest, start);
  }

  private static int closing(String whole, int end) {
    int latest = Math.min(whole.length(), end + AROUND);
    for (int i = end; i < latest; i++) {
      if (closes(whole, i)) {
        return i;
      }
    }
    if (latest == whole.length()) {
      return latest;
    }
    int space = whole.lastIndexOf(' ', latest);
    return space >= end ? space : end;
  }

  /** Whether a sentence or line begins at i. */
  private static boolean opens(String whole, int i) {
    return i == 0
        || whole.charAt(i - 1) == '\n'
        || (Character.isWhitespace(whole.charAt(Math.min(i, whole.length() - 1)))
            && endsSentence(whole.charAt(i - 1)))
        || (i >= 2 && whole.charAt(i - 1) == ' ' && endsSentence(whole.charAt(i - 2)));
  }

  /** Whether a sentence or line ends before i. */
  private static boolean closes(String whole, int i) {
    return i == whole.length()
        || whole.charAt(i) == '\n'
        || (i > 0 && Character.isWhitespace(whole.charAt(i)) && endsSentence(whole.charAt(i - 1)));
  }

  private static boolean endsSentence(char c) {
    return c == '.' || c == '!' || c == '?' || c == '؟' || c == '…';
  }

  private static int skipSpace(String whole, int from, int start) {
    int i = from;
    while (i < start && Character.isWhitespace(whole.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int skipWord(String whole, int from, int start) {
    int space = whole.indexOf(' ', from);
    return space < 0 || space >= start ? start : space + 1;
  }
}

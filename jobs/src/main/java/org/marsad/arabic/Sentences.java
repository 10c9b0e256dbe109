package org.marsad.arabic;

import java.util.Set;
import java.util.stream.Collectors;

/** Where a news text's sentences end and what stands before its first one. */
public final class Sentences {
  static final String FILE = "datelines.tsv";

  private static final int MAX_DATELINE = 80;
  private static final int MAX_PARTS = 4;
  private static final int MAX_WORDS = 4;
  private static final Set<String> AGENCIES = agencies();

  private Sentences() {}

  private static Set<String> agencies() {
    return RuleFile.read(LexiconFiles.bundled(), FILE).stream()
        .map(row -> Orthography.fold(row.required("agency")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The offset behind a paragraph's dateline, «استانا – وكالات: », blanks included, or 0 if it has
   * none. A dateline names a place, an agency or an author in two to four short parts, or an agency
   * alone, and ends with a colon or a dash.
   */
  public static int datelineEnd(String paragraph) {
    int limit = Math.min(paragraph.length(), MAX_DATELINE);
    for (int i = 2; i < limit; i++) {
      char c = paragraph.charAt(i);
      if (!isColon(c) && !isDash(c)) {
        continue;
      }
      if (isDateline(Orthography.clean(paragraph.substring(0, i)), isColon(c))) {
        return skipBlanks(paragraph, i + 1);
      }
    }
    return 0;
  }

  private static boolean isDateline(String head, boolean colon) {
    String[] parts = head.strip().split("\\s*[-–—/،,()«»\"“”]+\\s*");
    boolean agency = false;
    boolean dash = false;
    int named = 0;
    for (String part : parts) {
      if (part.isEmpty()) {
        continue;
      }
      named++;
      if (part.strip().split("\\s+").length > MAX_WORDS) {
        return false;
      }
      agency |= AGENCIES.contains(Orthography.fold(part.strip()));
    }
    for (int i = 0; i < head.length(); i++) {
      dash |= isDash(head.charAt(i)) || head.charAt(i) == '/';
    }
    return named <= MAX_PARTS && (agency || (colon && dash && named == 2 && words(head) <= 5));
  }

  private static int words(String head) {
    return head.strip().split("[\\s\\-–—/]+").length;
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isSpaceChar(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isColon(char c) {
    return c == ':' || c == '：';
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—';
  }

  /** Whether a sign ends a sentence. */
  static boolean ends(char c) {
    return c == '.' || c == '!' || c == '?' || c == '؟' || c == '…' || c == '۔';
  }

  /** Whether a sign belongs to the sentence that has just ended. */
  static boolean closes(char c) {
    return ")]}»”’›".indexOf(c) >= 0;
  }
}

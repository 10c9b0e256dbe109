package org.marsad.names;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds long names of two words with a typing slip in one of them: «دور الزور». The other word is
 * right, which makes the search one look-up, and a slip is inside its word, since a changed ending
 * is grammar more often than a slip. Only persons and places: organisations are made of ordinary
 * words, and «وزارة العمل» is no slip for «وزارة العدل».
 */
final class SpellingIndex {
  private static final int MIN_LETTERS = 7;
  private static final int MIN_WORD = 3;

  /** Folded: «أبو قرنين» is no slip for «أبو قرين», so many names begin like that. */
  private static final Set<String> KINSHIP = Set.of("ابو", "ابي", "ام", "بن", "ابن", "ال", "عبد");

  private static final int HEAD = Triggers.PLACE | Triggers.ORGANIZATION;

  private record Entry(String changed, Candidate candidate) {}

  private final Map<String, Entry[]> entries = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> anchors = new HashSet<>();
  private final Triggers triggers;

  SpellingIndex(Triggers triggers) {
    this.triggers = triggers;
  }

  void add(List<String> form, Candidate candidate) {
    if (candidate.type() == EntityType.PERSON || candidate.type() == EntityType.LOCATION) {
      words.addAll(form);
    }
    if (form.size() != 2
        || candidate.type() == EntityType.ORGANIZATION
        || form.get(0).length() + form.get(1).length() < MIN_LETTERS) {
      return;
    }
    for (int i = 0; i < 2; i++) {
      if (form.get(i).length() >= MIN_WORD
          && !KINSHIP.contains(form.get(1 - i))
          && !isHead(form.get(1 - i), candidate)) {
        anchors.add(form.get(1 - i));
        String key = key(form.get(1 - i), i == 0);
        entries.merge(
            key, new Entry[] {new Entry(form.get(i), candidate)}, SpellingIndex::concatenate);
      }
    }
  }

  /**
   * «حي الصفا» is no slip for «حي الشفا»: behind the head of a place the other word is its name.
   */
  private boolean isHead(String anchor, Candidate candidate) {
    return candidate.type() == EntityType.LOCATION && (triggers.uses(anchor) & HEAD) != 0;
  }

  private static Entry[] concatenate(Entry[] a, Entry[] b) {
    Entry[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static String key(String right, boolean firstChanged) {
    return firstChanged ? "*" + right : right + "*";
  }

  boolean isAnchor(String folded) {
    return anchors.contains(folded);
  }

  /** The one name that two adjacent words miss by one letter, or null. */
  Candidate find(String first, String second) {
    Candidate behind = find(first, second, true);
    return behind != null ? behind : find(second, first, false);
  }

  private Candidate find(String changed, String right, boolean firstChanged) {
    if (changed.length() < MIN_WORD) {
      return null;
    }
    Entry[] all = entries.get(key(right, firstChanged));
    if (all == null) {
      return null;
    }
    Candidate found = null;
    for (Entry entry : all) {
      if (isSlip(changed, entry.changed())) {
        if (found != null && !found.entity().equals(entry.candidate().entity())) {
          return null;
        }
        found = entry.candidate();
      }
    }
    return found != null && isOtherWord(changed) ? null : found;
  }

  /**
   * «محمد حسن» is not «محمد حسين» misspelt, nor «العالم الغربي» «العالم العربي»: the word stands in
   * other names, or beside them.
   */
  private boolean isOtherWord(String word) {
    return words.contains(word) || triggers.uses(word) != 0;
  }

  /** Whether one letter inside the word was changed, left out, doubled or swapped. */
  static boolean isSlip(String written, String right) {
    int a = written.length();
    int b = right.length();
    if (Math.abs(a - b) > 1
        || written.charAt(0) != right.charAt(0)
        || written.charAt(a - 1) != right.charAt(b - 1)) {
      return false;
    }
    int i = 0;
    while (i < a && i < b && written.charAt(i) == right.charAt(i)) {
      i++;
    }
    if (i == a && i == b) {
      return false;
    }
    int j = 0;
    while (j < a - i && j < b - i && written.charAt(a - 1 - j) == right.charAt(b - 1 - j)) {
      j++;
    }
    int left = a - i - j;
    int gone = b - i - j;
    if (left <= 1 && gone <= 1) {
      return true;
    }
    return left == 2
        && gone == 2
        && written.charAt(i) == right.charAt(i + 1)
        && written.charAt(i + 1) == right.charAt(i);
  }
}

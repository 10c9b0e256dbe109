package org.marsad.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One key for the spellings of a foreign person's name: «كريستيان جروس», «كرستيان غروس». Two
 * spellings differ in the vowels that are written and in the letters for sounds that Arabic has
 * not. Arabic names differ by their vowels, حسن and حسين, and have no key.
 */
final class ForeignSpelling {
  /** Letters of a key: «واين روني» is too short to tell by. */
  private static final int LEAST = 5;

  /** Folded: names with one of these are Arabic. */
  private static final Set<String> ARABIC = Set.of("بن", "ابن", "بنت", "ابو", "ابي", "ام", "عبد");

  private final NameWords names;
  private final Map<String, Candidate> listed = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  ForeignSpelling(NameWords names) {
    this.names = names;
  }

  /** Adds a form of a listed person; a key that two persons share finds neither. */
  void add(List<String> words, Candidate candidate) {
    String key = key(words);
    if (key == null || shared.contains(key)) {
      return;
    }
    Candidate other = listed.putIfAbsent(key, candidate);
    if (other != null && !other.entity().equals(candidate.entity())) {
      listed.remove(key);
      shared.add(key);
    }
  }

  /** The one listed person whose name has a key, or null. */
  Candidate find(String key) {
    return listed.get(key);
  }

  /** The key of a folded name, or null where it is not known to be foreign or too short. */
  String key(List<String> words) {
    boolean foreign = false;
    for (String word : words) {
      if (ARABIC.contains(word) || names.isArabic(word)) {
        return null;
      }
      boolean listedHere = names.isForeign(word);
      if (!listedHere && Words.isDefinite(word)) {
        return null;
      }
      foreign |= listedHere;
    }
    if (!foreign || words.size() < 2) {
      return null;
    }
    StringBuilder key = new StringBuilder();
    for (String word : words) {
      key.append(key.length() == 0 ? "" : " ");
      append(word, key);
    }
    return key.length() - (words.size() - 1) < LEAST ? null : key.toString();
  }

  /** The first letter, the consonants, and an alef at the end: كارولين is not كارولينا. */
  private static void append(String word, StringBuilder key) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean vowel = c == 'ا' || c == 'و' || c == 'ي' || c == 'ء';
      boolean kept = i == 0 || (c == 'ا' && i == word.length() - 1);
      if (!vowel || kept) {
        key.append(sound(c));
      }
    }
  }

  /** One letter for those that the press takes for one foreign sound. */
  private static char sound(char c) {
    return switch (c) {
      case 'غ', 'ق' -> 'ج';
      case 'ث', 'ط' -> 'ت';
      case 'ص' -> 'س';
      case 'ذ' -> 'د';
      default -> c;
    };
  }
}

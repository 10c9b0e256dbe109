package org.marsad.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One key for the spellings of a person's name. Those of a foreign one, «كريستيان جروس» and
 * «كرستيان غروس», differ in the vowels that are written within a long word and in the letters for
 * sounds that Arabic has not. Arabic names differ by their vowels, حسن and حسين: only the article
 * of the family is left out, «نوري المالكي» and «نوري مالكي», where the rest is no given name as in
 * «محمد الحسن».
 */
final class PersonSpelling {
  /** Letters of a key: a shorter one says too little. */
  private static final int LEAST = 5;

  /** Consonants from which on a word is told without its vowels: بول is not بيل. */
  private static final int LONG = 4;

  /** Letters of a family's name without its article. */
  private static final int LEAST_FAMILY = 3;

  /** Folded: names with one of these are Arabic. */
  private static final Set<String> ARABIC = Set.of("بن", "ابن", "بنت", "ابو", "ابي", "ام", "عبد");

  private record Listed(Candidate person, List<String> words) {}

  private final NameWords names;
  private final Map<String, Listed> listed = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /** Sons and fathers of listed names: «حمد خليفة». */
  private final Set<String> sons = new HashSet<>();

  PersonSpelling(NameWords names) {
    this.names = names;
  }

  /** Adds a form of a listed person; a key that two persons share finds neither. */
  void add(List<String> words, Candidate person) {
    List<String> joined = EntityLexicon.joined(words);
    for (int i = 1; i + 1 < joined.size(); i++) {
      if (joined.get(i).equals("بن")) {
        sons.add(joined.get(i - 1) + " " + joined.get(i + 1));
      }
    }
    String key = key(words);
    if (key == null || shared.contains(key)) {
      return;
    }
    Listed other = listed.putIfAbsent(key, new Listed(person, words));
    if (other != null && !other.person().entity().equals(person.entity())) {
      listed.remove(key);
      shared.add(key);
    }
  }

  /**
   * The one listed person whose name has the key of these words, or null; a foreign one differs
   * from them by vowels left out alone: «جوردان براون» is not «غوردون براون».
   */
  Candidate find(String key, List<String> words) {
    Listed found = listed.get(key);
    if (found != null && foreign(words) == null) {
      return found.person();
    }
    boolean alike = found != null;
    for (int i = 0; alike && i < words.size(); i++) {
      String written = sounds(words.get(i));
      String right = sounds(found.words().get(i));
      alike = isWithin(written, right) || isWithin(right, written);
    }
    return alike ? found.person() : null;
  }

  /** Whether a listed name calls one the other's son: «تميم بن حمد» and «حمد بن خليفة» do. */
  boolean isSon(String name, String father) {
    return sons.contains(name + " " + father);
  }

  /** The key of a folded name, in one word or more; null for a single word. */
  String key(List<String> words) {
    if (words.size() < 2) {
      return null;
    }
    String foreign = foreign(words);
    return foreign != null ? foreign : String.join(" ", withoutArticle(words));
  }

  /** «الصبيحي» as «صبيحي» at the end of a name, not «عبد الله» as «عبد له». */
  private List<String> withoutArticle(List<String> words) {
    List<String> joined = EntityLexicon.joined(words);
    String last = joined.get(joined.size() - 1);
    String rest = Words.isDefinite(last) ? last.substring(2) : "";
    if (rest.length() < LEAST_FAMILY
        || joined.size() < 2
        || (names.uses(rest) & NameWords.GIVEN) != 0) {
      return joined;
    }
    List<String> plain = new ArrayList<>(joined);
    plain.set(plain.size() - 1, rest);
    return plain;
  }

  /** The key of a name that is known to be foreign and long enough, or null. */
  private String foreign(List<String> words) {
    boolean foreign = false;
    for (String word : words) {
      if (ARABIC.contains(word) || names.isArabic(word)) {
        return null;
      }
      boolean known = names.isForeign(word);
      if (!known && Words.isDefinite(word)) {
        return null;
      }
      foreign |= known;
    }
    if (!foreign) {
      return null;
    }
    String key = words.stream().map(PersonSpelling::key).collect(Collectors.joining(" "));
    return key.length() - (words.size() - 1) < LEAST ? null : key;
  }

  /** A long word's first letter, its consonants, and its last letter: كارولين is not كارولينا. */
  private static String key(String word) {
    String sounds = sounds(word);
    StringBuilder key = new StringBuilder();
    int consonants = 0;
    for (int i = 0; i < sounds.length(); i++) {
      boolean vowel = "اويء".indexOf(sounds.charAt(i)) >= 0;
      consonants += vowel ? 0 : 1;
      if (!vowel || i == 0 || i == sounds.length() - 1) {
        key.append(sounds.charAt(i));
      }
    }
    return consonants < LONG ? sounds : key.toString();
  }

  /** Whether letters of the longer word, left out, make the other one. */
  private static boolean isWithin(String part, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      at += part.charAt(at) == whole.charAt(i) ? 1 : 0;
    }
    return at == part.length();
  }

  /** One letter for those that the press takes for one foreign sound. */
  private static String sounds(String word) {
    StringBuilder sounds = new StringBuilder(word);
    for (int i = 0; i < sounds.length(); i++) {
      sounds.setCharAt(
          i,
          switch (sounds.charAt(i)) {
            case 'غ', 'ق' -> 'ج';
            case 'ث', 'ط' -> 'ت';
            case 'ص' -> 'س';
            case 'ذ' -> 'د';
            default -> sounds.charAt(i);
          });
    }
    return sounds.toString();
  }
}

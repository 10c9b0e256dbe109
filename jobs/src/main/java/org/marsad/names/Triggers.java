package org.marsad.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.RuleFile;

/** Words beside names: titles, heads of places and organisations, verbs of saying. */
final class Triggers {
  static final String FILE = "triggers.tsv";
  static final int TITLE = 1;
  static final int PLACE = 2;
  static final int ORGANIZATION = 4;
  static final int SPEECH = 8;
  static final int KIN = 16;
  static final int ORGANIZATION_MODIFIER = 32;

  private final Map<String, Integer> uses = new HashMap<>();

  /**
   * The ends of two words or more of titles, with the words that stand before them there. A single
   * word may be a place: «أمير قطر».
   */
  private final Map<String, Set<String>> ends = new HashMap<>();

  static Triggers read(LexiconFiles files) {
    Triggers all = new Triggers();
    if (files.has(FILE)) {
      RuleFile.forEach(files, FILE, all::add);
    }
    return all;
  }

  private void add(RuleFile.Row row) {
    String word = Orthography.fold(row.required("word"));
    int use = use(row.get("use"));
    if (word.indexOf(' ') < 0) {
      uses.merge(word, use, (a, b) -> a | b);
    }
    int last = word.lastIndexOf(' ');
    for (int at = word.indexOf(' '); use == TITLE && at < last; at = word.indexOf(' ', at + 1)) {
      String before = word.substring(word.lastIndexOf(' ', at - 1) + 1, at);
      ends.computeIfAbsent(word.substring(at + 1), e -> new HashSet<>()).add(before);
    }
  }

  /** Whether a form behind this word ends a title: «الحرمين الشريفين» behind «خادم». */
  boolean endsTitle(String form, WordInfo before) {
    Set<String> words = ends.getOrDefault(form, Set.of());
    return !words.isEmpty()
        && Words.readings(before.folded).stream().anyMatch(r -> words.contains(r.bare()));
  }

  /** Uses that this version does not know mean nothing, so that files may grow. */
  private static int use(String name) {
    return switch (name) {
      case "title_before_person" -> TITLE;
      case "loc_head" -> PLACE;
      case "org_head" -> ORGANIZATION;
      case "speech_verb" -> SPEECH;
      case "kinship_in_person" -> KIN;
      case "org_modifier" -> ORGANIZATION_MODIFIER;
      default -> 0;
    };
  }

  /** The uses of a folded word as written, or without its clitics and article. */
  int uses(String folded) {
    int all = 0;
    for (Words.Reading r : Words.readings(folded)) {
      all |= uses.getOrDefault(r.bare(), 0);
      if (Words.isDefinite(r.bare())) {
        all |= uses.getOrDefault(r.bare().substring(2), 0) & ~SPEECH;
      }
    }
    return all;
  }
}

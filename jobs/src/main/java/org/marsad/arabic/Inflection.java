package org.marsad.arabic;

import java.util.ArrayList;
import java.util.List;

/**
 * One regular ending, with the prefixes it goes with, from {@code inflections.tsv}.
 *
 * @param prefixes first letters that are taken off, one of them; empty if none
 * @param suffix letters taken off the end
 * @param base letters put back in their place
 * @param index which forms the rest is looked up in: {@code form}, {@code imperfect}, {@code
 *     perfect}
 * @param from classes of the form found
 * @param gives class of the whole, or null for that of the form found
 * @param lemma what is put behind the base to make the lemma; empty for the found form's own lemma
 */
record Inflection(
    String prefixes,
    String suffix,
    String base,
    String index,
    int from,
    WordClass gives,
    String lemma) {
  static final String FILE = "inflections.tsv";

  static List<Inflection> read(LexiconFiles files) {
    List<Inflection> all = new ArrayList<>();
    RuleFile.forEach(files, FILE, row -> all.add(parse(row)));
    return List.copyOf(all);
  }

  private static Inflection parse(RuleFile.Row row) {
    String gives = row.get("gives");
    return new Inflection(
        row.get("prefixes"),
        row.get("suffix"),
        row.get("base"),
        row.required("index"),
        WordClass.set(row, "from"),
        gives.isEmpty() ? null : WordClass.parse(row, gives),
        row.get("lemma"));
  }

  /** What the word was before the rule, or null if the rule does not fit it. */
  String undo(String word) {
    int first = prefixes.isEmpty() ? 0 : 1;
    int last = word.length() - suffix.length();
    if (last - first < 2 || !word.endsWith(suffix)) {
      return null;
    }
    if (first == 1 && prefixes.indexOf(word.charAt(0)) < 0) {
      return null;
    }
    String rest = word.substring(first, last);
    return base.isEmpty() ? rest : rest + base;
  }
}

package org.marsad.names;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.RuleFile;

/** Adjectives of nations and towns, folded, with and without the article. No names themselves. */
final class Nationalities {
  static final String FILE = "nationalities.tsv";

  private final Set<String> adjectives = new HashSet<>();

  static Nationalities read(LexiconFiles files) {
    Nationalities all = new Nationalities();
    if (files.has(FILE)) {
      RuleFile.forEach(files, FILE, all::add);
    }
    return all;
  }

  private void add(RuleFile.Row row) {
    add(row.get("masc"));
    add(row.get("fem"));
    List<String> plurals = row.list("plural");
    plurals.forEach(this::add);
  }

  private void add(String word) {
    String folded = Orthography.fold(word);
    if (!folded.isEmpty() && folded.indexOf(' ') < 0) {
      adjectives.add(folded);
      adjectives.add("ال" + folded);
    }
  }

  boolean contains(String folded) {
    return adjectives.contains(folded);
  }
}

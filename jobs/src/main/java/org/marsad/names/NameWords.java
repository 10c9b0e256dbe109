package org.marsad.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.marsad.arabic.LexiconFiles;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.RuleFile;

/** Given names and surnames by themselves: {@code given_names.tsv} and {@code surnames.tsv}. */
final class NameWords {
  static final String GIVEN_FILE = "given_names.tsv";
  static final String SURNAMES_FILE = "surnames.tsv";
  static final int GIVEN = 1;
  static final int SURNAME = 2;

  /** Also an ordinary word. */
  static final int AMBIGUOUS = 4;

  private final Map<String, Integer> uses = new HashMap<>(1 << 14);
  private final Set<String> arabic = new HashSet<>();
  private final Set<String> foreign = new HashSet<>();

  static NameWords read(LexiconFiles files) {
    NameWords all = new NameWords();
    all.add(files, GIVEN_FILE, GIVEN);
    all.add(files, SURNAMES_FILE, SURNAME);
    return all;
  }

  private void add(LexiconFiles files, String file, int use) {
    if (files.has(file)) {
      RuleFile.forEach(
          files,
          file,
          row -> {
            int flags = row.get("ambiguous").equals("1") ? use | AMBIGUOUS : use;
            String folded = Orthography.fold(row.required("name"));
            switch (row.get("origin")) {
              case "ar" -> arabic.add(folded);
              case "foreign" -> foreign.add(folded);
              default -> {}
            }
            uses.merge(folded, flags, (a, b) -> a | b);
            if (folded.startsWith("عبد ")) {
              uses.merge("عبد" + folded.substring(4), flags, (a, b) -> a | b);
            }
          });
    }
  }

  int uses(String folded) {
    return uses.getOrDefault(folded, 0);
  }

  /** Whether Arabs have the name, others too or not. */
  boolean isArabic(String folded) {
    return arabic.contains(folded);
  }

  boolean isForeign(String folded) {
    return foreign.contains(folded) && !isArabic(folded);
  }

  boolean isSureGiven(String folded) {
    return (uses(folded) & (GIVEN | AMBIGUOUS)) == GIVEN;
  }
}

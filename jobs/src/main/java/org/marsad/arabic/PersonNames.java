package org.marsad.arabic;

import java.util.HashSet;
import java.util.Set;

/**
 * Surnames that look like a regular form or like a word with a clitic: behind a given name an
 * unlisted word stays whole, بيتر كينيون is no Kenyans and إيلي فيرون no verb.
 */
final class PersonNames {
  static final String GIVEN = "given_names.tsv";

  private final Set<String> given = new HashSet<>(1 << 13);

  private PersonNames() {}

  static PersonNames read(LexiconFiles files) {
    PersonNames names = new PersonNames();
    if (files.has(GIVEN)) {
      RuleFile.forEach(files, GIVEN, names::read);
    }
    return names;
  }

  private void read(RuleFile.Row row) {
    if (!row.get("ambiguous").equals("1")) {
      given.add(Orthography.clean(row.required("name")));
    }
  }

  /** The role of a word that is analysed so by itself. */
  NameRole role(Analysis word, boolean unsure) {
    if (word.pos() == Pos.PROPN && given.contains(word.written())) {
      return NameRole.GIVEN;
    }
    return unsure ? NameRole.UNSURE : NameRole.NONE;
  }

  /** The word's analysis behind another word: whole if it may be the surname of a given name. */
  static Analysis choose(Analysis word, Analysis previous) {
    if (word.role() != NameRole.UNSURE || previous == null || previous.role() != NameRole.GIVEN) {
      return word;
    }
    String whole = String.join("", word.segments());
    return Analysis.whole(Assembler.unknownLemma(whole), whole, Pos.PROPN, false)
        .withRole(NameRole.GIVEN);
  }
}

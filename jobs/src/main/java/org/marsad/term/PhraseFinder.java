package org.marsad.term;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.marsad.table.Inputs;

/**
 * Finds the window's phrases in an article's row of terms, where {@link PhraseCounter} counted them
 * and nowhere else.
 */
final class PhraseFinder implements Serializable {
  /** A phrase: its words' lemmas with a blank between, and how many they are. */
  record Phrase(String term, int words) implements Serializable {}

  /** The phrases that begin with a word: by their second, then by their third ("" if none). */
  private final Map<String, Map<String, Map<String, Phrase>>> phrases = new HashMap<>();

  private final SourceSignatures.Known signatures;

  PhraseFinder(SourceSignatures.Known signatures) {
    this.signatures = signatures;
  }

  static PhraseFinder of(Inputs inputs) {
    SourceSignatures.Known signatures = SourceSignatures.known(inputs);
    return inputs.once(PhraseFinder.class, i -> read(i, signatures));
  }

  private static PhraseFinder read(Inputs inputs, SourceSignatures.Known signatures) {
    List<Row> rows = inputs.table(Phrases.TABLE).select("term").collectAsList();
    PhraseFinder finder = new PhraseFinder(signatures);
    rows.forEach(r -> finder.add(r.getString(0)));
    return finder;
  }

  void add(String term) {
    String[] words = term.split(" ");
    phrases
        .computeIfAbsent(words[0], w -> new HashMap<>())
        .computeIfAbsent(words[1], w -> new HashMap<>())
        .put(words.length > 2 ? words[2] : "", new Phrase(term, words.length));
  }

  /** How often each phrase stands in an article; one within a longer one counts too. */
  Map<Phrase, Integer> count(ArticleTexts.Text text) {
    Map<Phrase, Integer> counts = new HashMap<>();
    int n = text.order().size();
    for (int i = 0; i + 1 < n; i++) {
      int a = text.termAt(i);
      int b = a < 0 ? -1 : text.termAt(i + 1);
      var second = b < 0 ? null : phrases.get(text.terms().get(a));
      var third = second == null ? null : second.get(text.terms().get(b));
      boolean phrase =
          third != null
              && NounPhrase.head(text, i)
              && NounPhrase.joined(text, i, signatures)
              && NounPhrase.agreeInGender(text, i);
      if (!phrase) {
        continue;
      }
      merge(counts, third.get(""));
      int c = i + 2 < n ? text.termAt(i + 2) : -1;
      if (c >= 0 && NounPhrase.joined(text, i + 1, signatures)) {
        merge(counts, third.get(text.terms().get(c)));
      }
    }
    return counts;
  }

  private static void merge(Map<Phrase, Integer> counts, Phrase phrase) {
    if (phrase != null) {
      counts.merge(phrase, 1, Integer::sum);
    }
  }
}

package org.marsad.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds every form of the lexicon in a field; choosing among them is {@link Resolver}'s. */
final class Matcher {
  private static final Comparator<Match> LONGEST_FIRST =
      Comparator.<Match>comparingInt(m -> m.first)
          .thenComparingInt(m -> -m.last)
          .thenComparingInt(m -> m.stripped);

  private final FormTrie trie;
  private final SpellingIndex spelling;

  Matcher(FormTrie trie, SpellingIndex spelling) {
    this.trie = trie;
    this.spelling = spelling;
  }

  /** All matches, by first token, longest first, whole words before stripped ones. */
  List<Match> find(Field field) {
    List<Match> found = new ArrayList<>();
    for (int i = 0; i < field.size(); i++) {
      int before = found.size();
      WordInfo word = field.words[i];
      for (int r = 0; r < word.ids.length; r++) {
        walk(field, i, word.ids[r], word.stripped[r], found);
      }
      if (found.size() > before + 1) {
        found.subList(before, found.size()).sort(LONGEST_FIRST);
      } else if (found.size() == before) {
        slip(field, i, found);
      }
    }
    return found;
  }

  private void walk(Field field, int first, int id, int stripped, List<Match> found) {
    int node = trie.step(0, id);
    int at = first;
    while (node != FormTrie.NONE) {
      Candidate[] forms = trie.forms(node);
      if (forms != null) {
        found.add(new Match(field, first, at, stripped, forms));
      }
      at = field.next(at);
      if (at < 0) {
        return;
      }
      node = trie.step(node, field.words[at].id);
    }
  }

  private void slip(Field field, int i, List<Match> found) {
    int n = field.words[i].isWord() ? field.next(i) : -1;
    if (n < 0
        || !field.words[n].isWord()
        || !(field.words[i].anchor || field.words[n].anchor)
        || field.tokens.get(i).stop()
        || field.tokens.get(n).stop()) {
      return;
    }
    String first = field.words[i].folded;
    Candidate candidate = spelling.find(first, field.words[n].folded);
    if (candidate != null) {
      found.add(new Match(field, i, n, 0, new Candidate[] {candidate}));
    }
  }
}

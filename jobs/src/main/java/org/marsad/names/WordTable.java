package org.marsad.names;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.marsad.arabic.Orthography;
import org.marsad.arabic.Token;

/**
 * Looks words up once, each as the analyser read it: a fixed table remembers the latest word of
 * each hash, so that a corpus of any size takes the same memory and threads never wait.
 */
final class WordTable {
  private static final int BITS = 17;
  private static final int SIZE = 1 << BITS;
  private static final String QUOTES = "\"'«»“”„‟‘’‹›`´";
  private static final String HYPHENS = "-‐‑–—−";

  private final FormTrie trie;
  private final Triggers triggers;
  private final NameWords names;
  private final Nationalities nationalities;
  private final SpellingIndex spelling;
  private final NameModel model;
  private final AtomicReferenceArray<WordInfo> latest = new AtomicReferenceArray<>(SIZE);

  WordTable(
      FormTrie trie,
      SpellingIndex spelling,
      Triggers triggers,
      NameWords names,
      Nationalities nationalities,
      NameModel model) {
    this.model = model;
    this.spelling = spelling;
    this.trie = trie;
    this.triggers = triggers;
    this.names = names;
    this.nationalities = nationalities;
  }

  WordInfo of(Token token) {
    String surface = token.surface();
    int parts = token.segments().size();
    int h = (surface.hashCode() + (token.stop() ? -parts : parts)) * 0x9E3779B9;
    int slot = h >>> (32 - BITS);
    WordInfo known = latest.getPlain(slot);
    if (known == null || !known.isOf(token)) {
      known = look(token);
      if (model != null) {
        known.word = WordFeatures.word(known, token, model.facts());
        known.scores = model.scores(known.word);
      }
      latest.setRelease(slot, known);
    }
    return known;
  }

  private WordInfo look(Token token) {
    String surface = token.surface();
    String folded = Orthography.fold(surface);
    WordInfo.Kind kind = kind(surface, folded);
    if (kind != WordInfo.Kind.WORD) {
      return new WordInfo(
          token, folded, kind, trie.word(folded), false, new int[0], new int[0], 0, 0, false);
    }
    List<Words.Reading> readings = Words.readings(folded);
    int[] ids = new int[readings.size()];
    int[] stripped = new int[readings.size()];
    int n = 0;
    int nameUses = 0;
    boolean nationality = false;
    for (Words.Reading reading : readings) {
      int id = trie.word(reading.bare());
      if (id != FormTrie.NONE && trie.step(0, id) != FormTrie.NONE) {
        ids[n] = id;
        stripped[n++] = reading.stripped();
      }
      if (nameUses == 0) {
        nameUses = names.uses(reading.bare());
      }
      nationality |= nationalities.contains(reading.bare());
    }
    return new WordInfo(
        token,
        folded,
        kind,
        trie.word(folded),
        spelling.isAnchor(folded),
        java.util.Arrays.copyOf(ids, n),
        java.util.Arrays.copyOf(stripped, n),
        triggers.uses(folded),
        nameUses,
        nationality);
  }

  private static WordInfo.Kind kind(String surface, String folded) {
    if (folded.isEmpty()) {
      return WordInfo.Kind.JOINT;
    }
    char c = folded.charAt(0);
    if (Character.isLetter(c)) {
      return WordInfo.Kind.WORD;
    }
    if (Character.isDigit(c)) {
      return WordInfo.Kind.NUMBER;
    }
    boolean joint =
        surface.chars().allMatch(x -> QUOTES.indexOf(x) >= 0 || HYPHENS.indexOf(x) >= 0);
    return joint ? WordInfo.Kind.JOINT : WordInfo.Kind.BREAK;
  }
}

package org.marsad.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What raw text says of a word: its classes from fine to coarse, and how the model tagged it. */
final class WordFacts {
  private static final int[] NONE = new int[0];

  private final Map<Long, int[]> byHash = new HashMap<>(1 << 17);

  /**
   * @param words numbers of each word, all of the same length
   */
  WordFacts(TreeMap<String, int[]> words) {
    words.forEach((word, facts) -> byHash.put(Hash.of(word), facts));
  }

  private WordFacts() {}

  /** The word's facts; empty if it is too rare to have any. */
  int[] of(String base) {
    return byHash.getOrDefault(Hash.of(base), NONE);
  }

  int size() {
    return byHash.size();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(byHash.size());
    TreeMap<Long, int[]> sorted = new TreeMap<>(byHash);
    out.writeByte(sorted.isEmpty() ? 0 : sorted.firstEntry().getValue().length);
    for (Map.Entry<Long, int[]> e : sorted.entrySet()) {
      out.writeLong(e.getKey());
      for (int fact : e.getValue()) {
        out.writeShort(fact);
      }
    }
  }

  static WordFacts read(DataInputStream in) throws IOException {
    WordFacts facts = new WordFacts();
    int n = in.readInt();
    int width = in.readByte();
    for (int i = 0; i < n; i++) {
      long hash = in.readLong();
      int[] values = new int[width];
      for (int k = 0; k < width; k++) {
        values[k] = in.readShort();
      }
      facts.byHash.put(hash, values);
    }
    return facts;
  }
}

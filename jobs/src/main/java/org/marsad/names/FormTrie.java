package org.marsad.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names as paths of word ids. One hash table of (node, word) pairs, so that a step costs one probe
 * whatever the lexicon's size.
 */
final class FormTrie {
  static final int NONE = -1;

  private final Map<String, Integer> ids;
  private final long[] keys;
  private final int[] targets;
  private final int mask;
  private final Candidate[][] forms;

  private FormTrie(Map<String, Integer> ids, Map<Long, Integer> edges, Candidate[][] forms) {
    this.ids = ids;
    this.forms = forms;
    int size = Integer.highestOneBit(Math.max(16, edges.size() * 3)) << 1;
    keys = new long[size];
    targets = new int[size];
    mask = size - 1;
    Arrays.fill(targets, NONE);
    edges.forEach(this::put);
  }

  private void put(long key, int target) {
    int slot = slot(key);
    while (targets[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private int slot(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32) & mask;
  }

  private static long key(int node, int word) {
    return ((long) node << 32) | word;
  }

  /** The id of a folded word, or {@link #NONE} if no name holds it. */
  int word(String folded) {
    Integer id = ids.get(folded);
    return id == null ? NONE : id;
  }

  /** The node behind a word, or {@link #NONE}; node 0 is the root. */
  int step(int node, int word) {
    if (word == NONE) {
      return NONE;
    }
    long key = key(node, word);
    int slot = slot(key);
    while (targets[slot] != NONE) {
      if (keys[slot] == key) {
        return targets[slot];
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  /** What the path to a node stands for; null if it is only the beginning of names. */
  Candidate[] forms(int node) {
    return forms[node];
  }

  /** The candidates of a whole form, or null. */
  Candidate[] find(List<String> words) {
    int node = 0;
    for (String word : words) {
      node = step(node, word(word));
      if (node == NONE) {
        return null;
      }
    }
    return forms[node];
  }

  static final class Builder {
    private final Map<String, Integer> ids = new HashMap<>(1 << 15);
    private final Map<Long, Integer> edges = new HashMap<>(1 << 16);
    private final List<List<Candidate>> forms = new ArrayList<>();

    Builder() {
      forms.add(null);
    }

    void add(List<String> words, Candidate candidate) {
      if (words.isEmpty()) {
        return;
      }
      int node = 0;
      for (String word : words) {
        Integer id = ids.computeIfAbsent(word, w -> ids.size());
        node = edges.computeIfAbsent(key(node, id), k -> node());
      }
      List<Candidate> here = forms.get(node);
      if (here == null) {
        here = new ArrayList<>(1);
        forms.set(node, here);
      }
      merge(here, candidate);
    }

    private int node() {
      forms.add(null);
      return forms.size() - 1;
    }

    /** One candidate an entity: the surest. */
    private static void merge(List<Candidate> here, Candidate candidate) {
      for (int i = 0; i < here.size(); i++) {
        if (here.get(i).entity().equals(candidate.entity())) {
          if (candidate.how().score > here.get(i).how().score) {
            here.set(i, candidate);
          }
          return;
        }
      }
      here.add(candidate);
    }

    FormTrie build() {
      Candidate[][] all = new Candidate[forms.size()][];
      for (int i = 0; i < all.length; i++) {
        List<Candidate> here = forms.get(i);
        all[i] = here == null ? null : here.toArray(new Candidate[0]);
      }
      return new FormTrie(Map.copyOf(ids), edges, all);
    }
  }
}

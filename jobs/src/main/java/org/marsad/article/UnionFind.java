package org.marsad.article;

import java.util.HashMap;
import java.util.Map;

/** Disjoint groups of texts that grow together; the smallest key of a group stands for it. */
final class UnionFind {
  private final Map<Long, Long> parent = new HashMap<>();

  /** The smallest key in the group of {@code key}. */
  long find(long key) {
    long root = key;
    for (Long up = parent.get(root); up != null; up = parent.get(root)) {
      root = up;
    }
    long at = key;
    while (at != root) {
      at = parent.put(at, root);
    }
    return root;
  }

  void union(long a, long b) {
    long x = find(a);
    long y = find(b);
    if (x != y) {
      parent.put(Math.max(x, y), Math.min(x, y));
    }
  }
}

package org.marsad.article;

import java.util.HashMap;
import java.util.Map;

/** Disjoint groups of names that grow together; the smallest name of a group stands for it. */
final class UnionFind {
  private final Map<String, String> parent = new HashMap<>();

  /** The smallest name in the group of {@code name}. */
  String find(String name) {
    String root = name;
    for (String up = parent.get(root); up != null; up = parent.get(root)) {
      root = up;
    }
    String at = name;
    while (!at.equals(root)) {
      at = parent.put(at, root);
    }
    return root;
  }

  void union(String a, String b) {
    String x = find(a);
    String y = find(b);
    int order = x.compareTo(y);
    if (order < 0) {
      parent.put(y, x);
    } else if (order > 0) {
      parent.put(x, y);
    }
  }
}

package org.marsad.term;

import java.util.Arrays;

/** Counts by long keys in open addressing: two counters a key, without an object for each. */
final class LongCounts {
  private static final long FREE = Long.MIN_VALUE;

  private long[] keys = new long[1 << 9];
  private int[] first = new int[1 << 9];
  private int[] second = new int[1 << 9];
  private int size;

  LongCounts() {
    Arrays.fill(keys, FREE);
  }

  /** Adds to the counters of a key. */
  void add(long key, int a, int b) {
    int slot = slot(keys, key);
    if (keys[slot] == FREE) {
      if (2 * size > keys.length) {
        grow();
        slot = slot(keys, key);
      }
      keys[slot] = key;
      size++;
    }
    first[slot] += a;
    second[slot] += b;
  }

  int size() {
    return size;
  }

  interface Visitor {
    void count(long key, int first, int second);
  }

  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        visitor.count(keys[i], first[i], second[i]);
      }
    }
  }

  private void grow() {
    long[] old = keys;
    int[] a = first;
    int[] b = second;
    keys = new long[2 * old.length];
    first = new int[keys.length];
    second = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < old.length; i++) {
      if (old[i] != FREE) {
        int slot = slot(keys, old[i]);
        keys[slot] = old[i];
        first[slot] = a[i];
        second[slot] = b[i];
      }
    }
  }

  private static int slot(long[] keys, long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (h >>> 32) & (keys.length - 1);
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}

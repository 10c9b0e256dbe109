package org.marsad.names;

import java.util.Arrays;

/** A growing list of feature hashes. */
final class Features {
  long[] hashes = new long[64];
  int size;

  void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash;
  }

  void add(int template, long value) {
    add(Hash.feature(template, value));
  }

  void add(int template, long a, long b) {
    add(Hash.feature(template, a, b));
  }

  void clear() {
    size = 0;
  }

  long[] toArray() {
    return Arrays.copyOf(hashes, size);
  }
}

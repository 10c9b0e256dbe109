package org.marsad.names;

import java.util.Arrays;
import java.util.List;

/** Numbers the features that occur often enough, in the order in which they first occur. */
final class FeatureIds {
  private long[] keys = new long[1 << 20];
  private int[] values = new int[1 << 20];
  private int used;
  private int size;

  interface Action {
    void accept(long hash, int row);
  }

  static FeatureIds count(List<CrfTrainer.Example> examples, int least) {
    FeatureIds ids = new FeatureIds();
    for (CrfTrainer.Example e : examples) {
      for (long[][] token : e.features()) {
        for (long[] group : token) {
          for (long hash : group) {
            ids.slotOf(hash, true);
          }
        }
      }
    }
    for (int i = 0; i < ids.keys.length; i++) {
      ids.values[i] = ids.values[i] >= least ? -2 : -1;
    }
    for (CrfTrainer.Example e : examples) {
      for (long[][] token : e.features()) {
        for (long[] group : token) {
          for (long hash : group) {
            int slot = ids.slotOf(hash, false);
            if (ids.values[slot] == -2) {
              ids.values[slot] = ids.size++;
            }
          }
        }
      }
    }
    return ids;
  }

  int size() {
    return size;
  }

  int[] rows(long[] hashes) {
    int[] rows = new int[hashes.length];
    int n = 0;
    for (long hash : hashes) {
      int row = values[slotOf(hash, false)];
      if (row >= 0) {
        rows[n++] = row;
      }
    }
    return Arrays.copyOf(rows, n);
  }

  void forEach(Action action) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0 && values[i] >= 0) {
        action.accept(keys[i], values[i]);
      }
    }
  }

  private int slotOf(long hash, boolean add) {
    int mask = keys.length - 1;
    int i = (int) (hash ^ hash >>> 32) & mask;
    while (keys[i] != 0 && keys[i] != hash) {
      i = (i + 1) & mask;
    }
    if (add) {
      if (keys[i] == 0) {
        keys[i] = hash;
        used++;
      }
      values[i]++;
      if (2 * used > keys.length) {
        grow();
      }
    }
    return i;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[keys.length];
    for (int k = 0; k < oldKeys.length; k++) {
      if (oldKeys[k] != 0) {
        int slot = slotOf(oldKeys[k], false);
        keys[slot] = oldKeys[k];
        values[slot] = oldValues[k];
      }
    }
  }
}

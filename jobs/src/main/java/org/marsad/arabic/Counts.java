package org.marsad.arabic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How often a written form stands in raw news, from {@code counts.tsv}: an open hash table of
 * 64-bit hashes, 12 bytes a slot, so that it loads fast and stays small.
 */
final class Counts {
  static final String FILE = "counts.tsv";

  private static final String HEADER = "form\t";

  private long[] keys = new long[1 << 18];
  private int[] values = new int[1 << 18];
  private int size;

  private Counts() {}

  /** Reads the file without making rows of its lines: there are a hundred thousand. */
  static Counts read(LexiconFiles files) {
    Counts counts = new Counts();
    int number = 0;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(files.open(FILE), StandardCharsets.UTF_8), 1 << 16)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isEmpty() && line.charAt(0) != '#' && !line.startsWith(HEADER)) {
          counts.parse(line, files, number);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return counts;
  }

  private void parse(String line, LexiconFiles files, int number) {
    int tab = line.indexOf('\t');
    try {
      add(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new LexiconException(
          files.where(FILE) + ":" + number, "is no form and its count: " + line);
    }
  }

  /** Occurrences of the form, alef's hamzas aside; 0 if it is too rare to be kept. */
  int of(CharSequence form) {
    return values[slot(hash(form))];
  }

  /** The same of the parts taken as one word. */
  int of(String first, String second) {
    return values[slot(hash(hash(SEED, first), second))];
  }

  private void add(String form, int count) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(hash(form));
    if (keys[slot] == 0) {
      keys[slot] = hash(form);
      size++;
    }
    values[slot] += count;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
    Arrays.fill(oldKeys, 0);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int i = (int) (key ^ (key >>> 32)) & mask;
    while (keys[i] != 0 && keys[i] != key) {
      i = (i + 1) & mask;
    }
    return i;
  }

  private static final long SEED = 0xCBF29CE484222325L;

  private static long hash(CharSequence form) {
    return hash(SEED, form);
  }

  private static long hash(long seed, CharSequence form) {
    long h = seed;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c == 'أ' || c == 'إ' || c == 'آ') {
        c = 'ا';
      }
      h = (h ^ c) * 0x100000001B3L;
      h ^= h >>> 29;
    }
    return h == 0 ? 1 : h;
  }
}

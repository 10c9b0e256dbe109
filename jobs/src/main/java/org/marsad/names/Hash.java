package org.marsad.names;

/** Hashes of words and features, the same on every machine. */
final class Hash {
  private static final long SEED = 0xCBF29CE484222325L;

  private Hash() {}

  static long of(CharSequence text) {
    return of(text, 0, text.length());
  }

  static long of(CharSequence text, int from, int to) {
    long h = SEED;
    for (int i = from; i < to; i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(h);
  }

  /** The hash of a feature: its template and the value that it takes. */
  static long feature(int template, long value) {
    return mix(value * 0x9E3779B97F4A7C15L + template + 1);
  }

  static long feature(int template, long a, long b) {
    return feature(template, a * 0xBF58476D1CE4E5B9L ^ Long.rotateLeft(mix(b), 17));
  }

  /** The finalizer of MurmurHash3. */
  static long mix(long h) {
    long x = h;
    x = (x ^ (x >>> 33)) * 0xFF51AFD7ED558CCDL;
    x = (x ^ (x >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return x ^ (x >>> 33);
  }
}

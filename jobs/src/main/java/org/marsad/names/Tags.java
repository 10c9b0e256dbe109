package org.marsad.names;

/**
 * What the sequence model says of a token: outside any name, or the begin, inside, end or single
 * token of a name of one type. Only sequences that make whole names are allowed.
 */
final class Tags {
  static final int BEGIN = 0;
  static final int INSIDE = 1;
  static final int END = 2;
  static final int SINGLE = 3;

  static final int OUTSIDE = 0;
  static final int COUNT = 1 + 4 * EntityType.values().length;

  /** Allowed pairs of neighbouring tags: {@code FROM[k]} before {@code TO[k]}. */
  static final int[] FROM;

  static final int[] TO;

  static {
    int[] from = new int[COUNT * COUNT];
    int[] to = new int[COUNT * COUNT];
    int n = 0;
    for (int b = 0; b < COUNT; b++) {
      for (int a = 0; a < COUNT; a++) {
        if (isAllowed(a, b)) {
          from[n] = a;
          to[n++] = b;
        }
      }
    }
    FROM = java.util.Arrays.copyOf(from, n);
    TO = java.util.Arrays.copyOf(to, n);
  }

  private Tags() {}

  static int of(int type, int part) {
    return 1 + 4 * type + part;
  }

  /** Ordinal of the tag's {@link EntityType}; -1 outside names. */
  static int type(int tag) {
    return tag == OUTSIDE ? -1 : (tag - 1) >> 2;
  }

  static int part(int tag) {
    return (tag - 1) & 3;
  }

  /** Whether the name goes on behind a token with this tag. */
  static boolean isOpen(int tag) {
    return tag != OUTSIDE && part(tag) <= INSIDE;
  }

  /** Whether a name has begun before a token with this tag. */
  static boolean goesOn(int tag) {
    return tag != OUTSIDE && (part(tag) == INSIDE || part(tag) == END);
  }

  static boolean isAllowed(int from, int to) {
    return isOpen(from) ? goesOn(to) && type(from) == type(to) : !goesOn(to);
  }
}

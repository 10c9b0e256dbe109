package org.marsad.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines as bytes, holding no more of one than a limit. */
final class Lines {
  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private boolean cut;

  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line without its end, or null behind the last; see {@link #cut()}. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = null;
    cut = false;
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(0, in.read(buffer));
        if (to == 0) {
          return line == null ? null : line.toByteArray();
        }
      }
      if (line == null) {
        line = new ByteArrayOutputStream(512);
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      int room = Math.min(end - from, limit - line.size());
      line.write(buffer, from, room);
      cut |= room < end - from;
      boolean found = end < to;
      from = found ? end + 1 : to;
      if (found) {
        return line.toByteArray();
      }
    }
  }

  /** Whether the line returned last was longer than the limit, and is not whole. */
  boolean cut() {
    return cut;
  }
}

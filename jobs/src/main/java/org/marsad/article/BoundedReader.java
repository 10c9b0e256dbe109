package org.marsad.article;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters of which a record may take so many; more are an {@link IOException}. */
final class BoundedReader extends FilterReader {
  private final String record;
  private final long most;
  private long passed;
  private long allowed;
  private char lastSign;

  /**
   * A reader within bounds.
   *
   * @param record what a record is called
   * @param most how many characters one may have
   */
  BoundedReader(Reader in, String record, long most) {
    super(in);
    this.record = record;
    this.most = most;
    this.allowed = most;
  }

  /** A record begins; of what was read before so many characters count as its own. */
  void restart(long held) {
    allowed = passed - held + most;
  }

  /** Whether a record had too many. */
  boolean isExceeded() {
    return passed > allowed;
  }

  /** The last character so far that is no white space, or 0. */
  char lastSign() {
    return lastSign;
  }

  /** How many characters were read. */
  long passed() {
    return passed;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int n = super.read(target, offset, length);
    passed += Math.max(0, n);
    for (int i = offset + n - 1; i >= offset; i--) {
      if (target[i] > ' ') {
        lastSign = target[i];
        break;
      }
    }
    if (passed > allowed) {
      throw new IOException(record + " above " + most + " characters");
    }
    return n;
  }
}

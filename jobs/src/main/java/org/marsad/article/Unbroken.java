package org.marsad.article;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends where the one behind it breaks, and remembers why: what was read before the
 * break is not lost in the buffers of whoever reads.
 */
final class Unbroken extends InputStream {
  private final InputStream in;
  private byte[] before = {};
  private int at;
  private IOException failure;

  Unbroken(InputStream in) {
    this.in = in;
  }

  /** This stream once more from the bytes that were read of it, without the first few. */
  Unbroken behind(byte[] bytes, int without) {
    before = bytes;
    at = without;
    return this;
  }

  /** Why the stream ended too early, or null. */
  IOException failure() {
    return failure;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (at < before.length) {
      int n = Math.min(length, before.length - at);
      System.arraycopy(before, at, target, offset, n);
      at += n;
      return n;
    }
    if (failure != null) {
      return -1;
    }
    try {
      return in.read(target, offset, length);
    } catch (IOException e) {
      failure = e;
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

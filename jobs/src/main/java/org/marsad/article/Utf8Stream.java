package org.marsad.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Characters as UTF-8 bytes. */
final class Utf8Stream extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[8192];
  private byte[] bytes = {};
  private int at;

  Utf8Stream(Reader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, n);
    at += n;
    return n;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int n = reader.read(chars, 0, chars.length - 1);
      if (n < 0) {
        return false;
      }
      if (n > 0 && Character.isHighSurrogate(chars[n - 1])) {
        int low = reader.read();
        if (low >= 0) {
          chars[n++] = (char) low;
        }
      }
      bytes = new String(chars, 0, n).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}

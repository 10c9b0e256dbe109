package org.marsad.article;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Uncompresses what is compressed, whatever its name says; a file may have several members. */
final class Gzip {
  private static final int BUFFER = 1 << 16;

  private Gzip() {}

  /**
   * The uncompressed bytes.
   *
   * @param named whether the file's name promises gzip: then no bytes at all are too few
   */
  static InputStream open(InputStream raw, boolean named) throws IOException {
    InputStream in = new Peeking(raw);
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    if (magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B) {
      return new GZIPInputStream(in, BUFFER);
    }
    if (named && magic.length < 2) {
      throw new EOFException("the compressed file is empty");
    }
    return in;
  }

  /**
   * Says by a look whether more bytes are there. {@link GZIPInputStream} asks before it looks for a
   * further member, and remote streams answer 0 whenever their buffer is empty.
   */
  private static final class Peeking extends BufferedInputStream {
    Peeking(InputStream in) {
      super(in, BUFFER);
    }

    @Override
    public synchronized int available() throws IOException {
      mark(1);
      int next = read();
      reset();
      return next < 0 ? 0 : Math.max(1, super.available());
    }
  }
}

package org.marsad.article;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Uncompresses what is compressed, whatever its name says; a file may have several members. */
final class Gzip {
  private static final int BUFFER = 1 << 16;

  /** So many times its size no text unpacks to: Arabic in JSON comes to five to twenty. */
  private static final int MOST_RATIO = 200;

  /** Up to so many bytes any ratio is harmless. */
  private static final long HARMLESS = 64L << 20;

  private Gzip() {}

  /**
   * The uncompressed bytes.
   *
   * @param named whether the file's name promises gzip: then no bytes at all are too few
   */
  static InputStream open(InputStream raw, boolean named) throws IOException {
    Peeking in = new Peeking(raw);
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    if (magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B) {
      return new Bounded(new GZIPInputStream(in, BUFFER), in);
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
    private final Counting packed;

    Peeking(InputStream in) {
      this(new Counting(in));
    }

    private Peeking(Counting packed) {
      super(packed, BUFFER);
      this.packed = packed;
    }

    @Override
    public synchronized int available() throws IOException {
      mark(1);
      int next = read();
      reset();
      return next < 0 ? 0 : Math.max(1, super.available());
    }
  }

  /** Counts the bytes that it gives. */
  private static class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = in.read(target, offset, length);
      count(Math.max(0, n));
      return n;
    }

    void count(int n) throws IOException {
      bytes += n;
    }
  }

  /** Breaks where a small file unpacks without end. */
  private static final class Bounded extends Counting {
    private final Peeking source;

    Bounded(InputStream unpacked, Peeking source) {
      super(unpacked);
      this.source = source;
    }

    @Override
    void count(int n) throws IOException {
      super.count(n);
      long unpacked = super.bytes;
      long packed = source.packed.bytes;
      if (unpacked > HARMLESS && unpacked > MOST_RATIO * packed) {
        throw new IOException(
            "it unpacks to more than " + MOST_RATIO + " times its size: a decompression bomb");
      }
    }
  }
}

package org.marsad.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.ChecksumException;

/** A stream whose own errors can be told from those of the format that is read from it. */
final class StorageStream extends FilterInputStream {
  private StorageStream(InputStream in) {
    super(in);
  }

  /** Bytes did not come, whatever they are. */
  static final class Failure extends IOException {
    private static final long serialVersionUID = 1L;

    Failure(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Something that opens a file's bytes. */
  interface Opening {
    InputStream open() throws IOException;
  }

  static InputStream open(Opening opening) throws IOException {
    try {
      return new StorageStream(opening.open());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Bytes that come, but are others than were written, are the file's own fault. */
  private static IOException failure(IOException e) {
    return e instanceof ChecksumException ? e : new Failure(e);
  }
}

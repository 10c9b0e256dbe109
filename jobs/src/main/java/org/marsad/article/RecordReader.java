package org.marsad.article;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;

/**
 * Reads the records of one file, one after the other. A file that ends too early or breaks gives
 * the records before the break, and one that says what happened: nothing is lost, nothing thrown.
 */
abstract class RecordReader implements Iterator<RawRecord>, Closeable {
  private final String input;
  private final InputStream stream;
  private RawRecord next;
  private boolean done;

  RecordReader(String input, InputStream stream) {
    this.input = input;
    this.stream = stream;
  }

  /** The next record, or null behind the last. */
  abstract RawRecord read() throws IOException;

  /** Where the record read last stands, from 1. */
  abstract long position();

  @Override
  public final boolean hasNext() {
    if (next == null && !done) {
      next = advance();
      if (next == null) {
        done = true;
        close();
      }
    }
    return next != null;
  }

  @Override
  public final RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException(input);
    }
    RawRecord current = next;
    next = null;
    return current;
  }

  private RawRecord advance() {
    try {
      return read();
    } catch (EOFException | ZipException e) {
      done = true;
      return failed(RejectReason.TRUNCATED, e);
    } catch (IOException | RuntimeException e) {
      done = true;
      return failed(RejectReason.UNREADABLE, e);
    }
  }

  private RawRecord failed(RejectReason reason, Exception e) {
    close();
    return RawRecord.failed(input, position() + 1, "", reason, String.valueOf(e.getMessage()));
  }

  @Override
  public final void close() {
    try {
      stream.close();
    } catch (IOException e) {
      // Everything wanted was read; a failing close loses nothing.
    }
  }
}

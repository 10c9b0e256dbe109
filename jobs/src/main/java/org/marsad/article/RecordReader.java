package org.marsad.article;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Reads the records of one file, one after the other. A file that ends too early or breaks gives
 * the records before the break, and one that says what happened: nothing is lost, nothing thrown.
 */
abstract class RecordReader implements Iterator<RawRecord>, Closeable {
  private final String input;
  private final Unbroken stream;
  private RawRecord next;
  private RawRecord behind;
  private boolean started;
  private boolean ended;

  RecordReader(String input, Unbroken stream) {
    this.input = input;
    this.stream = stream;
  }

  /** The next record, or null behind the last. */
  abstract RawRecord read() throws IOException;

  /** Where the record read last stands, from 1. */
  abstract long position();

  /** Whether a record that a break of the file follows at once is surely whole. */
  boolean whole(RawRecord beforeBreak) {
    return false;
  }

  @Override
  public final boolean hasNext() {
    if (!started) {
      started = true;
      next = advance();
      look();
    }
    return next != null;
  }

  @Override
  public final RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException(input);
    }
    RawRecord current = next;
    next = behind;
    look();
    return current;
  }

  /** Reads one record ahead: the last before a break of the file may be cut. */
  private void look() {
    behind = null;
    if (next == null || ended) {
      return;
    }
    behind = advance();
    if (ended && stream.failure() != null && !whole(next)) {
      next = broken(next.position(), next.raw());
      behind = null;
    }
  }

  private RawRecord advance() {
    try {
      RawRecord record = read();
      if (record != null) {
        return record;
      }
      end();
      return stream.failure() == null ? null : broken(position() + 1, "");
    } catch (IOException | RuntimeException e) {
      end();
      long at = position() + 1;
      return stream.failure() != null
          ? broken(at, "")
          : RawRecord.failed(
              input, at, "", RejectReason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  private RawRecord broken(long position, String raw) {
    IOException e = stream.failure();
    return RawRecord.failed(input, position, raw, reason(e), String.valueOf(e.getMessage()));
  }

  /** Ended too early, or damaged, or the storage's fault. */
  static RejectReason reason(IOException e) {
    if (e instanceof StorageStream.Failure) {
      return RejectReason.STORAGE;
    }
    return e instanceof EOFException ? RejectReason.TRUNCATED : RejectReason.UNREADABLE;
  }

  private void end() {
    ended = true;
    close();
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

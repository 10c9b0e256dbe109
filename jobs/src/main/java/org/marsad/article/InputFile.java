package org.marsad.article;

import java.io.Serializable;

/**
 * One file to read.
 *
 * @param path where it is, as Hadoop names it
 * @param name the path as the user may recognise it: absolute, without {@code file:}
 * @param bytes its size
 * @param changed when it was last changed, milliseconds since 1970
 * @param hash SHA-256 of its bytes, hexadecimal; empty until computed, or if they do not come
 * @param hints what is known of its articles from outside
 * @param fault why it is not read at all, or null
 */
public record InputFile(
    String path, String name, long bytes, long changed, String hash, FileHints hints, Fault fault)
    implements Serializable {

  /** What keeps a file, or a directory of them, from being read. */
  record Fault(RejectReason reason, String detail) implements Serializable {}

  InputFile(String path, String name, long bytes, String hash, FileHints hints) {
    this(path, name, bytes, 0, hash, hints, null);
  }

  /** Whether its content can be had, and is to be: another file may hold the same. */
  public boolean isReadable() {
    return fault == null && !hash.isEmpty();
  }

  /**
   * What tells whether it was read: its hash, and the paper and the day where they are told beside
   * it, since two papers may print the same.
   */
  public String key() {
    boolean dated = hints.date() != null && hints.dateOrigin() != DateOrigin.FILE_TIME;
    return hints.source().isEmpty() && !dated
        ? hash
        : hash + " " + hints.source() + " " + (dated ? hints.date() : "");
  }

  /** The hash of the content out of a key. */
  public static String content(String key) {
    return key.split(" ", 2)[0];
  }

  /** The same with its hash. */
  public InputFile withHash(String computed) {
    return new InputFile(path, name, bytes, changed, computed, hints, fault);
  }
}

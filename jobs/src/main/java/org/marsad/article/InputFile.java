package org.marsad.article;

import java.io.Serializable;

/**
 * One file to read.
 *
 * @param path where it is, as Hadoop names it
 * @param name the path as the user may recognise it: relative where the user's was
 * @param bytes its size
 * @param hash SHA-256 of its bytes, hexadecimal; empty until computed
 * @param hints what is known of its articles from outside
 */
public record InputFile(String path, String name, long bytes, String hash, FileHints hints)
    implements Serializable {

  InputFile withHash(String computed) {
    return new InputFile(path, name, bytes, computed, hints);
  }
}

package org.marsad.article;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file being read: its bytes, uncompressed, behind any byte-order mark, and its encoding.
 *
 * @param stream the bytes
 * @param charset the encoding found in the first 64 KB
 * @param sample the first bytes, for a look at what the file holds
 */
record Opened(InputStream stream, Charset charset, byte[] sample) {
  private static final int SAMPLE = 1 << 16;

  /**
   * Opens a file.
   *
   * @param gzip whether the bytes are compressed
   * @return empty if its first bytes fit no encoding
   */
  static Optional<Opened> open(InputStream raw, boolean gzip) throws IOException {
    InputStream in = new BufferedInputStream(gzip ? new GZIPInputStream(raw, SAMPLE) : raw, SAMPLE);
    byte[] sample = in.readNBytes(SAMPLE);
    boolean whole = sample.length < SAMPLE;
    Optional<Charset> charset = Encodings.detect(sample, whole);
    int mark = Encodings.markLength(sample);
    InputStream all =
        new SequenceInputStream(new ByteArrayInputStream(sample, mark, sample.length - mark), in);
    return charset.map(c -> new Opened(all, c, sample));
  }

  String charsetName() {
    return charset.name();
  }

  /** The characters; bytes that do not fit become U+FFFD. */
  Reader reader() {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    return new InputStreamReader(stream, decoder);
  }

  /** The bytes in an encoding whose line ends are one byte: UTF-16 comes as UTF-8. */
  InputStream bytes() {
    return wide() ? new Utf8Stream(reader()) : stream;
  }

  /** The encoding of {@link #bytes()}. */
  Charset lineCharset() {
    return wide() ? StandardCharsets.UTF_8 : charset;
  }

  private boolean wide() {
    return charset.name().startsWith("UTF-16");
  }
}

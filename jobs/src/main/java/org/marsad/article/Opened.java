package org.marsad.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file being read: its bytes, uncompressed, behind any byte-order mark, and its encoding.
 *
 * @param stream the bytes, as far as they can be read
 * @param charset the encoding found in the first 64 KB
 * @param sample the first characters, for a look at what the file holds
 */
record Opened(Unbroken stream, Charset charset, String sample) {
  private static final int SAMPLE = 1 << 16;

  /**
   * Opens a file.
   *
   * @param gzip whether its name says that the bytes are compressed
   * @return empty if its first bytes fit no encoding
   */
  static Optional<Opened> open(InputStream raw, boolean gzip) throws IOException {
    Unbroken in = new Unbroken(Gzip.open(raw, gzip));
    byte[] sample = in.readNBytes(SAMPLE);
    if (sample.length == 0 && in.failure() != null) {
      throw in.failure();
    }
    boolean whole = sample.length < SAMPLE && in.failure() == null;
    int mark = Encodings.markLength(sample);
    Optional<Charset> charset =
        InputFormat.webArchive(sample)
            ? Optional.of(StandardCharsets.ISO_8859_1)
            : Encodings.detect(sample, whole);
    return charset.map(c -> new Opened(in.behind(sample, mark), c, Encodings.lenient(sample, c)));
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

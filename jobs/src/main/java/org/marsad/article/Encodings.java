package org.marsad.article;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out in which encoding bytes of Arabic text are written. */
final class Encodings {
  static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final List<String> ARABIC_SINGLE_BYTE = List.of("windows-1256", "ISO-8859-6");
  private static final int MOST_FAULTS = 100;
  private static final double MOST_CONTROLS = 0.02;
  private static final double LEAST_ARABIC = 0.7;

  private Encodings() {}

  /** Decoded text and the encoding it was in. */
  record Decoded(String text, String charset) {}

  /** How many bytes of a byte-order mark stand at the beginning. */
  static int markLength(byte[] bytes) {
    if (bytes.length >= 3 && at(bytes, 0) == 0xEF && at(bytes, 1) == 0xBB && at(bytes, 2) == 0xBF) {
      return 3;
    }
    boolean utf16 =
        bytes.length >= 2
            && ((at(bytes, 0) == 0xFF && at(bytes, 1) == 0xFE)
                || (at(bytes, 0) == 0xFE && at(bytes, 1) == 0xFF));
    return utf16 ? 2 : 0;
  }

  /**
   * The encoding of a text that begins with {@code sample}; empty if none fits.
   *
   * @param whole whether the sample is the whole text, so that it cannot end within a character
   */
  static Optional<Charset> detect(byte[] sample, boolean whole) {
    int mark = markLength(sample);
    if (mark == 3) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (mark == 2) {
      return Optional.of(
          at(sample, 0) == 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
    Optional<Charset> wide = unmarkedUtf16(sample);
    if (wide.isPresent()) {
      return wide;
    }
    return utf8(sample, whole) ? Optional.of(StandardCharsets.UTF_8) : singleByte(sample);
  }

  /** Decodes a whole text; empty if no encoding fits. */
  static Optional<Decoded> decode(byte[] bytes) {
    return detect(bytes, true).flatMap(charset -> decode(bytes, charset));
  }

  private static Optional<Decoded> decode(byte[] bytes, Charset charset) {
    // UTF-8 was recognised in spite of a stray byte, which becomes U+FFFD.
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    return (utf8 ? Optional.of(lenient(bytes, charset)) : strict(bytes, charset))
        .map(text -> new Decoded(text, charset.name()));
  }

  /** Decodes without a single replacement, or not at all. */
  static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(content(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Decodes with U+FFFD for what does not fit. */
  static String lenient(byte[] bytes, Charset charset) {
    return charset.decode(content(bytes)).toString();
  }

  private static ByteBuffer content(byte[] bytes) {
    int mark = markLength(bytes);
    return ByteBuffer.wrap(bytes, mark, bytes.length - mark);
  }

  /** Whether bytes are UTF-8, but for one fault or so in a hundred characters beyond ASCII. */
  private static boolean utf8(byte[] sample, boolean whole) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(sample);
    CharBuffer out = CharBuffer.allocate(sample.length + 1);
    int faults = 0;
    for (CoderResult r = decoder.decode(in, out, whole); r.isError(); ) {
      faults++;
      in.position(in.position() + r.length());
      r = decoder.decode(in, out, whole);
    }
    long beyond = out.flip().chars().filter(c -> c > 0x7F).count();
    return faults * MOST_FAULTS <= beyond;
  }

  /** UTF-16 without a mark: Arabic letters all have 06 as their upper byte. */
  private static Optional<Charset> unmarkedUtf16(byte[] sample) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < sample.length; i += 2) {
      even += sample[i] == 6 || sample[i] == 0 ? 1 : 0;
      odd += sample[i + 1] == 6 || sample[i + 1] == 0 ? 1 : 0;
    }
    int pairs = sample.length / 2;
    if (pairs < 8) {
      return Optional.empty();
    }
    if (odd > 0.9 * pairs && even < 0.5 * pairs) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (even > 0.9 * pairs && odd < 0.5 * pairs) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  /**
   * The single-byte encoding that turns the most of the bytes beyond ASCII into Arabic. ISO-8859-6
   * leaves open the places of ف, ق, ك and غ in windows-1256, which in turn has Latin letters at
   * those of ق, ه, ي: a few words decide. Where both fit, ICU's statistics do.
   */
  private static Optional<Charset> singleByte(byte[] sample) {
    if (controls(sample) > MOST_CONTROLS * sample.length) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      names.add(match.getName());
    }
    names.retainAll(ARABIC_SINGLE_BYTE);
    names.addAll(ARABIC_SINGLE_BYTE);
    Charset best = null;
    double bestShare = LEAST_ARABIC;
    for (String name : names) {
      Charset charset = Charset.forName(name);
      double share = arabicBeyondAscii(lenient(sample, charset));
      if (share > bestShare + (best == null ? 0 : 0.02)) {
        best = charset;
        bestShare = share;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Arabic letters among letters beyond ASCII and characters that are none. */
  private static double arabicBeyondAscii(String text) {
    long counted =
        text.chars().filter(c -> c > 0x7F && (Character.isLetter(c) || c == 0xFFFD)).count();
    long arabic = text.chars().filter(c -> Mojibake.isArabic((char) c)).count();
    return counted == 0 ? 0 : (double) arabic / counted;
  }

  private static long controls(byte[] sample) {
    long controls = 0;
    for (byte b : sample) {
      controls += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
    }
    return controls;
  }

  private static int at(byte[] bytes, int i) {
    return bytes[i] & 0xFF;
  }
}

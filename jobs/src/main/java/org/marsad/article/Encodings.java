package org.marsad.article;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Finds out in which encoding bytes of Arabic text are written. */
final class Encodings {
  static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  private static final Set<String> ARABIC_SINGLE_BYTE = Set.of("windows-1256", "ISO-8859-6");

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
    if (strict(trimmed(sample, whole), StandardCharsets.UTF_8).isPresent()) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return singleByte(sample);
  }

  /** Decodes a whole text; empty if no encoding fits. */
  static Optional<Decoded> decode(byte[] bytes) {
    return detect(bytes, true).flatMap(charset -> decode(bytes, charset));
  }

  private static Optional<Decoded> decode(byte[] bytes, Charset charset) {
    int mark = markLength(bytes);
    ByteBuffer content = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(content)
              .toString();
      return Optional.of(new Decoded(text, charset.name()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Decodes without a single replacement, or not at all. */
  static Optional<String> strict(byte[] bytes, Charset charset) {
    return decode(bytes, charset).map(Decoded::text);
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

  private static Optional<Charset> singleByte(byte[] sample) {
    Charset best = null;
    double bestShare = 0.5;
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      if (!ARABIC_SINGLE_BYTE.contains(match.getName())) {
        continue;
      }
      Charset charset = Charset.forName(match.getName());
      double share = Mojibake.arabicShare(new String(sample, charset));
      // Equal shares: the detector's own order, best first, stands.
      if (share > bestShare + 0.02) {
        best = charset;
        bestShare = share;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Without the last character's bytes if they may be cut. */
  private static byte[] trimmed(byte[] sample, boolean whole) {
    if (whole) {
      return sample;
    }
    int end = sample.length;
    while (end > 0 && end > sample.length - 4 && (sample[end - 1] & 0x80) != 0) {
      end--;
    }
    return java.util.Arrays.copyOf(sample, end);
  }

  private static int at(byte[] bytes, int i) {
    return bytes[i] & 0xFF;
  }
}

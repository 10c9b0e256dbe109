package org.marsad.article;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Text that was decoded with the wrong encoding before it came here: recognised by letters that
 * Arabic news does not use, repaired by undoing the wrong step where that gives Arabic without a
 * single loss.
 */
final class Mojibake {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** A wrong step to undo: encode with the one, decode with the other. */
  private record Step(Charset encode, Charset decode) {
    @Override
    public String toString() {
      return decode.name() + " read as " + encode.name();
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step(WINDOWS_1252, StandardCharsets.UTF_8),
          new Step(Encodings.WINDOWS_1256, StandardCharsets.UTF_8),
          new Step(WINDOWS_1252, Encodings.WINDOWS_1256));

  private Mojibake() {}

  /** What a look at a text came to. */
  enum Verdict {
    FINE,
    REPAIRED,
    LOST
  }

  /** The text to go on with, and how it came about: {@code step} names what was undone. */
  record Outcome(Verdict verdict, String text, String step) {

    /** Another field of the same record: decoded wrongly in the same way, or not at all. */
    String alike(String other) {
      return STEPS.stream()
          .filter(s -> s.toString().equals(step) && suspicious(other))
          .findFirst()
          .flatMap(s -> undo(other, s))
          .filter(repaired -> !suspicious(repaired))
          .orElse(other);
    }
  }

  /** Looks at a text, and repairs it where that is certain. */
  static Outcome examine(String text) {
    Shares shares = Shares.of(text);
    if (shares.replaced() > 0.01) {
      return new Outcome(Verdict.LOST, text, "");
    }
    if (!shares.suspicious()) {
      return new Outcome(Verdict.FINE, text, "");
    }
    for (Step step : STEPS) {
      Optional<String> repaired = undo(text, step);
      if (repaired.isPresent() && !suspicious(repaired.get()) && reads(repaired.get())) {
        return new Outcome(Verdict.REPAIRED, repaired.get(), step.toString());
      }
    }
    return new Outcome(Verdict.LOST, text, "");
  }

  /** Arabic letters as a share of all letters; 0 for a text without letters. */
  static double arabicShare(String text) {
    int letters = 0;
    int arabic = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        arabic += isArabic(c) ? 1 : 0;
      }
    }
    return letters == 0 ? 0 : (double) arabic / letters;
  }

  static boolean isArabic(char c) {
    return (c >= '\u0620' && c <= '\u064A')
        || (c >= '\u066E' && c <= '\u06D3')
        || (c >= '\uFB50' && c <= '\uFDFF')
        || (c >= '\uFE70' && c <= '\uFEFC');
  }

  private static boolean suspicious(String text) {
    return Shares.of(text).suspicious();
  }

  /** Arabic, with at least one of the commonest words of any Arabic sentence. */
  private static boolean reads(String text) {
    return arabicShare(text) > 0.6
        && java.util.Arrays.stream(text.split("\\s+", 2000))
            .anyMatch(w -> List.of("في", "من", "على", "إلى", "الى", "أن", "ان", "عن").contains(w));
  }

  private static Optional<String> undo(String text, Step step) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    CharsetEncoder encoder = step.encode().newEncoder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (encoder.canEncode(c)) {
        bytes.writeBytes(String.valueOf(c).getBytes(step.encode()));
      } else if (c < 0x100) {
        // Bytes that the encoding leaves open, browsers and databases pass through as they are.
        bytes.write(c);
      } else {
        return Optional.empty();
      }
    }
    return Encodings.strict(bytes.toByteArray(), step.decode());
  }

  /**
   * Shares of all characters that show.
   *
   * @param replaced signs for what could not be decoded
   * @param latin Latin letters and signs beyond ASCII
   * @param emphatic ط and ظ
   */
  private record Shares(double replaced, double latin, double emphatic) {
    static Shares of(String text) {
      int visible = 0;
      int replaced = 0;
      int latin = 0;
      int emphatic = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        // U+00A0 is space first, and a misread byte only beside many others.
        if (c == '\u00A0' || Character.isWhitespace(c)) {
          continue;
        }
        visible++;
        if (c >= '\u0080' && c <= '\u024F') {
          latin++;
        } else if (c == 'ط' || c == 'ظ') {
          emphatic++;
        } else if (c == '\uFFFD') {
          replaced++;
        }
      }
      double all = Math.max(1, visible);
      return new Shares(replaced / all, latin / all, emphatic / all);
    }

    boolean suspicious() {
      // UTF-8 read as windows-1256: each letter became ط or ظ and a second sign.
      return latin > 0.25 || emphatic > 0.25;
    }
  }
}

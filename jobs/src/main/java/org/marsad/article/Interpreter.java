package org.marsad.article;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marsad.arabic.ArabicDates;

/** Turns a record as read into an article, or into a reject with its reason. */
final class Interpreter {
  /** The largest body taken, in UTF-8 bytes. */
  static final int BODY_LIMIT = 5_000_000;

  private static final double LEAST_ARABIC = 1.0 / 3;
  private static final double MANY_FOREIGN = 0.08;
  private static final double FEW_FOREIGN = 0.01;
  private static final double FEW_SHAPES = 0.03;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private final FieldNames names;
  private final ArabicDates dates;

  /** A later day is a misprint. */
  private final LocalDate latest;

  Interpreter(FieldNames names, ArabicDates dates) {
    this.names = names;
    this.dates = dates;
    this.latest = LocalDate.now(ZoneOffset.UTC).plusYears(1);
  }

  /** Where a record stands in its file, and one of the two that is not null. */
  record Outcome(long position, Article article, Reject reject) {}

  private record Day(LocalDate date, DateOrigin origin) {}

  Outcome interpret(RawRecord record, FileHints hints) {
    String declared = clean(names.find(record.fields(), "source"));
    String url = line(names.find(record.fields(), "url"));
    String source = source(declared, url, hints);
    Day day = day(record, url, hints);
    if (record.reason() != null) {
      return rejected(record, record.reason(), record.detail(), source, day);
    }
    String body = names.find(record.fields(), "body");
    if (body.length() > BODY_LIMIT
        || (body.length() > BODY_LIMIT / 4
            && body.getBytes(StandardCharsets.UTF_8).length > BODY_LIMIT)) {
      return rejected(record, RejectReason.TOO_LARGE, null, source, day);
    }
    Mojibake.Outcome seen = Mojibake.examine(Html.withoutTags(body));
    if (seen.verdict() == Mojibake.Verdict.LOST) {
      return rejected(record, RejectReason.MOJIBAKE, null, source, day);
    }
    body = clean(Html.unescaped(seen.text()));
    Optional<RejectReason> fault = fault(body);
    if (fault.isPresent()) {
      return rejected(record, fault.get(), detail(record, fault.get()), source, day);
    }
    if (day.date().isAfter(latest)) {
      return rejected(record, RejectReason.FUTURE_DATE, day.date().toString(), source, day);
    }
    return new Outcome(record.position(), article(record, hints, seen, body, url, day), null);
  }

  private Article article(
      RawRecord record, FileHints hints, Mojibake.Outcome seen, String body, String url, Day day) {
    String declared = clean(seen.alike(names.find(record.fields(), "source")));
    String title = Mojibake.examine(seen.alike(names.find(record.fields(), "title"))).text();
    title = oneLine(clean(Html.unescaped(title)));
    String author = Html.unescaped(seen.alike(names.find(record.fields(), "author")));
    return new Article(
        ArticleId.of(
            declared.isEmpty() && url.isEmpty() ? hints.source() : declared, url, title, body),
        ArticleId.textKey(body),
        source(declared, url, hints),
        url,
        title,
        body,
        oneLine(clean(author)),
        oneLine(category(record, hints, seen)),
        day.date(),
        day.origin().code(),
        record.charset() + (seen.step().isEmpty() ? "" : " (" + seen.step() + ")"),
        words(body));
  }

  /** An empty body is most often a field under another name: say which fields there are. */
  private String detail(RawRecord record, RejectReason reason) {
    if (reason != RejectReason.EMPTY_BODY || names.hasBody(record.fields().keySet())) {
      return null;
    }
    return "no field for the body among " + String.join(", ", record.fields().keySet());
  }

  private String category(RawRecord record, FileHints hints, Mojibake.Outcome seen) {
    String own = clean(seen.alike(names.find(record.fields(), "category")));
    return own.isEmpty() ? hints.category() : own;
  }

  private static Optional<RejectReason> fault(String body) {
    if (ArticleId.letters(body).isEmpty()) {
      return Optional.of(RejectReason.EMPTY_BODY);
    }
    boolean arabic = Mojibake.arabicShare(body) >= LEAST_ARABIC && !persian(body);
    return arabic ? Optional.empty() : Optional.of(RejectReason.NOT_ARABIC);
  }

  /**
   * Persian, Urdu, Kurdish: letters that Arabic has only in names, beside the ye and kaf of
   * Persian, which alone are an Arabic text from a Persian keyboard.
   */
  private static boolean persian(String body) {
    int letters = 0;
    int foreign = 0;
    int shapes = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      // All of these stand behind the letters of Arabic itself.
      if (c > '\u066F') {
        foreign += "پچژگڤےۆێڵەۀٹڈڑں".indexOf(c) >= 0 ? 1 : 0;
        shapes += c == 'ی' || c == 'ک' ? 1 : 0;
      }
    }
    return foreign > 3
        && (foreign > MANY_FOREIGN * letters
            || (foreign > FEW_FOREIGN * letters && shapes > FEW_SHAPES * letters));
  }

  private Day day(RawRecord record, String url, FileHints hints) {
    Optional<LocalDate> own =
        dates.parse(names.find(record.fields(), "date")).filter(day -> !day.isAfter(latest));
    if (own.isPresent()) {
      return new Day(own.get(), DateOrigin.RECORD);
    }
    boolean guess = hints.dateOrigin() == null || hints.dateOrigin() == DateOrigin.FILE_TIME;
    if (guess) {
      Optional<LocalDate> written = ArabicDates.inPath(url).filter(day -> !day.isAfter(latest));
      if (written.isPresent()) {
        return new Day(written.get(), DateOrigin.URL);
      }
    }
    return new Day(hints.date(), hints.dateOrigin());
  }

  private static String source(String declared, String url, FileHints hints) {
    if (!declared.isEmpty()) {
      return oneLine(declared);
    }
    if (!hints.source().isEmpty()) {
      return hints.source();
    }
    String host =
        url.replaceFirst("^[a-zA-Z]+://", "")
            .replaceFirst("[/:?#].*$", "")
            .replaceFirst("^www\\.", "");
    return host.isEmpty() || host.contains(" ") ? "unknown" : host;
  }

  /** A reject keeps its day only where that is no guess and no misprint. */
  private Outcome rejected(
      RawRecord record, RejectReason reason, String detail, String source, Day day) {
    boolean kept = day.origin() != DateOrigin.FILE_TIME && day.date() != null;
    LocalDate known = kept && !day.date().isAfter(latest) ? day.date() : null;
    String raw = CONTROLS.matcher(record.raw()).replaceAll(" ");
    String said = detail == null ? reason.meaning() : CONTROLS.matcher(detail).replaceAll(" ");
    return new Outcome(
        record.position(),
        null,
        new Reject(record.input(), record.position(), reason, said, raw, source, known));
  }

  /**
   * Line ends as {@code \n}, no empty lines, no spaces at either side of a line's end, no control
   * characters; everything else as it was.
   */
  static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLineEnd(c)) {
        int end = kept.length();
        while (end > 0 && isSpace(kept.charAt(end - 1))) {
          end--;
        }
        kept.setLength(end);
        if (end == 0 || kept.charAt(end - 1) != '\n') {
          kept.append('\n');
        }
      } else if (c == '\t' || !Character.isISOControl(c)) {
        boolean indents = isSpace(c) && kept.length() > 0 && kept.charAt(kept.length() - 1) == '\n';
        if (!indents) {
          kept.append(c);
        }
      }
    }
    return kept.toString().strip();
  }

  private static boolean isLineEnd(char c) {
    return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0';
  }

  /** The same, as one line. */
  static String line(String text) {
    return oneLine(clean(text));
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\t', ' ').strip();
  }

  private static int words(String body) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < body.length(); i++) {
      boolean letter = Character.isLetterOrDigit(body.charAt(i));
      boolean space = Character.isWhitespace(body.charAt(i)) || body.charAt(i) == '\u00A0';
      words += letter && !inside ? 1 : 0;
      inside = letter || (inside && !space);
    }
    return words;
  }
}

package org.marsad.arabic;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calendar dates as news sites and papers print them: ISO 8601, {@code dd/mm/yyyy}, RFC 1123, and
 * with Arabic month names of the Levant, the Gulf and the Maghreb, in any of the three kinds of
 * digits, with or without the day of the week. A time of day is read over: the date is the one that
 * stands in the text, in the text's own time zone.
 */
public final class ArabicDates {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final List<String> ENGLISH =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:\\D.*)?$", Pattern.DOTALL);
  private static final Pattern DAY_FIRST =
      Pattern.compile("^(?:\\D*\\s)?(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:\\D.*)?$");
  private static final Pattern WITH_NAME =
      Pattern.compile(
          "^(?:[^\\d]*[\\s,،:])?(\\d{1,2})[\\s-]*([^\\d]+?)[\\s،,-]*(\\d{4})(?:\\D.*)?$");
  private static final Pattern NAME_FIRST =
      Pattern.compile("^([A-Za-z]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})(?:\\D.*)?$");
  private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");
  private static final Pattern EPOCH = Pattern.compile("^(\\d{10})(?:\\d{3})?(?:\\.\\d+)?$");
  private static final Pattern IN_PATH =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})(?:([-_/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))(?!\\d)");

  /** A time of day before the date, as {@code الساعة 10:15 ص الخميس 14/9/2017}. */
  private static final Pattern LEADING_TIME =
      Pattern.compile("^\\D*\\d{1,2}:\\d{2}(?::\\d{2})?(?!\\d)\\s*(?=\\D*\\d)");

  private final Map<String, Integer> months = new HashMap<>();

  private ArabicDates() {}

  /** With the month names packed into the jar. */
  public static ArabicDates bundled() {
    return load(LexiconFiles.bundled());
  }

  /** With the month names of {@code months.tsv}. */
  public static ArabicDates load(LexiconFiles files) {
    ArabicDates dates = new ArabicDates();
    for (RuleFile.Row row : RuleFile.read(files, "months.tsv")) {
      try {
        dates.months.put(key(row.required("name")), Integer.valueOf(row.required("month")));
      } catch (NumberFormatException e) {
        throw new LexiconException(row.where(), "\"month\" is no number from 1 to 12");
      }
    }
    return dates;
  }

  /** The date that {@code text} names, or empty if it names none from 1900 to 2100. */
  public Optional<LocalDate> parse(String text) {
    if (text == null || text.length() > 200) {
      return Optional.empty();
    }
    String plain = LEADING_TIME.matcher(digits(text).strip()).replaceFirst("");
    Matcher m = YEAR_FIRST.matcher(plain);
    if (m.matches()) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    m = DAY_FIRST.matcher(plain);
    if (m.matches()) {
      return date(m.group(3), m.group(2), m.group(1));
    }
    m = COMPACT.matcher(plain);
    if (m.matches()) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    m = EPOCH.matcher(plain);
    if (m.matches()) {
      LocalDate day =
          Instant.ofEpochSecond(Long.parseLong(m.group(1))).atZone(ZoneOffset.UTC).toLocalDate();
      return Optional.of(day).filter(d -> d.getYear() <= LAST_YEAR);
    }
    m = NAME_FIRST.matcher(plain);
    if (m.matches()) {
      return named(m.group(3), m.group(1), m.group(2));
    }
    m = WITH_NAME.matcher(plain);
    return m.matches() ? named(m.group(3), m.group(2), m.group(1)) : Optional.empty();
  }

  /** A date written in a path or an address, such as {@code /2017/09/14/} or {@code 20170914}. */
  public static Optional<LocalDate> inPath(String path) {
    Matcher m = IN_PATH.matcher(digits(path));
    Optional<LocalDate> last = Optional.empty();
    while (m.find()) {
      boolean parted = m.group(2) != null;
      Optional<LocalDate> found =
          date(m.group(1), m.group(parted ? 3 : 5), m.group(parted ? 4 : 6));
      last = found.isPresent() ? found : last;
    }
    return last;
  }

  private Optional<LocalDate> named(String year, String month, String day) {
    for (String name : month.split("[/()]")) {
      Integer number = months.get(key(name));
      if (number == null) {
        number = english(name.strip());
      }
      if (number != null) {
        return date(year, number.toString(), day);
      }
    }
    return Optional.empty();
  }

  private static Integer english(String name) {
    if (name.length() < 3) {
      return null;
    }
    int i = ENGLISH.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    return i < 0 ? null : i + 1;
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      boolean plausible = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
      return plausible ? Optional.of(date) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String key(String name) {
    return name.replaceAll("[أإآ]", "ا")
        .replace('ى', 'ي')
        .replace('ة', 'ه')
        .replaceAll("[\\u064B-\\u0652\\u0640]", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** ASCII digits for Arabic-Indic ones; invisible controls dropped. */
  private static String digits(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\u0660' && c <= '\u0669') {
        plain.append((char) ('0' + c - '\u0660'));
      } else if (c >= '\u06F0' && c <= '\u06F9') {
        plain.append((char) ('0' + c - '\u06F0'));
      } else if (Character.getType(c) != Character.FORMAT) {
        plain.append(c == '\u00A0' ? ' ' : c);
      }
    }
    return plain.toString();
  }
}

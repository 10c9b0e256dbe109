package org.marsad.report;

import java.util.List;
import java.util.Locale;

/** A counted thing in both languages, with its Arabic plural forms as CLDR names them. */
enum Noun {
  ARTICLE("مقال", "مقالًا", "مقالات", "مقالان", "لا مقالات", "مقال واحد", "article", "articles"),
  STORY("قصة", "قصة", "قصص", "قصتان", "لا قصص", "قصة واحدة", "story", "stories"),
  SOURCE("مصدر", "مصدرًا", "مصادر", "مصدران", "لا مصادر", "مصدر واحد", "source", "sources"),
  RECORD("سجل", "سجلًا", "سجلات", "سجلان", "لا سجلات", "سجل واحد", "record", "records"),
  DAY("يوم", "يومًا", "أيام", "يومان", "لا أيام", "يوم واحد", "day", "days"),
  WORD("كلمة", "كلمة", "كلمات", "كلمتان", "لا كلمات", "كلمة واحدة", "word", "words"),
  LINK("رابط", "رابطًا", "روابط", "رابطان", "لا روابط", "رابط واحد", "link", "links"),
  COPY(
      "نسخة حرفية",
      "نسخة حرفية",
      "نسخ حرفية",
      "نسختان حرفيتان",
      "لا نسخ حرفية",
      "نسخة حرفية واحدة",
      "exact copy",
      "exact copies");

  private final List<String> arabic;
  private final List<String> english;

  Noun(
      String other,
      String many,
      String few,
      String two,
      String zero,
      String one,
      String englishOne,
      String englishOther) {
    arabic = List.of(zero, one, two, few, many, other);
    english = List.of(englishOne, englishOther);
  }

  /** The forms for zero, one, two, few, many and other. */
  List<String> arabic() {
    return arabic;
  }

  /** The forms for one and other. */
  List<String> english() {
    return english;
  }

  /** The count with its noun: the first three forms say their number themselves. */
  String arabic(long n) {
    int form = form(n);
    return form < 3 ? arabic.get(form) : number(n) + " " + arabic.get(form);
  }

  String english(long n) {
    return number(n) + " " + english.get(n == 1 ? 0 : 1);
  }

  /** CLDR's plural category of a whole number in Arabic, counted from zero. */
  static int form(long n) {
    long rest = n % 100;
    if (n < 3) {
      return (int) n;
    }
    if (rest >= 3 && rest <= 10) {
      return 3;
    }
    return rest >= 11 ? 4 : 5;
  }

  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}

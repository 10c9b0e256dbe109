package org.marsad.arabic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArabicDatesTest {
  private static final ArabicDates DATES = ArabicDates.bundled();
  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2017, 9, 14));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-09-14",
        "2017-09-14T23:30:00+03:00",
        "2017-09-14 02:51:40",
        "2017/9/14",
        "20170914",
        "1505347200",
        "1505347200000",
        "1505347200.0",
        "14/09/2017",
        "14-9-2017",
        "14.9.2017 10:15",
        "10:15 - 14/9/2017",
        "10:15 14 سبتمبر 2017",
        "الساعة 10:15 ص الخميس 14 سبتمبر 2017",
        "Thu, 14 Sep 2017 08:00:00 GMT",
        "Thu, 14 Sep 2017 23:59:59 +0300",
        "14 September 2017",
        "September 14, 2017",
        "Sep. 14, 2017 at 10:00",
        "١٤/٠٩/٢٠١٧",
        "۱۴/۰۹/۲۰۱۷",
        "٢٠١٧-٠٩-١٤",
        "الخميس ١٤ أيلول ٢٠١٧",
        "الخميس، 14 سبتمبر، 2017",
        "الخميس 14 أيلول/سبتمبر 2017 - 10:15",
        "نشر في: 14 شتنبر 2017",
        "14 أيلول (سبتمبر) 2017",
        "14-سبتمبر-2017",
        "\u200F14\u200F/\u200F9\u200F/\u200F2017",
        "14\u00A0سبتمبر\u00A02017"
      })
  void datesAreReadAsThePressWritesThem(String text) {
    assertEquals(DAY, DATES.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "أمس",
        "31/02/2017",
        "2017-13-01",
        "32 سبتمبر 2017",
        "14 سبتنبر 2017",
        "0/9/2017",
        "14/9/1817",
        "14/9",
        "9999999999",
        "2017",
        "1.2.3.4"
      })
  void impossibleDatesAreNone(String text) {
    assertEquals(Optional.empty(), DATES.parse(text));
  }

  @Test
  void monthFirstIsNotGuessed() {
    assertEquals(Optional.empty(), DATES.parse("09/14/2017"));
    assertEquals(Optional.of(LocalDate.of(2017, 5, 4)), DATES.parse("04/05/2017"));
  }

  static Stream<RuleFile.Row> months() {
    return RuleFile.read(LexiconFiles.bundled(), "months.tsv").stream();
  }

  @ParameterizedTest
  @MethodSource("months")
  void everyMonthNameIsRead(RuleFile.Row row) {
    String[] example = row.required("example").split("=");
    assertEquals(
        Optional.of(LocalDate.parse(example[1].strip())),
        DATES.parse(example[0].strip()),
        row.where());
  }

  @Property(tries = 300)
  void everyDayIsReadBackFromEveryForm(@ForAll @IntRange(min = 0, max = 40_000) int day) {
    LocalDate date = LocalDate.of(1980, 1, 1).plusDays(day);
    Optional<LocalDate> expected = Optional.of(date);
    String dayFirst = date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear();
    assertEquals(expected, DATES.parse(date.toString()));
    assertEquals(expected, DATES.parse(dayFirst));
    assertEquals(expected, ArabicDates.inPath("/a/" + date + "/b.txt"));
    assertEquals(expected, ArabicDates.inPath("/a/" + date.toString().replace("-", "") + ".txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/2016-01-01/in/2017/09/14/a.txt",
        "https://www.example.net/news/2017/9/14/خبر",
        "/in/news_2017_09_14.jsonl.gz",
        "/in/٢٠١٧-٠٩-١٤.txt",
        "/in/20170914T0300.txt"
      })
  void lastDateOfAPathCounts(String path) {
    assertEquals(DAY, ArabicDates.inPath(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/in/a.txt", "/in/120170914.txt", "/in/2017-14-09.txt", "/in/2017.txt"})
  void pathsWithoutADateHaveNone(String path) {
    assertEquals(Optional.empty(), ArabicDates.inPath(path));
  }
}

package org.marsad.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourceAlarmsTest {
  private static final LocalDate LAST = LocalDate.of(2017, 9, 14);
  private static final SourceAlarms ALARMS = new SourceAlarms(LAST, 2);

  /** Articles by day, the last number on the last day. */
  private static TreeMap<LocalDate, SourceAlarms.Day> days(int... articles) {
    TreeMap<LocalDate, SourceAlarms.Day> days = new TreeMap<>();
    for (int i = 0; i < articles.length; i++) {
      if (articles[i] > 0) {
        days.put(
            LAST.minusDays(articles.length - 1L - i),
            new SourceAlarms.Day(articles[i], articles[i], 0, 0));
      }
    }
    return days;
  }

  private static List<String> last(int... articles) {
    SourceAlarms.Verdict verdict = ALARMS.of(days(articles)).get(LAST);
    return verdict == null ? List.of() : verdict.alarms();
  }

  /** A number of weeks of the same volumes from Monday to Sunday, then tonight's, a Thursday. */
  private static int[] weeks(int n, int tonight, int... volumes) {
    int[] articles = new int[7 * n + 1];
    for (int i = 0; i < articles.length; i++) {
      articles[i] = volumes[LAST.minusDays(7L * n - i).getDayOfWeek().getValue() - 1];
    }
    articles[7 * n] = tonight;
    return articles;
  }

  @Test
  void silentIsASourceThatHadComeOnHalfOfTheDays() {
    assertEquals(List.of("silent"), last(3, 1, 2, 0, 0));
    assertEquals(List.of("silent"), last(3, 0, 2, 0, 1, 0, 0));
    assertEquals(List.of(), last(3, 1, 2, 0));
    assertEquals(List.of(), last(3, 0, 0, 2, 0, 0, 1, 0, 0));
    assertEquals(List.of(), last(4, 0, 0), "one day makes no habit");
    int[] gone = new int[33];
    java.util.Arrays.fill(gone, 0, 4, 5);
    assertEquals(List.of(), last(gone), "gone for four weeks");
  }

  @Test
  void aDayThatIsNotOverIsNotJudgedByItsVolume() {
    TreeMap<LocalDate, SourceAlarms.Day> days =
        days(weeks(8, 0, 100, 100, 100, 100, 100, 100, 100));
    LocalDate begun = LAST;
    days.put(begun, new SourceAlarms.Day(10, 40, 0, 30));
    assertEquals(List.of("empty_bodies", "volume_low"), ALARMS.of(days).get(begun).alarms());
    SourceAlarms yesterday = new SourceAlarms(LAST.minusDays(1), 2);
    assertEquals(List.of("empty_bodies"), yesterday.of(days).get(begun).alarms());
    assertEquals(List.of(), yesterday.of(days).get(LAST.minusDays(1)).alarms());
  }

  @Test
  void theNumberOfSilentDaysIsTheUsers() {
    var days = days(3, 1, 2, 0, 0);
    assertEquals(1, new SourceAlarms(LAST, 1).of(days(3, 1, 2, 0)).get(LAST).alarms().size());
    assertNull(new SourceAlarms(LAST, 3).of(days).get(LAST));
  }

  @Test
  void aTenthOfTheRecordsAndThreeAtLeastMayNotBeFaulty() {
    assertEquals(List.of(), SourceAlarms.faults(new SourceAlarms.Day(2, 4, 2, 2)));
    assertEquals(List.of(), SourceAlarms.faults(new SourceAlarms.Day(30, 30, 3, 3)));
    assertEquals(
        List.of("mojibake", "empty_bodies"),
        SourceAlarms.faults(new SourceAlarms.Day(20, 29, 3, 4)));
  }

  @Test
  void aVolumeIsJudgedByItsWeekday() {
    int[] volumes = {100, 100, 100, 100, 5, 5, 100};
    assertEquals(List.of("volume_low"), last(weeks(4, 5, volumes)));
    assertEquals(List.of("volume_low"), last(weeks(4, 0, volumes)), "absent is low at once");
    assertEquals(List.of(), last(weeks(4, 80, volumes)));
    assertEquals(List.of("volume_high"), last(weeks(4, 200, volumes)));
    int[] thursdaysOff = {100, 100, 100, 0, 100, 100, 100};
    assertEquals(List.of(), last(weeks(4, 0, thursdaysOff)));
    assertEquals(List.of("volume_high"), last(weeks(4, 100, thursdaysOff)));
  }

  @Test
  void withoutThreeWeeksOfPastNothingIsSaid() {
    int[] volumes = {100, 100, 100, 100, 100, 100, 100};
    assertNull(ALARMS.of(days(weeks(2, 1, volumes))).get(LAST).usual());
    assertEquals(List.of(), last(weeks(2, 1, volumes)));
    assertEquals(100, ALARMS.of(days(weeks(3, 1, volumes))).get(LAST).usual());
    assertEquals(List.of("volume_low"), last(weeks(3, 1, volumes)));
  }

  @Test
  void aSourceThatVariesMuchMayVary() {
    Random random = new Random(3);
    int alarms = 0;
    for (int source = 0; source < 500; source++) {
      int[] articles = new int[29];
      for (int i = 0; i < articles.length; i++) {
        articles[i] = (int) Math.max(0, Math.round(50 + 20 * random.nextGaussian()));
      }
      alarms += last(articles).size();
    }
    assertEquals(0, alarms, "nights in 500 on which nothing happened");
  }
}

package org.marsad.article;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells what about a source's deliveries somebody should look into.
 *
 * <p>A source is silent if it brought nothing on each of the last days though it had come on half
 * of the days before. Too many records are garbled or empty above a tenth of the day's, three at
 * least. A volume is off if it lies five standard deviations from the mean of the same weekday: the
 * variance is that of counts, times how much more than counts this source varies, over eight weeks
 * of past (quasi-Poisson); without three such weekdays nothing is said.
 *
 * @param last the last day that is over: what comes behind it may still grow
 * @param silentDays days without an article that make a source silent
 */
record SourceAlarms(LocalDate last, int silentDays) implements Serializable {
  static final String SILENT = "silent";
  static final String MOJIBAKE = "mojibake";
  static final String EMPTY = "empty_bodies";
  static final String LOW = "volume_low";
  static final String HIGH = "volume_high";

  private static final int LEAST_RECORDS = 3;
  private static final double MOST_FAULTY = 0.1;
  private static final int PAST_DAYS = 8 * 7;
  private static final int LEAST_WEEKDAYS = 3;
  private static final double SIGMAS = 5;

  /** A source that came on fewer days has no habit that it could break. */
  private static final int LEAST_DAYS = 3;

  /** A source that brought nothing for longer is gone. */
  private static final int LONGEST_SILENCE = 28;

  /** What a source brought on a day; records without those that were there before. */
  record Day(long articles, long records, long mojibake, long empty) {
    static final Day NOTHING = new Day(0, 0, 0, 0);
  }

  /**
   * What is to be said of a day.
   *
   * @param alarms codes, none if all is well
   * @param usual mean of the articles on this weekday, or null with too few weeks of past
   */
  record Verdict(List<String> alarms, Double usual) {}

  /** The verdict on each day of a source, and on the last if an alarm is due there. */
  Map<LocalDate, Verdict> of(TreeMap<LocalDate, Day> days) {
    Map<LocalDate, Verdict> verdicts = new TreeMap<>();
    days.forEach((date, day) -> verdicts.put(date, verdict(date, day, days)));
    if (last != null && !days.containsKey(last) && !days.isEmpty()) {
      Verdict absent = verdict(last, Day.NOTHING, days);
      if (!absent.alarms().isEmpty()) {
        verdicts.put(last, absent);
      }
    }
    return verdicts;
  }

  private Verdict verdict(LocalDate date, Day day, TreeMap<LocalDate, Day> days) {
    List<String> alarms = new ArrayList<>(faults(day));
    if (date.equals(last) && silent(days)) {
      alarms.add(SILENT);
    }
    Past past = Past.of(date, days);
    Double usual = past.usual();
    boolean over = last == null || !date.isAfter(last);
    if (over && usual != null && Math.abs(day.articles() - usual) >= SIGMAS * past.deviation()) {
      alarms.add(day.articles() < usual ? LOW : HIGH);
    }
    return new Verdict(alarms, usual);
  }

  /** The alarms about a day's records alone. */
  static List<String> faults(Day day) {
    List<String> alarms = new ArrayList<>();
    if (many(day.mojibake(), day.records())) {
      alarms.add(MOJIBAKE);
    }
    if (many(day.empty(), day.records())) {
      alarms.add(EMPTY);
    }
    return alarms;
  }

  private static boolean many(long faulty, long records) {
    return faulty >= LEAST_RECORDS && faulty > MOST_FAULTY * records;
  }

  private boolean silent(TreeMap<LocalDate, Day> days) {
    List<LocalDate> came =
        days.headMap(last, true).entrySet().stream()
            .filter(e -> e.getValue().articles() > 0)
            .map(Map.Entry::getKey)
            .toList();
    if (came.isEmpty()) {
      return false;
    }
    LocalDate lastCame = came.get(came.size() - 1);
    long gap = last.toEpochDay() - lastCame.toEpochDay();
    if (gap < silentDays || gap > LONGEST_SILENCE) {
      return false;
    }
    LocalDate from = lastCame.minusDays(LONGEST_SILENCE - 1);
    LocalDate first = came.get(0).isAfter(from) ? came.get(0) : from;
    long present = came.stream().filter(d -> !d.isBefore(first)).count();
    long possible = lastCame.toEpochDay() - first.toEpochDay() + 1;
    return present >= LEAST_DAYS && 2 * present >= possible;
  }

  /**
   * A source's usual volume on a weekday.
   *
   * @param usual the mean, or null with too few such weekdays
   * @param deviation how far a day may lie from it, as a standard deviation
   */
  private record Past(Double usual, double deviation) {

    static Past of(LocalDate date, TreeMap<LocalDate, Day> days) {
      LocalDate earliest = date.minusDays(PAST_DAYS);
      LocalDate first = days.firstKey().isAfter(earliest) ? days.firstKey() : earliest;
      Map<DayOfWeek, List<Long>> byWeekday = new EnumMap<>(DayOfWeek.class);
      for (LocalDate d = first; d.isBefore(date); d = d.plusDays(1)) {
        byWeekday
            .computeIfAbsent(d.getDayOfWeek(), w -> new ArrayList<>())
            .add(days.getOrDefault(d, Day.NOTHING).articles());
      }
      List<Long> same = byWeekday.getOrDefault(date.getDayOfWeek(), List.of());
      if (same.size() < LEAST_WEEKDAYS) {
        return new Past(null, 0);
      }
      double mean = mean(same);
      double variance = dispersion(byWeekday) * Math.max(1, mean) * (1 + 1.0 / same.size());
      return new Past(mean, Math.sqrt(variance));
    }

    /** How many times more than counts the days vary about their weekday's mean, 1 at least. */
    private static double dispersion(Map<DayOfWeek, List<Long>> byWeekday) {
      double sum = 0;
      int free = 0;
      for (List<Long> counts : byWeekday.values()) {
        double mean = mean(counts);
        for (long count : counts) {
          sum += (count - mean) * (count - mean) / Math.max(1, mean);
        }
        free += counts.size() - 1;
      }
      return Math.max(1, sum / free);
    }

    private static double mean(List<Long> counts) {
      return counts.stream().mapToLong(Long::longValue).average().orElse(0);
    }
  }
}

package org.marsad.table;

import java.time.LocalDate;

/**
 * What the user can set about the analyses.
 *
 * @param topics how many topics to build, at least 2; 0 lets the size of the window decide
 * @param seed seeds every random choice
 * @param silentDays days without an article after which a source is called silent, at least 1
 * @param today the day of the run: it and what is behind it are not over
 */
public record Parameters(int topics, long seed, int silentDays, LocalDate today) {
  public static final long DEFAULT_SEED = 20170914L;
  public static final int DEFAULT_SILENT_DAYS = 2;

  /** A day before which all others are over. */
  public static final LocalDate ALL_OVER = LocalDate.of(9999, 12, 31);

  /** The same over days that are all over. */
  public Parameters(int topics, long seed) {
    this(topics, seed, DEFAULT_SILENT_DAYS, ALL_OVER);
  }

  public static Parameters defaults() {
    return new Parameters(0, DEFAULT_SEED);
  }
}

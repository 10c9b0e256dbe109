package org.marsad.table;

/**
 * What the user can set about the analyses.
 *
 * @param topics how many topics to build, at least 2; 0 lets the size of the window decide
 * @param seed seeds every random choice
 * @param silentDays days without an article after which a source is called silent, at least 1
 */
public record Parameters(int topics, long seed, int silentDays) {
  public static final long DEFAULT_SEED = 20170914L;
  public static final int DEFAULT_SILENT_DAYS = 2;

  public Parameters(int topics, long seed) {
    this(topics, seed, DEFAULT_SILENT_DAYS);
  }

  public static Parameters defaults() {
    return new Parameters(0, DEFAULT_SEED);
  }
}

package org.marsad.table;

/**
 * What the user can set about the analyses.
 *
 * @param topics how many topics to build, at least 2; 0 lets the size of the window decide
 * @param seed seeds every random choice
 */
public record Parameters(int topics, long seed) {
  public static final long DEFAULT_SEED = 20170914L;

  public static Parameters defaults() {
    return new Parameters(0, DEFAULT_SEED);
  }
}

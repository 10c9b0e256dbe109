package org.marsad.report;

/**
 * A name that stands in more stories on the last day than the days before let expect.
 *
 * @param observed stories of the last day, without those of newcomers, see {@link Night}
 * @param expected its rate over the days before, times the day's stories
 * @param score signed root of the Poisson deviance
 * @param unseen whether no day of the window before names it
 */
record Breakthrough(
    String entityId, long observed, double expected, double score, boolean unseen) {}

package org.marsad.arabic;

/**
 * A stem as one way of cutting leaves it.
 *
 * @param written its letters in the word
 * @param base the same as it is written without what is joined behind: {@code حياة} of {@code حيات}
 * @param entry what is known of it, or null
 * @param score the way's weight, in natural logarithms of counts
 */
record Stem(String written, String base, Entry entry, double score) {}

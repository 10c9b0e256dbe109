package org.marsad.arabic;

/**
 * A stem as one way of cutting leaves it.
 *
 * @param written its letters in the word
 * @param entry what is known of it, or null
 * @param score the way's weight, in natural logarithms of counts
 */
record Stem(String written, Entry entry, double score) {}

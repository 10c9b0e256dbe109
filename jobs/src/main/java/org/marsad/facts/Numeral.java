package org.marsad.facts;

/**
 * A number as a text writes it, with the words that qualify it.
 *
 * @param first its first token, the qualifying words included
 * @param number the first token of the number itself
 * @param last its last token
 * @param high null where only the lower bound is said
 */
record Numeral(int first, int number, int last, long low, Long high, String qualifier) {}

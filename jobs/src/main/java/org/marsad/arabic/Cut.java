package org.marsad.arabic;

/** One way of cutting a word: what is before the stem, the stem, what is behind it. */
record Cut(Clitic before, Stem stem, Clitic behind) {}

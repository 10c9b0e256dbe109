package org.marsad.arabic;

/** Takes a text's words in order, each with what is known of it by itself. */
interface WordSink {
  /** The next word, {@code text[start, end)}, with the numbers of its paragraph and sentence. */
  void accept(WordCache.Known word, int start, int end, int paragraph, int sentence);
}

package org.marsad.arabic;

import java.util.List;

/**
 * What is said of a word whatever its place: see {@link Token} for the parts.
 *
 * @param traits what {@link Traits} says of it, so that no token asks again
 * @param choices what it may be instead, as the word before it chooses; mostly empty
 * @param readings what it may be as a verb or another word, itself among them, as the words on both
 *     sides choose; mostly empty
 * @param role what it does beside a person's name
 */
record Analysis(
    String lemma,
    List<String> segments,
    int stem,
    Pos pos,
    boolean stop,
    int traits,
    List<Homographs.Choice> choices,
    List<Contexts.Reading> readings,
    NameRole role) {

  static Analysis of(String lemma, List<String> segments, int stem, Pos pos, boolean stop) {
    int traits = Traits.of(lemma, segments, stem, pos, stop);
    return new Analysis(
        lemma, segments, stem, pos, stop, traits, List.of(), List.of(), NameRole.NONE);
  }

  static Analysis whole(String lemma, String segment, Pos pos, boolean stop) {
    return of(lemma, List.of(segment), 0, pos, stop);
  }

  Analysis withChoices(List<Homographs.Choice> others) {
    return new Analysis(lemma, segments, stem, pos, stop, traits, others, readings, role);
  }

  Analysis withReadings(List<Contexts.Reading> all) {
    return new Analysis(lemma, segments, stem, pos, stop, traits, choices, all, role);
  }

  Analysis withRole(NameRole other) {
    return new Analysis(lemma, segments, stem, pos, stop, traits, choices, readings, other);
  }

  Analysis read(String otherLemma, Pos otherPos) {
    boolean stays = stop && !pos.isFunction();
    return of(otherLemma, segments, stem, otherPos, stays || otherPos.isFunction());
  }

  boolean is(int trait) {
    return (traits & trait) != 0;
  }

  boolean hasArticle() {
    return is(Traits.ARTICLE);
  }

  boolean hasSuffix() {
    return stem < segments.size() - 1;
  }

  boolean hasPreposition() {
    return is(Traits.PREPOSITION);
  }

  String written() {
    return segments.get(stem);
  }
}

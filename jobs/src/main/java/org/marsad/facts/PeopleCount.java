package org.marsad.facts;

import java.io.Serializable;

/**
 * How many people something happened to, as a sentence says it.
 *
 * @param inTitle whether it stands in the title, otherwise in the body
 * @param sentence index of the sentence
 * @param what killed, wounded, casualties (killed or wounded), infected, arrested, trapped,
 *     displaced, missing, kidnapped
 * @param low the number, or its lower bound
 * @param high the upper bound; null if there is none; equal to {@code low} for an exact number
 * @param qualifier exact, at_least, at_most, about, range, tens, hundreds, thousands
 * @param unit what is counted, as printed; empty if the sentence does not say
 * @param placeId the place that the sentence names, nearest first; null if it names none
 * @param year the latest year that the sentence names beside the number, of which it may be; null
 *     if it names none
 * @param surface exactly {@code substring(start, end)} of the title or body
 * @param start first UTF-16 offset
 * @param end UTF-16 offset behind the last character
 */
public record PeopleCount(
    boolean inTitle,
    int sentence,
    String what,
    long low,
    Long high,
    String qualifier,
    String unit,
    String placeId,
    Integer year,
    String surface,
    int start,
    int end)
    implements Serializable {}

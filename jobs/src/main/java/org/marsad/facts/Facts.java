package org.marsad.facts;

import java.util.List;

/** What one article says of people; each list in the order of the text, the headline first. */
public record Facts(List<PersonTitle> titles, List<Quote> quotes, List<PeopleCount> counts) {}

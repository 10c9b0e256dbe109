package org.marsad.facts;

import java.util.List;
import java.util.function.IntPredicate;

/** What one article says of people; each list in the order of the text, the headline first. */
public record Facts(List<PersonTitle> titles, List<Quote> quotes, List<PeopleCount> counts) {
  /** The same without those of the body that begin at an offset to be left out. */
  public Facts without(IntPredicate offset) {
    return new Facts(
        titles.stream().filter(t -> t.inTitle() || !offset.test(t.start())).toList(),
        quotes.stream().filter(q -> q.inTitle() || !offset.test(q.start())).toList(),
        counts.stream().filter(c -> c.inTitle() || !offset.test(c.start())).toList());
  }
}

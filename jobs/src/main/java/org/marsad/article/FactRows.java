package org.marsad.article;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.marsad.facts.PeopleCount;
import org.marsad.facts.PersonTitle;
import org.marsad.facts.Quote;

/** Facts as rows within an article's row; see {@link TextTable}. */
final class FactRows {
  private FactRows() {}

  static Row title(PersonTitle t) {
    return RowFactory.create(field(t.inTitle()), t.entityId(), t.title(), t.start(), t.end());
  }

  static Row quote(Quote q) {
    return RowFactory.create(
        field(q.inTitle()),
        q.sentence(),
        q.speaker(),
        q.entityId(),
        q.verb(),
        q.direct() ? "direct" : "indirect",
        q.text(),
        q.start(),
        q.end());
  }

  static Row count(PeopleCount c) {
    return RowFactory.create(
        field(c.inTitle()),
        c.sentence(),
        c.what(),
        c.low(),
        c.high(),
        c.qualifier(),
        c.unit(),
        c.placeId(),
        c.year(),
        c.surface(),
        c.start(),
        c.end());
  }

  private static String field(boolean inTitle) {
    return inTitle ? "title" : "body";
  }
}

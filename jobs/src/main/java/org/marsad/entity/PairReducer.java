package org.marsad.entity;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Adds up the rows of each pair, which come one behind the other, by day and article. */
final class PairReducer implements Iterator<Row> {
  private static final int EVIDENCE = 5;

  static final StructType REDUCED =
      new StructType()
          .add("level", StringType)
          .add("entity_a", StringType)
          .add("entity_b", StringType)
          .add("together", LongType)
          .add("stories", LongType)
          .add("sources", LongType)
          .add("first_seen", DateType)
          .add("last_seen", DateType)
          .add("evidence", createArrayType(StringType));

  private final Iterator<Row> rows;
  private Row head;

  PairReducer(Iterator<Row> rows) {
    this.rows = rows;
    this.head = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return head != null;
  }

  @Override
  public Row next() {
    if (head == null) {
      throw new NoSuchElementException();
    }
    Row first = head;
    Row last = head;
    long together = 0;
    Set<String> stories = new HashSet<>();
    Set<String> sources = new HashSet<>();
    List<String> evidence = new ArrayList<>(EVIDENCE);
    while (head != null && samePair(first, head)) {
      together += head.getLong(3);
      stories.add(head.getString(6));
      sources.add(head.getString(7));
      if (evidence.size() < EVIDENCE) {
        evidence.add(head.getString(5));
      }
      last = head;
      head = rows.hasNext() ? rows.next() : null;
    }
    return RowFactory.create(
        first.get(0),
        first.get(1),
        first.get(2),
        together,
        (long) stories.size(),
        (long) sources.size(),
        first.get(4),
        last.get(4),
        evidence.toArray());
  }

  private static boolean samePair(Row x, Row y) {
    return x.getString(2).equals(y.getString(2))
        && x.getString(1).equals(y.getString(1))
        && x.getString(0).equals(y.getString(0));
  }
}

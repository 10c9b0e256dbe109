package org.marsad.article;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Scale;

/**
 * Pairs of texts that may be near-copies: those whose sketches share enough.
 *
 * <p>The texts are sorted by shingle, so that those with the same shingle stand side by side and
 * are paired; no text meets all others. Each shingle gives a bounded number of pairs for each of
 * its texts, so the work grows with the number of texts.
 */
final class Candidates {
  /** Texts that share a shingle are all paired up to so many. */
  static final int CROWDED = 24;

  /** Beyond that each is paired with so many next to it: what they share more of links them. */
  static final int NEIGHBOURS = 2;

  /** Shingles that a pair must share, in its sketches and without its boilerplate. */
  static final int LEAST_SHARED = 3;

  /** Share of the shorter sketch that a pair must share. */
  private static final double LEAST_SHARE = 0.08;

  /** A shingle of new texts on so many days is a formula. */
  private static final int FORMULA_DAYS = 5;

  private static final StructType PAIR =
      new StructType()
          .add("a", LongType)
          .add("b", LongType)
          .add("size_a", IntegerType)
          .add("size_b", IntegerType);

  private Candidates() {}

  /** Rows of {@code shingle, text, size, day}, one for each shingle of a text's sketch. */
  static Dataset<Row> sketched(Dataset<Row> texts) {
    return texts.select(
        explode(col("sketch")).as("shingle"),
        col("text"),
        size(col("sketch")).as("size"),
        col("day"));
  }

  /**
   * Shingles that recur from day to day, sorted: weather, markets, telegrams. It is the days that
   * count and not the time between: one reprint weeks later makes no formula of a wire. Each day
   * sets a bit of 64, so of two that are 64 days apart one counts.
   */
  static int[] formulas(Dataset<Row> sketched) {
    return sketched
        .groupBy("shingle")
        .agg(expr("bit_count(bit_or(shiftleft(1L, day)))").as("days"))
        .where(col("days").geq(FORMULA_DAYS))
        .select("shingle")
        .collectAsList()
        .stream()
        .mapToInt(r -> r.getInt(0))
        .sorted()
        .toArray();
  }

  /**
   * Pairs {@code a < b} of texts.
   *
   * @param formulas shingles that pair nobody, sorted
   */
  static Dataset<Row> pairs(Dataset<Row> sketched, int[] formulas) {
    return Scale.together(sketched.select("shingle", "text", "size"), col("shingle"))
        .sortWithinPartitions("shingle", "text")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Groups(rows, formulas),
            Encoders.row(PAIR))
        .groupBy("a", "b", "size_a", "size_b")
        .agg(count(lit(1)).as("shared"))
        .filter((FilterFunction<Row>) r -> enough(r.getLong(4), r.getInt(2), r.getInt(3)))
        .select("a", "b");
  }

  /** Whether two sketches share enough for their texts to be compared. */
  static boolean enough(long shared, int sizeA, int sizeB) {
    return shared >= Math.max(LEAST_SHARED, LEAST_SHARE * Math.min(sizeA, sizeB));
  }

  /** The pairs of each run of rows with the same shingle. */
  private static final class Groups implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final List<Row> group = new ArrayList<>();
    private final int[] formulas;
    private Row head;
    private int i;
    private int j;

    Groups(Iterator<Row> rows, int[] formulas) {
      this.rows = rows;
      this.formulas = formulas;
      this.head = rows.hasNext() ? rows.next() : null;
      advance();
    }

    @Override
    public boolean hasNext() {
      return j < group.size();
    }

    @Override
    public Row next() {
      Row a = group.get(i);
      Row b = group.get(j);
      j++;
      advance();
      return RowFactory.create(a.get(1), b.get(1), a.get(2), b.get(2));
    }

    /** Moves to the next pair of the group, or to the next group that has one. */
    private void advance() {
      while (true) {
        int reach = group.size() > CROWDED ? i + NEIGHBOURS : group.size() - 1;
        if (j < group.size() && j <= reach) {
          return;
        }
        i++;
        j = i + 1;
        if (j >= group.size() && !fill()) {
          return;
        }
      }
    }

    private boolean fill() {
      group.clear();
      i = 0;
      j = 1;
      if (head == null) {
        return false;
      }
      int shingle = head.getInt(0);
      while (head != null && head.getInt(0) == shingle) {
        group.add(head);
        head = rows.hasNext() ? rows.next() : null;
      }
      if (Arrays.binarySearch(formulas, shingle) >= 0) {
        group.clear();
      }
      return true;
    }
  }
}

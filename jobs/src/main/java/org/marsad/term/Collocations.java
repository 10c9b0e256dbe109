package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Terms that stand beside one another more often than chance would have it.
 *
 * <p>Reads {@code analysed}, {@code articles} and {@code terms}, writes {@code collocations}. A
 * pair is two terms in a row within a sentence with nothing between them; {@code n} of the measures
 * is the number of all such pairs, the counts of the two sides are how often each stands first and
 * second. Of each story the first article is read: what fourteen papers copy was put together once.
 * Try {@code ./marsad sql "SELECT surface, g2 FROM collocations ORDER BY g2 DESC LIMIT 30"}.
 */
public final class Collocations implements Analysis {
  static final int LEAST_OCCURRENCES = 3;
  static final int LEAST_ARTICLES = 2;

  static final Field TERM_A = required("term_a", StringType, "The first term");
  static final Field TERM_B = required("term_b", StringType, "The second term");
  static final Field SURFACE =
      required("surface", StringType, "The two as printed most, without clitics");
  static final Field OCCURRENCES =
      required("occurrences", LongType, "Times in a row in the first articles of stories");
  static final Field ARTICLES =
      required("articles", LongType, "First articles of stories with the pair");
  static final Field NPMI = required("npmi", DoubleType, "Normalised PMI, -1 to 1 (Bouma 2009)");
  static final Field G2 = required("g2", DoubleType, "Log-likelihood ratio (Dunning 1993)");

  public static final Table TABLE =
      new Table(
          "collocations",
          "One row per pair of adjacent terms met at least three times in at least two stories, of"
              + " each the first article.",
          List.of(TERM_A, TERM_B),
          List.of(
              TERM_A,
              TERM_B,
              SURFACE,
              OCCURRENCES,
              ARTICLES,
              required("times_a", LongType, "Times term_a stands first in such a pair"),
              required("times_b", LongType, "Times term_b stands second in such a pair"),
              required("times_all", LongType, "Such pairs of any terms"),
              NPMI,
              G2));

  private static final StructType PAIR =
      new StructType().add("pair", LongType).add("n", LongType).add("m", LongType);
  private static final StructType PRINT =
      new StructType()
          .add("pair", LongType)
          .add("text", StringType)
          .add("n", LongType)
          .add("seen", BooleanType);

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED, ArticleTable.ARTICLES, Terms.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    PairCounter counter = new PairCounter(vocabulary(inputs));
    Dataset<Row> texts = ArticleTexts.firsts(inputs);
    Map<Long, long[]> margins = new HashMap<>();
    Map<Long, long[]> pairs = new TreeMap<>();
    ArticleTexts.only(texts, "terms", "form_terms", "order")
        .mapPartitions((MapPartitionsFunction<Row, Row>) counter::pairs, Encoders.row(PAIR))
        .groupBy("pair")
        .agg(sum("n").as("n"), sum("m").as("m"))
        .where(
            col("pair").lt(0).or(col("n").geq(LEAST_OCCURRENCES).and(col("m").geq(LEAST_ARTICLES))))
        .collectAsList()
        .forEach(
            r ->
                (r.getLong(0) < 0 ? margins : pairs)
                    .put(r.getLong(0), new long[] {r.getLong(1), r.getLong(2)}));
    long[] kept = pairs.keySet().stream().mapToLong(Long::longValue).toArray();
    Dataset<Row> prints =
        texts
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> counter.prints(rows, kept),
                Encoders.row(PRINT))
            .groupBy("pair", "text", "seen")
            .agg(sum("n").as("n"))
            .groupBy("pair")
            .agg(max(struct("seen", "n", "text")).getField("text").as("surface"));
    List<Row> rows = new ArrayList<>(kept.length);
    for (Row print : prints.collectAsList()) {
      long pair = print.getLong(0);
      rows.add(measured(counter, pair, print.getString(1), pairs.get(pair), margins));
    }
    return Map.of(TABLE, texts.sparkSession().createDataFrame(rows, TABLE.schema()));
  }

  private static Row measured(
      PairCounter counter, long pair, String surface, long[] of, Map<Long, long[]> margins) {
    long a = margins.get(PairCounter.first(pair))[0];
    long b = margins.get(PairCounter.second(pair))[0];
    long all = margins.get(PairCounter.ALL)[0];
    return RowFactory.create(
        counter.termA(pair),
        counter.termB(pair),
        surface,
        of[0],
        of[1],
        a,
        b,
        all,
        Association.npmi(of[0], a, b, all),
        Association.g2(of[0], a, b, all));
  }

  /** The terms that can stand in a pair of the table, sorted. */
  private static String[] vocabulary(Inputs inputs) {
    return inputs
        .table(Terms.TABLE)
        .where(col("occurrences").geq(LEAST_OCCURRENCES).and(col("stories").geq(LEAST_ARTICLES)))
        .select("term")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .sorted()
        .toArray(String[]::new);
  }
}

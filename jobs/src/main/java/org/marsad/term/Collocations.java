package org.marsad.term;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.marsad.table.Field.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.marsad.article.TextTable;
import org.marsad.table.Analysis;
import org.marsad.table.Field;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Terms that stand beside one another more often than chance would have it.
 *
 * <p>Reads {@code analysed}, writes {@code collocations}. A pair is two terms in a row within a
 * sentence with nothing between them; {@code n} of the measures is the number of all such pairs,
 * the counts of the two sides are how often each stands first and second. Try {@code ./marsad sql
 * "SELECT surface, g2 FROM collocations ORDER BY g2 DESC LIMIT 30"}.
 */
public final class Collocations implements Analysis {
  static final int LEAST_OCCURRENCES = 3;
  static final int LEAST_ARTICLES = 2;

  static final Field TERM_A = required("term_a", StringType, "The first term");
  static final Field TERM_B = required("term_b", StringType, "The second term");
  static final Field SURFACE = required("surface", StringType, "The two as printed most");
  static final Field OCCURRENCES = required("occurrences", LongType, "Times in a row");
  static final Field ARTICLES = required("articles", LongType, "Articles with the pair");
  static final Field NPMI = required("npmi", DoubleType, "Normalised PMI, -1 to 1 (Bouma 2009)");
  static final Field G2 = required("g2", DoubleType, "Log-likelihood ratio (Dunning 1993)");

  public static final Table TABLE =
      new Table(
          "collocations",
          "One row per pair of adjacent terms met at least three times in at least two articles.",
          List.of(TERM_A, TERM_B),
          List.of(TERM_A, TERM_B, SURFACE, OCCURRENCES, ARTICLES, NPMI, G2));

  private static final StructType PAIR =
      new StructType()
          .add("term_a", StringType)
          .add("term_b", StringType)
          .add("text", StringType)
          .add("n", LongType)
          .add("m", LongType);

  @Override
  public List<Table> reads() {
    return List.of(TextTable.ANALYSED);
  }

  @Override
  public List<Table> writes() {
    return List.of(TABLE);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> texts =
        inputs
            .table(TextTable.ANALYSED)
            .select(
                col("tokens.lemma"),
                col("tokens.surface"),
                col("tokens.is_stop"),
                col("tokens.field"),
                col("tokens.sentence"))
            .flatMap((FlatMapFunction<Row, Row>) Collocations::pairs, Encoders.row(PAIR))
            .groupBy("term_a", "term_b", "text")
            .agg(sum("n").as("n"), sum("m").as("m"));
    Dataset<Row> pairs =
        texts
            .groupBy("term_a", "term_b")
            .agg(
                sum("n").as("occurrences"),
                sum("m").as("articles"),
                max(struct(col("n"), col("text"))).getField("text").as("surface"));
    Dataset<Row> firsts = pairs.groupBy("term_a").agg(sum("occurrences").as("count_a"));
    Dataset<Row> seconds = pairs.groupBy("term_b").agg(sum("occurrences").as("count_b"));
    Dataset<Row> all = pairs.agg(sum("occurrences").as("pairs"));
    Column[] counts = {col("occurrences"), col("count_a"), col("count_b"), col("pairs")};
    Dataset<Row> measured =
        pairs
            .where(col("occurrences").geq(LEAST_OCCURRENCES))
            .where(col("articles").geq(LEAST_ARTICLES))
            .join(firsts, "term_a")
            .join(seconds, "term_b")
            .crossJoin(all)
            .withColumn("npmi", measure(Association::npmi).apply(counts))
            .withColumn("g2", measure(Association::g2).apply(counts));
    return Map.of(TABLE, measured);
  }

  /** A measure of {@link Association} as a Spark function of its four counts. */
  private interface Measure extends java.io.Serializable {
    double of(double together, double a, double b, double n);
  }

  private static UserDefinedFunction measure(Measure measure) {
    return udf(
        (UDF4<Long, Long, Long, Long, Double>) (t, a, b, n) -> measure.of(t, a, b, n), DoubleType);
  }

  private record Pair(String a, String b) {}

  /** The pairs of one article, each form of a pair once with its count. */
  private static Iterator<Row> pairs(Row article) {
    List<String> lemmas = article.getList(0);
    List<String> surfaces = article.getList(1);
    List<Boolean> stops = article.getList(2);
    List<String> fields = article.getList(3);
    List<Integer> sentences = article.getList(4);
    Map<Pair, Map<String, Long>> found = new HashMap<>();
    for (int i = 0; i + 1 < lemmas.size(); i++) {
      boolean adjacent =
          !stops.get(i)
              && !stops.get(i + 1)
              && sentences.get(i).equals(sentences.get(i + 1))
              && fields.get(i).equals(fields.get(i + 1));
      if (adjacent) {
        found
            .computeIfAbsent(new Pair(lemmas.get(i), lemmas.get(i + 1)), p -> new HashMap<>())
            .merge(surfaces.get(i) + " " + surfaces.get(i + 1), 1L, Long::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    found.forEach(
        (pair, forms) -> {
          long articles = 1;
          for (Map.Entry<String, Long> form : forms.entrySet()) {
            rows.add(
                RowFactory.create(pair.a(), pair.b(), form.getKey(), form.getValue(), articles));
            articles = 0;
          }
        });
    return rows.iterator();
  }
}

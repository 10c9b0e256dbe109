package org.marsad.article;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.marsad.table.Analysis;
import org.marsad.table.Inputs;
import org.marsad.table.Table;

/**
 * Joins near-copies into stories.
 *
 * <p>Reads {@code stored_articles} and {@code analysed}, writes {@code articles}. Exact copies (the
 * same letters and digits) are one text; texts that share a band of their MinHash signatures are
 * compared shingle by shingle and joined if their Jaccard similarity is at least {@value #JACCARD}
 * or the smaller is contained in the larger by at least {@value #CONTAINED}. Try it with {@code
 * ./marsad sql "SELECT story_id, count(*) FROM articles GROUP BY 1 HAVING count(*) > 1"}.
 */
public final class Stories implements Analysis {
  static final double JACCARD = 0.4;
  static final double CONTAINED = 0.7;

  /** More members of a band than this, and only the first is compared with the others. */
  private static final int CROWDED = 50;

  private static final StructType PAIR =
      new StructType().add("a", DataTypes.StringType).add("b", DataTypes.StringType);
  private static final StructType BAND =
      new StructType().add("band", DataTypes.LongType).add("text_key", DataTypes.StringType);

  @Override
  public List<Table> reads() {
    return List.of(ArticleTable.STORED, TextTable.ANALYSED);
  }

  @Override
  public List<Table> writes() {
    return List.of(ArticleTable.ARTICLES);
  }

  @Override
  public Map<Table, Dataset<Row>> run(Inputs inputs) {
    Dataset<Row> stored = inputs.table(ArticleTable.STORED);
    Dataset<Row> analysed = inputs.table(TextTable.ANALYSED);
    // The text's first article stands for it: the earliest day, then the smallest id.
    Dataset<Row> texts =
        stored
            .groupBy("text_key")
            .agg(min(struct(col("published_on"), col("article_id"))).as("first"));
    Dataset<Row> pairs = verified(candidates(analysed), stored);
    Map<String, String> leaders = leaders(texts, pairs);
    Dataset<Row> stories =
        stored
            .sparkSession()
            .createDataFrame(
                leaders.entrySet().stream()
                    .map(e -> RowFactory.create(e.getKey(), e.getValue()))
                    .toList(),
                new StructType()
                    .add("text_key", DataTypes.StringType)
                    .add("leader", DataTypes.StringType));
    Dataset<Row> articles =
        stored
            .join(texts, "text_key")
            .join(stories, stored.col("text_key").equalTo(stories.col("text_key")), "left")
            .withColumn("story_id", coalesce(col("leader"), col("first.article_id")))
            .withColumn("is_copy", col("article_id").notEqual(col("first.article_id")));
    return Map.of(ArticleTable.ARTICLES, articles);
  }

  /** Pairs of texts that share a band: likely near-copies, each pair once. */
  private static Dataset<Row> candidates(Dataset<Row> analysed) {
    Dataset<Row> bands =
        analysed
            .groupBy("text_key")
            .agg(min("minhash").as("minhash"))
            .flatMap((FlatMapFunction<Row, Row>) Stories::bands, Encoders.row(BAND));
    return bands
        .groupBy("band")
        .agg(array_sort(collect_set("text_key")).as("members"))
        .where(size(col("members")).gt(1))
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> pairs(row.getList(1)).iterator(), Encoders.row(PAIR))
        .distinct();
  }

  private static java.util.Iterator<Row> bands(Row text) {
    List<Integer> signature = text.getList(1);
    List<Row> bands = new ArrayList<>(MinHash.BANDS);
    for (int band = 0; band < MinHash.BANDS; band++) {
      long hash = band;
      for (int i = 0; i < MinHash.ROWS; i++) {
        hash = hash * 0x5DEECE66DL + signature.get(band * MinHash.ROWS + i);
        hash ^= hash >>> 29;
      }
      bands.add(RowFactory.create(hash, text.getString(0)));
    }
    return bands.iterator();
  }

  private static List<Row> pairs(List<String> members) {
    List<Row> pairs = new ArrayList<>();
    int firsts = members.size() > CROWDED ? 1 : members.size();
    for (int i = 0; i < firsts; i++) {
      for (int j = i + 1; j < members.size(); j++) {
        pairs.add(RowFactory.create(members.get(i), members.get(j)));
      }
    }
    return pairs;
  }

  private static Dataset<Row> verified(Dataset<Row> candidates, Dataset<Row> stored) {
    Dataset<Row> bodies = stored.groupBy("text_key").agg(min("body").as("body"));
    return candidates
        .join(bodies.toDF("a", "body_a"), "a")
        .join(bodies.toDF("b", "body_b"), "b")
        .select("a", "b", "body_a", "body_b")
        .filter((FilterFunction<Row>) r -> similar(r.getString(2), r.getString(3)))
        .select("a", "b");
  }

  /** Whether two bodies are near-copies of one another. */
  static boolean similar(String a, String b) {
    int[] first = MinHash.shingles(a);
    int[] second = MinHash.shingles(b);
    int common = MinHash.common(first, second);
    double union = first.length + second.length - common;
    int smaller = Math.min(first.length, second.length);
    boolean contained = smaller >= 20 && common >= CONTAINED * smaller;
    return common / union >= JACCARD || contained;
  }

  /** The id of the earliest article for each text that has near-copies. */
  private static Map<String, String> leaders(Dataset<Row> texts, Dataset<Row> pairs) {
    List<Row> edges = pairs.collectAsList();
    UnionFind groups = new UnionFind();
    edges.forEach(e -> groups.union(e.getString(0), e.getString(1)));
    Dataset<Row> linked =
        pairs.select(explode(org.apache.spark.sql.functions.array("a", "b")).as("text_key"));
    Map<String, Row> earliest = new TreeMap<>();
    List<Row> firsts = texts.join(linked.distinct(), "text_key").collectAsList();
    for (Row text : firsts) {
      earliest.merge(
          groups.find(text.getString(0)), text.getStruct(1), (x, y) -> before(x, y) ? x : y);
    }
    Map<String, String> leaders = new TreeMap<>();
    for (Row text : firsts) {
      Row first = earliest.get(groups.find(text.getString(0)));
      leaders.put(text.getString(0), first.getString(1));
    }
    return leaders;
  }

  private static boolean before(Row x, Row y) {
    int days = x.getLocalDate(0).compareTo(y.getLocalDate(0));
    return days < 0 || (days == 0 && x.getString(1).compareTo(y.getString(1)) < 0);
  }
}

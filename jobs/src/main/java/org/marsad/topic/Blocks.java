package org.marsad.topic;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * The stories' vectors in blocks. A story's block follows from its id and the number of stories,
 * not from the cluster, and stories are sorted within: sums come out the same to the last bit on
 * any number of cores. Each block is a random sample of the stories.
 */
final class Blocks implements AutoCloseable {
  private static final int STORIES = 8192;

  private static final StructType VECTORS =
      new StructType()
          .add("story_id", DataTypes.StringType)
          .add("features", SQLDataTypes.VectorType());

  private final JavaRDD<Block> blocks;

  private Blocks(JavaRDD<Block> blocks) {
    this.blocks = blocks;
  }

  /** Some stories and their vectors. */
  record Block(List<String> ids, List<SparseVector> vectors) implements Serializable {
    int size() {
      return ids.size();
    }
  }

  /** Something computed from one block. */
  interface Work<T> extends Serializable {
    T of(Block block);
  }

  static Blocks of(Dataset<Row> storyTerms, Vocabulary vocabulary, long stories) {
    Dataset<Row> vectors =
        storyTerms
            .select("story_id", "terms", "occurrences")
            .map(
                (MapFunction<Row, Row>)
                    r ->
                        RowFactory.create(
                            r.getString(0), vocabulary.vector(r.getList(1), r.getList(2))),
                Encoders.row(VECTORS))
            .repartition((int) (1 + stories / STORIES), col("story_id"))
            .sortWithinPartitions("story_id");
    return new Blocks(
        vectors.toJavaRDD().mapPartitions(Blocks::block).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  private static Iterator<Block> block(Iterator<Row> rows) {
    List<String> ids = new ArrayList<>();
    List<SparseVector> vectors = new ArrayList<>();
    rows.forEachRemaining(
        r -> {
          ids.add(r.getString(0));
          vectors.add(((org.apache.spark.ml.linalg.Vector) r.get(1)).toSparse());
        });
    return List.of(new Block(ids, vectors)).iterator();
  }

  /** Does some work on the first blocks, and takes what comes of it in their order. */
  <T> void each(int most, Work<T> work, BiConsumer<Integer, T> taker) {
    int n = Math.min(most, blocks.getNumPartitions());
    List<T> made = run(n, work);
    for (int i = 0; i < made.size(); i++) {
      taker.accept(i, made.get(i));
    }
  }

  private <T> List<T> run(int first, Work<T> work) {
    return blocks
        .mapPartitionsWithIndex(
            (i, found) -> {
              List<T> made = new ArrayList<>();
              if (i < first) {
                found.forEachRemaining(b -> made.add(work.of(b)));
              }
              return made.iterator();
            },
            true)
        .collect();
  }

  <T> Shared<T> share(T value) {
    return new Shared<>(
        org.apache.spark.api.java.JavaSparkContext.fromSparkContext(blocks.context())
            .broadcast(value));
  }

  JavaRDD<Block> all() {
    return blocks;
  }

  @Override
  public void close() {
    blocks.unpersist();
  }
}

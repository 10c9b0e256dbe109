package org.marsad.run;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.marsad.arabic.ArabicDates;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.ArticleTable;
import org.marsad.article.FieldNames;
import org.marsad.article.InputFile;
import org.marsad.article.InputFiles;
import org.marsad.article.Outcomes;
import org.marsad.article.RejectReason;
import org.marsad.article.RejectTable;

/** Reads what is new among the inputs into the store, as one batch. */
final class Ingest {
  /** Bytes of a short article, packed. */
  private static final int SMALL_ARTICLE = 1_000;

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Store store;
  private final Settings settings;
  private final LexiconFiles lexicon;
  private final Console console;

  Ingest(
      SparkSession spark,
      Warehouse warehouse,
      Settings settings,
      LexiconFiles lexicon,
      Console console) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.store = new Store(spark, warehouse);
    this.settings = settings;
    this.lexicon = lexicon;
    this.console = console;
  }

  /** The batch that came of the inputs, or empty if they hold nothing new. */
  Optional<Batch> run() throws Exception {
    Outcomes outcomes = new Outcomes(spark, fieldNames(), lexicon);
    List<InputFile> files = newFiles(outcomes);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Path staging = new Path(warehouse.store(), ".staging");
    try {
      return Optional.of(
          console.during(
              "reading " + files.size() + " files",
              () -> {
                outcomes.read(files).write().mode("overwrite").parquet(staging.toString());
                return take(files, spark.read().parquet(staging.toString()));
              }));
    } finally {
      warehouse.delete(staging);
    }
  }

  private FieldNames fieldNames() {
    try {
      return FieldNames.mapping(settings.map());
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  private List<InputFile> newFiles(Outcomes outcomes) {
    List<InputFile> listed;
    try {
      listed =
          new InputFiles(
                  spark.sparkContext().hadoopConfiguration(),
                  ArabicDates.load(lexicon),
                  settings.date(),
                  settings.source())
              .list(settings.inputs());
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
    if (listed.isEmpty()) {
      console.say("no files in %s", String.join(", ", settings.inputs()));
      return List.of();
    }
    Set<String> known = new HashSet<>();
    store.batches().forEach(b -> known.addAll(b.files().keySet()));
    List<InputFile> fresh = new ArrayList<>();
    for (InputFile file : outcomes.hashed(listed)) {
      if (known.add(file.hash())) {
        fresh.add(file);
      }
    }
    long bytes = fresh.stream().mapToLong(InputFile::bytes).sum();
    console.say("%d files, %d of them new (%.1f MB)", listed.size(), fresh.size(), bytes / 1e6);
    Scale.fit(spark, bytes / SMALL_ARTICLE);
    return fresh;
  }

  private Batch take(List<InputFile> files, Dataset<Row> staged) throws IOException {
    Column first =
        row_number()
            .over(
                Window.partitionBy("article_id")
                    .orderBy("published_on", "author", "category", "charset", "input", "position"));
    Dataset<Row> articles = staged.where(col("article_id").isNotNull());
    Set<String> days =
        articles.select(col("published_on").cast("string")).distinct().collectAsList().stream()
            .map(r -> r.getString(0))
            .collect(Collectors.toCollection(TreeSet::new));
    Dataset<Row> known = store.ids(days).withColumn("known", lit(true));
    Dataset<Row> marked =
        articles
            .withColumn("place", first)
            .join(known, articles.col("article_id").equalTo(known.col("article_id")), "left")
            .drop(known.col("article_id"))
            .withColumn("taken", col("place").equalTo(1).and(col("known").isNull()));
    Dataset<Row> taken = marked.where(col("taken"));
    Dataset<Row> rejects = rejects(staged, marked);
    Row sums = taken.agg(count(lit(1)), bit_xor(xxhash64(col("article_id")))).first();
    Row lost =
        rejects
            .agg(
                count(lit(1)),
                bit_xor(xxhash64(concat_ws("\n", col("reason"), col("raw"), col("position")))),
                org.apache.spark.sql.functions.count_if(
                    col("reason").equalTo(RejectReason.REPEATED.code())))
            .first();
    String id =
        String.format(
            Locale.ROOT,
            "b%016x",
            31 * (31 * value(sums, 1) + value(lost, 1)) + 7 * sums.getLong(0) + lost.getLong(0));
    List<String> takenDays =
        taken.select(col("published_on").cast("string")).distinct().collectAsList().stream()
            .map(r -> r.getString(0))
            .sorted()
            .toList();
    Map<String, String> hashes = new TreeMap<>();
    files.forEach(f -> hashes.put(f.hash(), f.name()));
    Batch batch =
        new Batch(
            id,
            hashes,
            takenDays,
            staged.count(),
            sums.getLong(0),
            lost.getLong(0),
            lost.getLong(2));
    store.add(
        batch,
        ArticleTable.STORED.conform(taken.withColumn("batch_id", lit(id))),
        rejects.withColumn("batch_id", lit(id)));
    if (batch.records() != batch.articles() + batch.rejects()) {
      throw new IllegalStateException("records were lost: " + batch);
    }
    return batch;
  }

  private static Dataset<Row> rejects(Dataset<Row> staged, Dataset<Row> marked) {
    Dataset<Row> faulty =
        staged
            .where(col("article_id").isNull())
            .select(
                col("input"),
                col("position"),
                col("r_reason").as("reason"),
                col("r_detail").as("detail"),
                col("r_raw").as("raw"),
                col("r_source").as("source"),
                col("r_published_on").as("published_on"));
    Dataset<Row> repeated =
        marked
            .where(org.apache.spark.sql.functions.not(col("taken")))
            .select(
                col("input"),
                col("position"),
                lit(RejectReason.REPEATED.code()).as("reason"),
                concat_ws(" ", lit("article"), col("article_id")).as("detail"),
                coalesce(col("title"), lit("")).as("raw"),
                col("source"),
                col("published_on"));
    return faulty.union(repeated).select(rejectColumns());
  }

  private static Column[] rejectColumns() {
    return RejectTable.REJECTS.columns().stream()
        .filter(c -> !c.equals("batch_id"))
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }

  private static long value(Row row, int i) {
    return row.isNullAt(i) ? 0 : row.getLong(i);
  }
}

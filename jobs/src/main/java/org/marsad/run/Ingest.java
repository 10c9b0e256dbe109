package org.marsad.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
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
import org.marsad.table.Scale;

/** Reads what is new among the inputs into the store, as one batch. */
final class Ingest {
  /** Bytes of a short article, packed. */
  private static final int SMALL_ARTICLE = 1_000;

  /** Codes of the reasons for which a file is read again. */
  static final Set<String> PASSING =
      Arrays.stream(RejectReason.values())
          .filter(RejectReason::passing)
          .map(RejectReason::code)
          .collect(Collectors.toUnmodifiableSet());

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Store store;
  private final Settings settings;
  private final LexiconFiles lexicon;
  private final Console console;
  private final boolean again;

  /**
   * A reader of the inputs.
   *
   * @param again whether files that are known are read once more
   */
  Ingest(
      SparkSession spark,
      Warehouse warehouse,
      Settings settings,
      LexiconFiles lexicon,
      Console console,
      boolean again) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.store = new Store(spark, warehouse);
    this.settings = settings;
    this.lexicon = lexicon;
    this.console = console;
    this.again = again;
  }

  /** The batch that came of the inputs, or empty if they hold nothing new. */
  Optional<Batch> run() throws Exception {
    Outcomes outcomes = new Outcomes(spark, fieldNames(settings), lexicon);
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
                Store.replacing(outcomes.read(files)).parquet(staging.toString());
                return take(
                    files, spark.read().schema(Outcomes.SCHEMA).parquet(staging.toString()));
              }));
    } finally {
      warehouse.delete(staging);
    }
  }

  private List<InputFile> newFiles(Outcomes outcomes) throws IOException {
    List<InputFile> listed = listed(spark.sparkContext().hadoopConfiguration(), lexicon, settings);
    if (listed.isEmpty()) {
      console.say("no files in %s", String.join(", ", settings.inputs()));
      return List.of();
    }
    List<InputFile> fresh = fresh(hashed(outcomes, listed), batches(), store.failing());
    console.say("%s", summary(listed, fresh));
    Scale.fit(spark, bytes(fresh) / SMALL_ARTICLE);
    return fresh;
  }

  /** The files with hashes, which those that nobody changed since last time keep. */
  private List<InputFile> hashed(Outcomes outcomes, List<InputFile> listed) throws IOException {
    Seen seen = again ? Seen.NOTHING : Seen.read(warehouse);
    Instant now = Clock.systemUTC().instant();
    Map<String, InputFile> hashed = new HashMap<>();
    List<InputFile> unknown = new ArrayList<>();
    for (InputFile file : listed) {
      seen.hash(file)
          .ifPresentOrElse(h -> hashed.put(file.path(), file.withHash(h)), () -> unknown.add(file));
    }
    if (!unknown.isEmpty()) {
      outcomes.hashed(unknown).forEach(file -> hashed.put(file.path(), file));
    }
    List<InputFile> files = listed.stream().map(file -> hashed.get(file.path())).toList();
    if (!unknown.isEmpty()) {
      Seen.of(files, now).write(warehouse);
    }
    return files;
  }

  /** The batches whose files are known. */
  private List<Batch> batches() {
    return again ? List.of() : store.batches();
  }

  /** The names that fields may have. */
  static FieldNames fieldNames(Settings settings) {
    try {
      return FieldNames.mapping(settings.map());
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /** The files that the inputs name. */
  static List<InputFile> listed(Configuration conf, LexiconFiles lexicon, Settings settings) {
    try {
      return new InputFiles(conf, ArabicDates.load(lexicon), settings.date(), settings.source())
          .list(settings.inputs());
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  /**
   * Those of the files, with hashes, that no batch has, each once: see {@link InputFile#key()}.
   * What is told beside a file may change later, its content has been read.
   *
   * @param failing names of files that could not be read when they were met last
   */
  static List<InputFile> fresh(List<InputFile> files, List<Batch> batches, Set<String> failing) {
    Set<String> known = new HashSet<>();
    Set<String> named = new HashSet<>();
    for (Batch batch : batches) {
      known.addAll(batch.files().keySet());
      batch.files().forEach((key, name) -> named.add(InputFile.content(key) + " " + name));
    }
    // An earlier Marsad knew files by their content alone.
    Set<String> contents = Set.copyOf(known);
    return files.stream()
        .filter(
            f ->
                (f.isReadable() && failing.contains(f.name()))
                    || !(contents.contains(f.hash()) || named.contains(f.hash() + " " + f.name())))
        .filter(
            f ->
                failing.contains(f.name())
                    || (f.isReadable() ? known.add(f.key()) : !known.contains(f.key())))
        .toList();
  }

  /** How many files there are. */
  static String summary(List<InputFile> listed, List<InputFile> fresh) {
    return String.format(
        Locale.ROOT,
        "%d files, %d of them new (%.1f MB)",
        listed.size(),
        fresh.size(),
        bytes(fresh) / 1e6);
  }

  private static long bytes(List<InputFile> files) {
    return files.stream().mapToLong(InputFile::bytes).sum();
  }

  private Batch take(List<InputFile> files, Dataset<Row> staged) throws IOException {
    Column first =
        row_number()
            .over(
                Window.partitionBy("article_id", "published_on")
                    .orderBy("author", "category", "charset", "input", "position"));
    Dataset<Row> articles = staged.where(col("article_id").isNotNull());
    Column failed = when(col("r_reason").isin(PASSING.toArray()), col("input"));
    List<Row> counts =
        staged
            .groupBy(
                col("article_id").isNotNull().as("is_article"),
                col("published_on").cast("string").as("day"),
                failed.as("failed"))
            .count()
            .collectAsList();
    Dataset<Row> known = store.ids(days(counts)).withColumn("known", lit(true));
    Dataset<Row> marked =
        articles
            .withColumn("place", first)
            .join(known, ArticleTable.key(), "left")
            .withColumn("taken", col("place").equalTo(1).and(col("known").isNull()));
    Dataset<Row> taken = marked.where(col("taken"));
    Dataset<Row> rejects = rejects(staged, marked);
    long records = counts.stream().mapToLong(r -> r.getLong(3)).sum();
    Map<String, String> read = read(files, counts);
    Batch batch = batch(read, records, sums(taken, rejects).collectAsList());
    if (batch.records() != batch.articles() + batch.rejects()) {
      throw new IllegalStateException("records were lost: " + batch);
    }
    for (Batch same : store.batches()) {
      if (same.batchId().equals(batch.batchId())) {
        return store.note(same.with(read));
      }
    }
    store.add(
        batch,
        ArticleTable.STORED.conform(taken.withColumn("batch_id", lit(batch.batchId()))),
        rejects.withColumn("batch_id", lit(batch.batchId())));
    return batch;
  }

  private static Set<String> days(List<Row> counts) {
    return counts.stream()
        .filter(r -> r.getBoolean(0))
        .map(r -> r.getString(1))
        .collect(Collectors.toSet());
  }

  /** Rows and a hash of them by day, for rejects by reason too ({@code kind}, else null). */
  private static Dataset<Row> sums(Dataset<Row> taken, Dataset<Row> rejects) {
    Dataset<Row> good =
        taken.select(
            lit(null).cast("string").as("kind"),
            col("published_on").cast("string").as("day"),
            xxhash64(col("article_id"), col("published_on")).as("hash"));
    Dataset<Row> bad =
        rejects.select(
            col("reason").as("kind"),
            col("published_on").cast("string").as("day"),
            xxhash64(col("reason"), col("detail"), col("raw"), col("position"), col("published_on"))
                .as("hash"));
    // In halves, whose sums do not overflow.
    return good.union(bad)
        .groupBy("kind", "day")
        .agg(
            count(lit(1)),
            sum(col("hash").bitwiseAND(0xffffffffL)),
            sum(shiftrightunsigned(col("hash"), 32)));
  }

  private static Batch batch(Map<String, String> files, long records, List<Row> sums) {
    long articles = 0;
    long articlesHash = 0;
    long rejects = 0;
    long rejectsHash = 0;
    long repeated = 0;
    long passing = 0;
    Set<String> days = new TreeSet<>();
    Set<String> rejectDays = new TreeSet<>();
    for (Row row : sums) {
      if (row.isNullAt(0)) {
        articles += row.getLong(2);
        articlesHash += hash(row);
        days.add(row.getString(1));
      } else {
        rejects += row.getLong(2);
        rejectsHash += hash(row);
        if (!row.isNullAt(1)) {
          rejectDays.add(row.getString(1));
        }
        passing += PASSING.contains(row.getString(0)) ? row.getLong(2) : 0;
        repeated += row.getString(0).equals(RejectReason.REPEATED.code()) ? row.getLong(2) : 0;
      }
    }
    // Another file may hold the same faults, but not the same new articles.
    long filesHash = articles > 0 ? 0 : files.keySet().stream().mapToLong(String::hashCode).sum();
    long hash = 31 * (31 * (31 * filesHash + articlesHash) + rejectsHash) + 7 * articles + rejects;
    return new Batch(
        String.format(Locale.ROOT, "b%016x", hash),
        files,
        List.copyOf(days),
        records,
        articles,
        rejects,
        repeated,
        passing,
        List.copyOf(rejectDays),
        Clock.systemUTC().instant().toString());
  }

  private static long hash(Row sums) {
    return sums.getLong(3) + (sums.getLong(4) << 32);
  }

  /** Key and name of the files that need not be read again. */
  private static Map<String, String> read(List<InputFile> files, List<Row> counts) {
    Set<String> failed = counts.stream().map(r -> r.getString(2)).collect(Collectors.toSet());
    Map<String, String> names = new TreeMap<>();
    files.stream()
        .filter(f -> !f.hash().isEmpty() && !failed.contains(f.name()))
        .forEach(f -> names.put(f.key(), f.name()));
    return names;
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
}

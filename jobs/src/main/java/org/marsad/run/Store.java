package org.marsad.run;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.ArticleTable;
import org.marsad.article.InputFile;
import org.marsad.article.RejectTable;
import org.marsad.article.TextAnalysis;
import org.marsad.article.TextTable;
import org.marsad.article.Versions;
import org.marsad.table.Scale;
import org.marsad.table.Table;

/**
 * What was read and analysed: append-only batches, partitioned by day. A batch is there when the
 * ledger names it, an analysis of it when Spark marked its directory complete.
 *
 * <pre>
 * store/ledger/BATCH.json
 * store/articles/batch_id=BATCH/published_on=DAY/
 * store/rejects/batch_id=BATCH/
 * store/analysed/VERSION/batch_id=BATCH/published_on=DAY/
 * store/set-aside/BATCH.json
 * </pre>
 *
 * <p>Beside its rejects a batch has a copy of its entry, should that one be damaged.
 *
 * <p>A batch with a damaged file is taken out of the ledger into {@code set-aside}, its files stay:
 * the ledger no longer knows its inputs, so that they are read anew as soon as they are given.
 */
public final class Store {
  /** Articles in one file: below 300 MB of Parquet. */
  private static final int ARTICLES_PER_FILE = 50_000;

  /** Articles that are worth a task and a file of their own. */
  private static final int LEAST_ARTICLES = 250;

  /** What a batch holds from when it was read. */
  private static final Map<String, Table> AS_READ =
      new TreeMap<>(Map.of("articles", ArticleTable.STORED, "rejects", RejectTable.REJECTS));

  private static final Column PASSING = col("reason").isin(Ingest.PASSING.toArray());
  private static final String SUCCESS = "_SUCCESS";
  private static final String SET_ASIDE = "set-aside";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private List<Batch> ledger;

  public Store(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  /** The store as a run knew it: without the batches that came later. */
  Store asOf(JsonNode manifest) {
    Set<String> known = Manifest.batches(manifest);
    Store store = new Store(spark, warehouse);
    store.ledger = batches().stream().filter(b -> known.contains(b.batchId())).toList();
    return store;
  }

  /** The ledger: every batch that is there, by id; it is read once. */
  public List<Batch> batches() {
    if (ledger == null) {
      ledger = batches(warehouse);
    }
    return ledger;
  }

  /** The same, for who has no Spark. */
  static List<Batch> batches(Warehouse warehouse) {
    List<Batch> batches = new ArrayList<>();
    for (var file : warehouse.list(ledger(warehouse))) {
      if (isEntry(file.getPath())) {
        batches.add(entry(warehouse, file.getPath()));
      }
    }
    return batches;
  }

  /** Whether nothing was ever read into it; damaged entries and batches set aside were. */
  static boolean isNew(Warehouse warehouse) {
    return Stream.of(ledger(warehouse), new Path(warehouse.store(), SET_ASIDE))
        .allMatch(part -> warehouse.list(part).stream().noneMatch(f -> isEntry(f.getPath())));
  }

  private static boolean isEntry(Path file) {
    return file.getName().endsWith(".json") && !file.getName().startsWith(".");
  }

  private static Batch entry(Warehouse warehouse, Path file) {
    try {
      Batch batch = Json.read(text(warehouse, file), Batch.class, Warehouse.shown(file));
      if (batch == null || batch.files() == null || batch.days() == null) {
        throw new UserError(Warehouse.shown(file) + " is damaged: it is no batch");
      }
      return batch;
    } catch (UserError e) {
      throw new Damaged(e.getMessage(), e);
    }
  }

  /** A part of the store is damaged or gone, which whoever writes to the store mends. */
  static final class Damaged extends UserError {
    private static final long serialVersionUID = 1L;

    Damaged(String what, UserError cause) {
      super(what + "; start `marsad run`, which mends the store", cause);
    }
  }

  /** The batches set aside whose inputs have not all been read anew. */
  List<SetAside> setAside() {
    Set<String> known = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Batch batch : batches()) {
      known.addAll(batch.files().keySet());
      // An earlier Marsad knew files by their content alone.
      batch.files().keySet().forEach(key -> known.add(InputFile.content(key)));
      ids.add(batch.batchId());
    }
    return warehouse.list(new Path(warehouse.store(), SET_ASIDE)).stream()
        .filter(f -> f.getPath().getName().endsWith(".json"))
        .map(f -> Json.read(text(warehouse, f.getPath()), SetAside.class, f.getPath().toString()))
        .filter(
            s ->
                s.batch().files().isEmpty()
                    ? !ids.contains(s.batch().batchId())
                    : !known.containsAll(s.batch().files().keySet()))
        .toList();
  }

  /**
   * Looks through every file of the store: sets batches with damaged articles or rejects aside, and
   * lets damaged analyses of this version be made anew.
   *
   * @return what was done, a line each; empty if nothing is damaged
   */
  List<String> mend(String version) throws IOException {
    List<String> done = mendLedger();
    List<Batch> batches = batches(warehouse);
    ledger = null;
    for (Batch batch : batches) {
      Optional<DamagedFiles.Damage> damage =
          damage(path("articles", batch.batchId()), batch.articles())
              .or(() -> damage(path("rejects", batch.batchId()), batch.rejects()));
      Path analysed = analysed(version, batch);
      if (damage.isPresent()) {
        String file = Warehouse.shown(damage.get().path());
        SetAside note = new SetAside(batch, file, damage.get().what());
        write(note);
        warehouse.delete(new Path(ledger(warehouse), batch.batchId() + ".json"));
        done.add(note.line());
      } else if (isAnalysed(version, batch)) {
        damage(analysed, batch.articles())
            .ifPresent(
                d -> {
                  warehouse.delete(new Path(analysed, SUCCESS));
                  done.add(
                      "damaged: "
                          + Warehouse.shown(d.path())
                          + " ("
                          + d.what()
                          + "): its batch is analysed anew");
                });
      }
    }
    return done;
  }

  /**
   * Writes entries of the ledger that are damaged anew from the copy beside their batch; without
   * one nobody knows which inputs they had.
   */
  private List<String> mendLedger() throws IOException {
    List<String> done = new ArrayList<>();
    for (var file : warehouse.list(ledger(warehouse))) {
      Path path = file.getPath();
      if (!isEntry(path)) {
        continue;
      }
      try {
        entry(warehouse, path);
      } catch (Damaged damaged) {
        String id = path.getName().replace(".json", "");
        Optional<Batch> copy = copy(id);
        if (copy.isPresent()) {
          warehouse.writeAtomically(path, Json.write(copy.get()));
          done.add("damaged: " + Warehouse.shown(path) + " is written anew from its copy");
          continue;
        }
        Batch lost = new Batch(id, Map.of(), List.of(), 0, 0, 0, 0, 0, null, null);
        SetAside note = new SetAside(lost, Warehouse.shown(path), "it is no JSON, nor is its copy");
        write(note);
        warehouse.delete(path);
        done.add(note.line());
      }
    }
    return done;
  }

  private Optional<Batch> copy(String batchId) {
    Path path = copyOf(batchId);
    try {
      return warehouse.exists(path) ? Optional.of(entry(warehouse, path)) : Optional.empty();
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** Spark reads no file whose name begins so. */
  private Path copyOf(String batchId) {
    return new Path(path("rejects", batchId), "_batch.json");
  }

  private void write(SetAside note) throws IOException {
    warehouse.fs().mkdirs(new Path(warehouse.store(), SET_ASIDE));
    warehouse.writeAtomically(
        new Path(warehouse.store(), SET_ASIDE + "/" + note.batch().batchId() + ".json"),
        Json.write(note));
  }

  private Optional<DamagedFiles.Damage> damage(Path directory, long rows) {
    return rows == 0
        ? Optional.empty()
        : DamagedFiles.within(
            directory, rows, warehouse, spark.sparkContext().hadoopConfiguration());
  }

  /** What the ledger has that the files do not, or the other way round; a line each. */
  List<String> lost() {
    return lost(batches(), AS_READ);
  }

  /**
   * Misses a file that is gone, which no reader of the others would.
   *
   * @return how many batches the window has
   * @throws Damaged if one of them, or its analysis, has not the rows that it had
   */
  int requireWhole(String version, Window window) {
    List<Batch> batches = window.batches(batches());
    Map<String, Table> parts = new TreeMap<>(AS_READ);
    parts.put("analysed/" + version, TextTable.ANALYSED);
    List<String> lost = lost(batches, parts);
    if (!lost.isEmpty()) {
      throw new Damaged(lost.get(0), null);
    }
    return batches.size();
  }

  private List<String> lost(List<Batch> batches, Map<String, Table> parts) {
    Map<List<String>, Long> found = new HashMap<>();
    parts.entrySet().stream()
        .map(
            part ->
                read(part.getValue(), part.getKey(), batches)
                    .select(functions.lit(part.getKey()).as("part"), col("batch_id")))
        .reduce(Dataset::union)
        .orElseThrow()
        .groupBy("part", "batch_id")
        .count()
        .collectAsList()
        .forEach(r -> found.put(List.of(r.getString(0), r.getString(1)), r.getLong(2)));
    List<String> lines = new ArrayList<>();
    for (String part : parts.keySet()) {
      for (Batch batch : batches) {
        long rows = part.equals("rejects") ? batch.rejects() : batch.articles();
        long there = found.getOrDefault(List.of(part, batch.batchId()), 0L);
        if (rows != there) {
          lines.add(
              "batch " + batch.batchId() + " has " + there + " " + part + " in place of " + rows);
        }
      }
    }
    return lines;
  }

  private static String text(Warehouse warehouse, Path path) {
    return warehouse.text(path).orElseThrow();
  }

  /**
   * Ends what a killed process began: a batch that is whole but for its entry in the ledger gets
   * it, what is not whole goes.
   *
   * @return what was done, a line each
   */
  List<String> tidy() throws IOException {
    Set<String> known = new HashSet<>();
    for (String part : List.of("ledger", SET_ASIDE)) {
      warehouse
          .list(new Path(warehouse.store(), part))
          .forEach(f -> known.add(f.getPath().getName().replace(".json", "")));
    }
    List<String> done = new ArrayList<>();
    for (String part : List.of("articles", "rejects")) {
      for (var directory : warehouse.list(new Path(warehouse.store(), part))) {
        String id = directory.getPath().getName().replace("batch_id=", "");
        if (known.contains(id)) {
          continue;
        }
        Optional<Batch> whole = copy(id);
        if (whole.isPresent()) {
          note(whole.get());
          known.add(id);
          done.add("batch " + id + " is whole: the ledger has it again");
        } else if (!isComplete("articles", id) || !isComplete("rejects", id)) {
          warehouse.delete(directory.getPath());
        }
      }
    }
    return done;
  }

  private boolean isComplete(String part, String batchId) {
    return warehouse.exists(new Path(path(part, batchId), SUCCESS));
  }

  /** Drops what other versions of the analyser found than these. */
  void keepVersions(Set<String> versions) {
    for (var directory : warehouse.list(new Path(warehouse.store(), "analysed"))) {
      if (!versions.contains(directory.getPath().getName())) {
        warehouse.delete(directory.getPath());
      }
    }
  }

  /** Takes a batch's rows in; it is there once the ledger names it. */
  void add(Batch batch, Dataset<Row> articles, Dataset<Row> rejects) throws IOException {
    write(inFiles(articles.drop("batch_id"), batch), path("articles", batch.batchId()));
    RejectTable.REJECTS
        .conform(rejects)
        .drop("batch_id")
        .coalesce(1)
        .sortWithinPartitions("input", "position")
        .write()
        .mode("overwrite")
        .parquet(path("rejects", batch.batchId()).toString());
    warehouse.force(path("articles", batch.batchId()));
    warehouse.force(path("rejects", batch.batchId()));
    note(batch);
  }

  /** Writes a batch's entry in the ledger. */
  Batch note(Batch batch) throws IOException {
    ledger = null;
    warehouse.writeAtomically(copyOf(batch.batchId()), Json.write(batch));
    warehouse.fs().mkdirs(ledger(warehouse));
    warehouse.writeAtomically(
        new Path(ledger(warehouse), batch.batchId() + ".json"), Json.write(batch));
    return batch;
  }

  /** Analyses every batch of the window that this version of the analyser has not seen. */
  int analyse(LexiconFiles files, String version, Window window) {
    List<Batch> missing =
        window.batches(batches()).stream().filter(b -> !isAnalysed(version, b)).toList();
    if (missing.isEmpty()) {
      return 0;
    }
    Broadcast<LexiconFiles> broadcast =
        spark.sparkContext().broadcast(files, scala.reflect.ClassTag.apply(LexiconFiles.class));
    for (Batch batch : missing) {
      Dataset<Row> articles = read(ArticleTable.STORED, "articles", List.of(batch));
      write(TextAnalysis.run(spread(articles, batch), broadcast), analysed(version, batch));
    }
    broadcast.destroy();
    return missing.size();
  }

  private boolean isAnalysed(String version, Batch batch) {
    return warehouse.exists(new Path(analysed(version, batch), SUCCESS));
  }

  /**
   * Articles as their files shall be, each file's in one task: to move the text is cheap, to move
   * what was found in it is not. A day is cut where the cores outnumber the days.
   */
  private Dataset<Row> spread(Dataset<Row> articles, Batch batch) {
    long days = Math.max(1, batch.days().size());
    long perDay = batch.articles() / days;
    long busy = (spark.sparkContext().defaultParallelism() + days - 1) / days;
    long buckets = Math.max(buckets(batch), Math.min(busy, perDay / LEAST_ARTICLES));
    long tasks = Math.min(days * buckets, batch.articles() / LEAST_ARTICLES);
    return articles
        .repartitionByRange(
            (int) Math.max(1, Math.min(2000, tasks)), col("published_on"), bucket(buckets))
        .sortWithinPartitions("published_on", "article_id");
  }

  /** The articles of the window, each id once a day. */
  public Dataset<Row> articles(Window window) {
    Dataset<Row> rows = read(ArticleTable.STORED, "articles", window.batches(batches()));
    return Scale.read(rows).where(window.covers(col("published_on")));
  }

  /** Which of the window's articles gave way to another version. */
  Versions versions(Window window) {
    List<String> order =
        batches().stream()
            .sorted(
                Comparator.comparing(
                        Batch::readAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Batch::batchId))
            .map(Batch::batchId)
            .toList();
    return Versions.of(articles(window), order);
  }

  /** The analysed text of the window's articles. */
  public Dataset<Row> analysed(String version, Window window) {
    Dataset<Row> rows = read(TextTable.ANALYSED, "analysed/" + version, window.batches(batches()));
    return Scale.read(rows).where(window.covers(col("published_on")));
  }

  /**
   * The rejects of the window. Those without a day belong to the days of their batch's articles and
   * rejects, or to every window if it has none or was read before these were kept. In a store
   * without any article all are there.
   */
  public Dataset<Row> rejects(Window window) {
    Dataset<Row> rows = Scale.read(unread(window.batchesOfRejects(batches())));
    return window.from() == null
        ? rows
        : rows.where(col("published_on").isNull().or(window.covers(col("published_on"))));
  }

  /** The batches' rejects, without those of files that could be read since. */
  private Dataset<Row> unread(List<Batch> batches) {
    Dataset<Row> rows = read(RejectTable.REJECTS, "rejects", batches);
    if (batches.stream().allMatch(b -> b.passing() == 0)) {
      return rows;
    }
    Object[] read = passing(rows).stream().filter(p -> p.readSince()).map(Passing::key).toArray();
    return rows.where(functions.not(PASSING.and(Passing.KEY.isin(read))));
  }

  /**
   * Names of files that could not be read, and were not since, though it may be no fault of theirs.
   */
  Set<String> failing() {
    List<Batch> batches = batches().stream().filter(b -> b.passing() > 0).toList();
    return batches.isEmpty()
        ? Set.of()
        : passing(read(RejectTable.REJECTS, "rejects", batches)).stream()
            .filter(p -> !p.readSince())
            .map(Passing::input)
            .collect(Collectors.toSet());
  }

  /** A file that a batch could not read, and whether a later one did. */
  private record Passing(String batchId, String input, boolean readSince) {
    static final Column KEY = functions.concat_ws("\n", col("batch_id"), col("input"));

    String key() {
      return batchId + "\n" + input;
    }
  }

  private List<Passing> passing(Dataset<Row> rejects) {
    Map<String, String> readAt = new HashMap<>();
    Map<String, String> lastRead = new HashMap<>();
    for (Batch batch : batches()) {
      String at = Objects.requireNonNullElse(batch.readAt(), "");
      readAt.put(batch.batchId(), at);
      batch
          .files()
          .values()
          .forEach(
              name -> lastRead.merge(name, at, BinaryOperator.maxBy(Comparator.naturalOrder())));
    }
    return rejects.where(PASSING).select("batch_id", "input").distinct().collectAsList().stream()
        .map(
            r -> {
              String since = lastRead.getOrDefault(r.getString(1), "");
              String then = readAt.getOrDefault(r.getString(0), "");
              return new Passing(r.getString(0), r.getString(1), since.compareTo(then) > 0);
            })
        .toList();
  }

  /** Ids and days of the articles that the store holds for the days given. */
  Dataset<Row> ids(Set<String> days) {
    List<Batch> batches =
        batches().stream().filter(b -> b.days().stream().anyMatch(days::contains)).toList();
    return read(ArticleTable.STORED, "articles", batches)
        .where(col("published_on").cast("string").isin(days.toArray()))
        .select("article_id", "published_on");
  }

  private Dataset<Row> read(Table table, String part, List<Batch> batches) {
    String base = new Path(warehouse.store(), part).toString();
    String[] paths =
        batches.stream()
            .filter(b -> part.equals("rejects") || b.articles() > 0)
            .map(b -> base + "/batch_id=" + b.batchId())
            .toArray(String[]::new);
    if (paths.length == 0) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    return spark.read().schema(table.schema()).option("basePath", base).parquet(paths);
  }

  /** One file a day, more only for days with very many articles; sorted by id. */
  private static Dataset<Row> inFiles(Dataset<Row> rows, Batch batch) {
    return rows.repartition(col("published_on"), bucket(buckets(batch)))
        .sortWithinPartitions("published_on", "article_id");
  }

  private static long buckets(Batch batch) {
    long perDay = batch.articles() / Math.max(1, batch.days().size());
    return 1 + 2 * perDay / ARTICLES_PER_FILE;
  }

  private static Column bucket(long buckets) {
    return functions.pmod(functions.xxhash64(col("article_id")), functions.lit(buckets));
  }

  private static void write(Dataset<Row> rows, Path path) {
    replacing(rows).partitionBy("published_on").parquet(path.toString());
  }

  /**
   * Writes texts, or what was found in them, in place of what is there; without dictionaries: to
   * look millions of different words up in one takes a third of writing them and half of reading
   * them, and saves a quarter of the file.
   */
  static DataFrameWriter<Row> replacing(Dataset<Row> rows) {
    return rows.write().mode("overwrite").option("parquet.enable.dictionary", "false");
  }

  private static Path ledger(Warehouse warehouse) {
    return new Path(warehouse.store(), "ledger");
  }

  /** Where a batch's articles of a day are, if it has any. */
  static Path articles(Warehouse warehouse, Batch batch, LocalDate day) {
    String place = "articles/batch_id=" + batch.batchId() + "/published_on=" + day;
    return new Path(warehouse.store(), place);
  }

  private Path path(String part, String batchId) {
    return new Path(new Path(warehouse.store(), part), "batch_id=" + batchId);
  }

  private Path analysed(String version, Batch batch) {
    return path("analysed/" + version, batch.batchId());
  }

  /** The days that a report covers. */
  public record Window(LocalDate from, LocalDate to) {

    /**
     * The window as the settings limit it, else from the first day in the store to the last.
     *
     * @param length its days where {@code from} does not say them, or 0
     */
    static Window of(LocalDate from, LocalDate to, int length, List<Batch> batches) {
      TreeSet<String> days = new TreeSet<>();
      batches.forEach(b -> days.addAll(b.days()));
      // What is dated ahead waits for its day, which some zone's clocks may show already.
      String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
      if (days.floor(tomorrow) != null) {
        days.tailSet(tomorrow, false).clear();
      }
      if (days.isEmpty()) {
        LocalDate any = from != null ? from : to;
        return new Window(any, any);
      }
      LocalDate last = to != null ? to : LocalDate.parse(days.last());
      LocalDate first = length > 0 ? last.minusDays(length - 1L) : LocalDate.parse(days.first());
      return new Window(from != null ? from : first, last);
    }

    List<Batch> batches(List<Batch> all) {
      return all.stream().filter(b -> b.days().stream().anyMatch(this::covers)).toList();
    }

    List<Batch> batchesOfRejects(List<Batch> all) {
      return all.stream().filter(b -> b.rejects() > 0).filter(this::mayHoldRejects).toList();
    }

    private boolean mayHoldRejects(Batch batch) {
      return from == null
          || batch.rejectDays() == null
          || (batch.days().isEmpty() && batch.rejectDays().isEmpty())
          || Stream.concat(batch.days().stream(), batch.rejectDays().stream())
              .anyMatch(this::covers);
    }

    private boolean covers(String day) {
      LocalDate date = LocalDate.parse(day);
      return from != null && !date.isBefore(from) && !date.isAfter(to);
    }

    Column covers(Column day) {
      return from == null ? functions.lit(false) : day.between(from, to);
    }
  }
}

package org.marsad.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.TextAnalysis;
import org.marsad.article.Versions;
import org.marsad.names.NameTagger;
import org.marsad.table.Parameters;
import org.marsad.table.Scale;

/** The main job: reads what is new, analyses it, publishes the tables and the report. */
public final class Runner {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private final SparkSession spark;
  private final Settings settings;
  private final Console console;
  private final Stages stages;
  private final Warehouse warehouse;
  private final LexiconFiles lexicon;
  private final NameTagger tagger;
  private final String version;

  /** Earlier runs that turned out to be damaged. */
  private final Set<String> damaged = new HashSet<>();

  /**
   * Prepares a run.
   *
   * @throws UserError if the warehouse cannot be written
   * @throws org.marsad.arabic.LexiconException if a lexicon file has a fault
   */
  public Runner(SparkSession spark, Settings settings, Console console) {
    this.spark = spark;
    this.settings = settings;
    this.console = console;
    this.stages = new Stages(console);
    this.warehouse =
        Warehouse.open(settings.warehouse(), spark.sparkContext().hadoopConfiguration());
    this.lexicon = lexicon(settings.lexicon());
    this.version = TextAnalysis.version(lexicon);
    this.tagger = TextAnalysis.check(lexicon);
  }

  /** The lexicon with the files of a directory in it; bundled alone if there is none. */
  static LexiconFiles lexicon(String directory) {
    return directory == null
        ? LexiconFiles.bundled()
        : LexiconFiles.with(java.nio.file.Path.of(directory));
  }

  /** Begins to load the rules, while Spark starts; a fault in them is told when they are used. */
  static void loadAhead(Settings settings) {
    CompletableFuture.runAsync(() -> TextAnalysis.check(lexicon(settings.lexicon())));
  }

  /** What a run came to. */
  public record Outcome(String runId, double rejectRate) {}

  /** Reads the inputs into the store and stops there. */
  public Optional<Batch> ingest() throws Exception {
    try (Lock lock = Lock.take(warehouse)) {
      return withoutDamaged(() -> read(new ArrayList<>()));
    } finally {
      Scale.usual(spark);
    }
  }

  /** Everything: reads the inputs if there are any, analyses, publishes, reports. */
  public Outcome run() throws Exception {
    Set<String> wanted = wanted();
    Optional<Lake> lake = Optional.ofNullable(settings.also()).map(Lake::at);
    lake.ifPresent(l -> l.open(spark));
    try (Lock lock = Lock.take(warehouse)) {
      List<Batch> taken = new ArrayList<>();
      Made made =
          withoutDamaged(
              () -> {
                if (!settings.inputs().isEmpty()) {
                  read(taken);
                }
                return publish(wanted, taken, lock);
              });
      warehouse.retain(settings.keep());
      keepVersions();
      ReportFile.writeIndex(warehouse);
      warehouse.writeAtomically(
          new Path(warehouse.root(), Metrics.FILE), Metrics.of(warehouse.manifest(made.runId())));
      Summary.print(
          spark,
          warehouse,
          made.runId(),
          made.topics(),
          made.read(),
          made.parameters().today(),
          console);
      if (lake.isPresent()) {
        lake.get().write(spark, warehouse, made.runId(), Analyses.published());
        console.print("lake:   " + settings.also());
      }
      return new Outcome(made.runId(), rejectRate(made.read()));
    } finally {
      Scale.usual(spark);
    }
  }

  /**
   * Does the work; if a file of the store turns out to be damaged, once more without its batch,
   * whose inputs are then read anew if they are given; and without an earlier run that is damaged.
   */
  private <T> T withoutDamaged(Callable<T> work) throws Exception {
    while (true) {
      warehouse.tidy();
      say(new Store(spark, warehouse).tidy());
      try {
        return work.call();
      } catch (Exception e) {
        Optional<String> file = DamagedFiles.in(e);
        if (!(e instanceof Store.Damaged) && file.isEmpty()) {
          throw e;
        }
        Optional<String> run = file.flatMap(this::earlierRun).filter(damaged::add);
        if (run.isPresent()) {
          console.say("run %s is passed over: %s cannot be read", run.get(), file.get());
          continue;
        }
        List<String> mended = new Store(spark, warehouse).mend(version);
        if (mended.isEmpty()) {
          throw e;
        }
        say(mended);
      }
    }
  }

  private void say(List<String> lines) {
    lines.forEach(line -> console.say("%s", line));
  }

  /** The run of an earlier night that a file belongs to, unless its tables are to be kept. */
  private Optional<String> earlierRun(String file) {
    boolean kept = !settings.only().isEmpty();
    return warehouse.runs().stream()
        .filter(run -> !(kept && run.equals(warehouse.requireCurrent())))
        .filter(run -> file.contains("/runs/" + run + "/"))
        .findFirst();
  }

  /** An analysis stays as long as a run that was made of it. */
  private void keepVersions() {
    Set<String> versions = new HashSet<>(Set.of(version));
    for (String run : warehouse.runs()) {
      Optional<JsonNode> manifest = Manifest.find(warehouse, run);
      if (manifest.isEmpty()) {
        return;
      }
      versions.add(manifest.get().path("analyser").asText());
    }
    new Store(spark, warehouse).keepVersions(versions);
  }

  /**
   * A published run.
   *
   * @param read the batches that the run before it had not
   */
  private record Made(String runId, List<String> topics, List<Batch> read, Parameters parameters) {}

  /**
   * Analyses the window, writes its tables and report, and makes them the published run.
   *
   * @param taken what this process read
   */
  private Made publish(Set<String> wanted, List<Batch> taken, Lock lock) throws Exception {
    Store store = new Store(spark, warehouse);
    List<Batch> batches = store.batches();
    Optional<JsonNode> kept = warehouse.current().flatMap(run -> Manifest.find(warehouse, run));
    List<Batch> read = unpublished(batches, taken, kept);
    Store.Window window = window(batches);
    Parameters parameters = settings.parameters();
    if (!settings.only().isEmpty()) {
      requireSame(window, batches);
      parameters = Manifest.parameters(kept.orElseThrow());
    }
    Scale.fit(spark, window.batches(batches).stream().mapToLong(Batch::articles).sum());
    stages.timed("text", () -> store.analyse(lexicon, version, window));
    stages.timed("store", () -> store.requireWhole(version, window));
    Versions versions = stages.timed("versions", () -> store.versions(window));
    if (versions.replaced() + versions.again() > 0) {
      console.say(
          "%,d articles gave way to another version, %,d count on an earlier day",
          versions.replaced(), versions.again());
    }
    String runId = newRunId();
    Optional<JsonNode> previous =
        settings.only().isEmpty()
            ? previousRun(window)
            : kept.map(m -> m.path("previous_run").asText())
                .filter(run -> warehouse.runs().contains(run) && !damaged.contains(run))
                .flatMap(run -> Manifest.find(warehouse, run));
    Map<String, TableFiles.Written> written =
        new Pipeline(spark, warehouse, warehouse.run(runId), stages)
            .run(
                new Pipeline.Sources(
                    versions.latest(store.articles(window)),
                    versions.latest(store.analysed(version, window)),
                    store.rejects(window),
                    tagger),
                parameters,
                previous.map(Manifest::runId),
                warehouse.current(),
                table -> wanted.contains(table.name()));
    List<String> topics = Summary.topics(spark, warehouse, runId);
    Manifest manifest =
        new Manifest(
            spark,
            settings,
            lexicon,
            version,
            runId,
            window,
            previous,
            read,
            batches,
            store.setAside(),
            versions,
            written,
            topics,
            parameters);
    stages.timed(
        "report",
        () ->
            ReportFile.write(
                spark, warehouse, runId, Manifest.parse(manifest.json(stages.seconds()))));
    lock.requireHeld();
    warehouse.writeManifest(runId, manifest.json(stages.seconds()));
    warehouse.publish(runId);
    return new Made(runId, topics, read, parameters);
  }

  /**
   * What this process read, and what an ingest or a run that was killed had read since the last run
   * was published.
   */
  private static List<Batch> unpublished(
      List<Batch> batches, List<Batch> taken, Optional<JsonNode> published) {
    Set<String> old = published.map(Manifest::batches).orElse(Set.of());
    Set<String> mine = taken.stream().map(Batch::batchId).collect(Collectors.toSet());
    return batches.stream()
        .filter(b -> mine.contains(b.batchId()) || !old.contains(b.batchId()))
        .toList();
  }

  /**
   * Reads the inputs.
   *
   * @param taken what was read before, if this is done once more, and then this
   */
  private Optional<Batch> read(List<Batch> taken) throws Exception {
    boolean again = settings.again() && taken.isEmpty();
    Ingest ingest = new Ingest(spark, warehouse, settings, lexicon, console, again);
    Optional<Batch> batch = stages.timed("read", ingest::run);
    batch.ifPresent(taken::add);
    if (batch.isPresent()) {
      Batch b = batch.get();
      console.say("%s", sentence("read", b.records(), b.articles(), b.rejects(), b.repeated()));
    } else {
      console.say("nothing new to read");
    }
    return batch;
  }

  /** What reading came or would come to. */
  static String sentence(String verb, long records, long articles, long rejects, long repeated) {
    return String.format(
        Locale.ROOT,
        "%s %,d records: %,d articles, %,d rejects (%,d of them repeated)",
        verb,
        records,
        articles,
        rejects,
        repeated);
  }

  /** Names of the tables to make: those asked for, or all. */
  private Set<String> wanted() {
    if (settings.only().isEmpty()) {
      return Set.copyOf(new Analyses.PublishedNames());
    }
    warehouse.requireCurrent();
    return Set.copyOf(settings.only());
  }

  private Optional<JsonNode> previousRun(Store.Window window) {
    List<JsonNode> manifests =
        warehouse.runs().stream()
            .filter(run -> !damaged.contains(run))
            .flatMap(run -> Manifest.find(warehouse, run).stream())
            .toList();
    return PreviousRun.of(manifests, window, settings.parameters().topics());
  }

  /** The days asked for; some tables alone are made for the days of the others. */
  private Store.Window window(List<Batch> batches) {
    boolean asked = settings.from() != null || settings.to() != null || settings.days() > 0;
    return settings.only().isEmpty() || asked
        ? Store.Window.of(settings.from(), settings.to(), settings.days(), batches)
        : Manifest.window(Manifest.read(warehouse, warehouse.requireCurrent()));
  }

  /** Tables of several stores, windows or analysers are no run. */
  private void requireSame(Store.Window window, List<Batch> batches) {
    String run = warehouse.requireCurrent();
    JsonNode manifest = Manifest.read(warehouse, run);
    Manifest.requireTables(manifest);
    Parameters asked = settings.parameters();
    Parameters made = Manifest.parameters(manifest);
    boolean same =
        (asked.topics() == 0 || asked.topics() == made.topics())
            && (asked.silentDays() == Parameters.DEFAULT_SILENT_DAYS
                || asked.silentDays() == made.silentDays());
    String other =
        !window.equals(Manifest.window(manifest))
            ? "window"
            : !List.copyOf(Manifest.batches(manifest))
                    .equals(batches.stream().map(Batch::batchId).toList())
                ? "store"
                : !version.equals(manifest.path("analyser").asText())
                    ? "analyser or lexicon"
                    : same ? "" : "number of topics or of silent days";
    if (!other.isEmpty()) {
      throw new UserError(
          "--only: the " + other + " is not that of run " + run + ": start without --only");
    }
  }

  private String newRunId() {
    String now = RUN_ID.format(Clock.systemUTC().instant());
    String id = now;
    for (int i = 2; warehouse.exists(warehouse.run(id)); i++) {
      id = now + "-" + i;
    }
    return id;
  }

  static double rejectRate(List<Batch> batches) {
    return rejectRate(
        batches.stream().mapToLong(Batch::records).sum(),
        batches.stream().mapToLong(Batch::rejects).sum(),
        batches.stream().mapToLong(Batch::repeated).sum());
  }

  /** Share of the new records that were faulty; those that were there already are not new. */
  static double rejectRate(long records, long rejects, long repeated) {
    return records == repeated ? 0 : (double) (rejects - repeated) / (records - repeated);
  }
}

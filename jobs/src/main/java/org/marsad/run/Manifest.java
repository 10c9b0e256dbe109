package org.marsad.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.ArticleTable;
import org.marsad.article.TextAnalysis;
import org.marsad.article.TextTable;
import org.marsad.article.Versions;
import org.marsad.table.Analysis;
import org.marsad.table.Parameters;
import org.marsad.table.Table;

/** What a run was made of and how it went: {@code manifest.json}. */
final class Manifest {
  private final SparkSession spark;
  private final Settings settings;
  private final LexiconFiles lexicon;
  private final String analyser;
  private final String runId;
  private final Store.Window window;
  private final Optional<JsonNode> before;
  private final List<Batch> read;
  private final List<Batch> batches;
  private final List<SetAside> setAside;
  private final Versions versions;
  private final Map<String, TableFiles.Written> written;
  private final List<String> topics;
  private final Parameters parameters;

  Manifest(
      SparkSession spark,
      Settings settings,
      LexiconFiles lexicon,
      String analyser,
      String runId,
      Store.Window window,
      Optional<JsonNode> before,
      List<Batch> read,
      List<Batch> batches,
      List<SetAside> setAside,
      Versions versions,
      Map<String, TableFiles.Written> written,
      List<String> topics,
      Parameters parameters) {
    this.spark = spark;
    this.settings = settings;
    this.lexicon = lexicon;
    this.analyser = analyser;
    this.runId = runId;
    this.window = window;
    this.before = before;
    this.read = read;
    this.batches = batches;
    this.setAside = setAside;
    this.versions = versions;
    this.written = written;
    this.topics = topics;
    this.parameters = parameters;
  }

  String json(Map<String, Double> seconds) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("run_id", runId);
    manifest.put("created", Clock.systemUTC().instant().toString());
    manifest.put("marsad", Version.text());
    manifest.put("code", Version.code());
    manifest.put("spark", spark.version());
    manifest.put("java", System.getProperty("java.version"));
    manifest.put("master", spark.sparkContext().master());
    manifest.put("window", map("from", text(window.from()), "to", text(window.to())));
    manifest.put("last_day", text(lastDay()));
    manifest.put("today", text(parameters.today()));
    manifest.put("previous_run", before.map(Manifest::runId).orElse(""));
    manifest.put("analyser", analyser);
    manifest.put("analyser_code", TextAnalysis.VERSION);
    manifest.put("lexicon_hash", TextAnalysis.lexiconHash(lexicon));
    manifest.put("changed_since_previous", changed(manifest));
    manifest.put("lexicon", settings.lexicon() == null ? "bundled" : lexicon.where("entities.tsv"));
    manifest.put(
        "settings",
        map(
            "topics", parameters.topics(),
            "seed", parameters.seed(),
            "silent_days", parameters.silentDays(),
            "map", settings.map()));
    manifest.put("records", batches.stream().mapToLong(Batch::records).sum());
    manifest.put("articles", batches.stream().mapToLong(Batch::articles).sum());
    manifest.put("rejects", batches.stream().mapToLong(Batch::rejects).sum());
    manifest.put("read", read.stream().map(Manifest::reading).toList());
    manifest.put("batches", batches.stream().map(Batch::batchId).toList());
    manifest.put("set_aside", setAside);
    manifest.put("replaced", versions.replaced());
    manifest.put("read_again", versions.again());
    Map<String, Object> tables = new LinkedHashMap<>();
    written.forEach(
        (name, w) ->
            tables.put(name, map("rows", w.rows(), "files", w.files(), "bytes", w.bytes())));
    manifest.put("tables", tables);
    manifest.put("rows_in", rowsIn());
    manifest.put("top_topics", topics);
    Map<String, Object> rounded = new LinkedHashMap<>();
    seconds.forEach((stage, s) -> rounded.put(stage, Math.round(s * 10) / 10.0));
    manifest.put("seconds", rounded);
    manifest.put("peak_memory_mb", peakMemory());
    return Json.write(manifest);
  }

  /** What this run read: its files with the hashes of their content, and what came of them. */
  private static Map<String, Object> reading(Batch batch) {
    return map(
        "batch", batch.batchId(),
        "records", batch.records(),
        "articles", batch.articles(),
        "rejects", batch.rejects(),
        "repeated", batch.repeated(),
        "sha256", batch.files());
  }

  /** The last day of the window that has an article. */
  private LocalDate lastDay() {
    return batches.stream()
        .flatMap(b -> b.days().stream())
        .map(LocalDate::parse)
        .filter(
            day ->
                window.from() != null && !day.isBefore(window.from()) && !day.isAfter(window.to()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What makes the text's analysis another than the previous run's. */
  private List<String> changed(Map<String, Object> manifest) {
    if (before.isEmpty()) {
      return List.of();
    }
    // A run of an earlier Marsad knew analyser and lexicon as one.
    List<String> names =
        before.get().hasNonNull("lexicon_hash")
            ? List.of("lexicon_hash", "analyser_code", "marsad")
            : List.of("analyser", "marsad");
    return names.stream()
        .filter(name -> !before.get().path(name).asText().equals(manifest.get(name).toString()))
        .toList();
  }

  /** The rows that each analysis read, by table. */
  private Map<String, Map<String, Long>> rowsIn() {
    Map<String, Map<String, Long>> rows = new LinkedHashMap<>();
    for (Analysis analysis : Analyses.IN_ORDER) {
      Map<String, Long> in = new LinkedHashMap<>();
      for (Table table : analysis.reads()) {
        // What the analyses start from has a row an article.
        boolean source = List.of(ArticleTable.STORED, TextTable.ANALYSED).contains(table);
        TableFiles.Written from = written.get((source ? ArticleTable.ARTICLES : table).name());
        if (from != null) {
          in.put(table.name(), from.rows());
        }
      }
      rows.put(analysis.getClass().getSimpleName(), in);
    }
    return rows;
  }

  /** A manifest as a tree. */
  static JsonNode parse(String json) {
    try {
      return JsonMapper.builder().build().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A run's manifest.
   *
   * @throws UserError if there is no such run, or its manifest is damaged
   */
  static JsonNode read(Warehouse warehouse, String runId) {
    return find(warehouse, runId)
        .orElseThrow(
            () ->
                new UserError(
                    Warehouse.shown(warehouse.run(runId))
                        + "/manifest.json is damaged: delete that run's directory"));
  }

  /**
   * Requires that a run has every table that there is now.
   *
   * @throws UserError if an earlier Marsad made it, which did not know them all
   */
  static void requireTables(JsonNode manifest) {
    for (Table table : Analyses.published()) {
      if (!manifest.path("tables").has(table.name())) {
        throw new UserError(
            "run "
                + manifest.path("run_id").asText()
                + " has no table "
                + table.name()
                + ", since an earlier Marsad made it: start `marsad analyze`");
      }
    }
  }

  /** A run's manifest, if there is one that is not damaged. */
  static Optional<JsonNode> find(Warehouse warehouse, String runId) {
    String json = warehouse.manifest(runId);
    try {
      return Optional.of(parse(json)).filter(m -> m.hasNonNull("run_id"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The ids of the batches that a run knew, in the ledger's order. */
  static Set<String> batches(JsonNode manifest) {
    Set<String> ids = new LinkedHashSet<>();
    manifest.path("batches").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  static String runId(JsonNode manifest) {
    return manifest.path("run_id").asText();
  }

  static Store.Window window(JsonNode manifest) {
    JsonNode window = manifest.path("window");
    return new Store.Window(day(window.path("from").asText("")), day(window.path("to").asText("")));
  }

  /** What the user set about a run's analyses. */
  static Parameters parameters(JsonNode manifest) {
    JsonNode settings = manifest.path("settings");
    return new Parameters(
        settings.path("topics").asInt(),
        settings.path("seed").asLong(),
        settings.path("silent_days").asInt(Parameters.DEFAULT_SILENT_DAYS),
        Optional.ofNullable(day(manifest.path("today").asText(""))).orElse(Parameters.ALL_OVER));
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static String text(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** Peak resident memory of this process in megabytes, as Linux tells it; else -1. */
  private static long peakMemory() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kb -> Long.parseLong(kb) / 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}

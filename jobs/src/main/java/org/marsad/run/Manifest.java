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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.marsad.arabic.LexiconFiles;
import org.marsad.article.Versions;

/** What a run was made of and how it went: {@code manifest.json}. */
final class Manifest {
  private final SparkSession spark;
  private final Settings settings;
  private final LexiconFiles lexicon;
  private final String analyser;
  private final String runId;
  private final Store.Window window;
  private final Optional<String> previous;
  private final List<Batch> batches;
  private final List<SetAside> setAside;
  private final Versions versions;
  private final Map<String, TableFiles.Written> written;
  private final List<String> topics;

  Manifest(
      SparkSession spark,
      Settings settings,
      LexiconFiles lexicon,
      String analyser,
      String runId,
      Store.Window window,
      Optional<String> previous,
      List<Batch> batches,
      List<SetAside> setAside,
      Versions versions,
      Map<String, TableFiles.Written> written,
      List<String> topics) {
    this.spark = spark;
    this.settings = settings;
    this.lexicon = lexicon;
    this.analyser = analyser;
    this.runId = runId;
    this.window = window;
    this.previous = previous;
    this.batches = batches;
    this.setAside = setAside;
    this.versions = versions;
    this.written = written;
    this.topics = topics;
  }

  String json(Map<String, Double> seconds) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("run_id", runId);
    manifest.put("created", Clock.systemUTC().instant().toString());
    manifest.put("marsad", Version.text());
    manifest.put("spark", spark.version());
    manifest.put("java", System.getProperty("java.version"));
    manifest.put("master", spark.sparkContext().master());
    manifest.put("window", map("from", text(window.from()), "to", text(window.to())));
    manifest.put("previous_run", previous.orElse(""));
    manifest.put("analyser", analyser);
    manifest.put("lexicon", settings.lexicon() == null ? "bundled" : lexicon.where("entities.tsv"));
    manifest.put(
        "settings",
        map(
            "topics", settings.parameters().topics(),
            "seed", settings.parameters().seed(),
            "silent_days", settings.parameters().silentDays(),
            "map", settings.map()));
    manifest.put("records", batches.stream().mapToLong(Batch::records).sum());
    manifest.put("articles", batches.stream().mapToLong(Batch::articles).sum());
    manifest.put("rejects", batches.stream().mapToLong(Batch::rejects).sum());
    manifest.put("batches", batches.stream().map(Batch::batchId).toList());
    manifest.put("set_aside", setAside);
    manifest.put("replaced", versions.replaced());
    manifest.put("read_again", versions.again());
    Map<String, Object> tables = new LinkedHashMap<>();
    written.forEach(
        (name, w) ->
            tables.put(name, map("rows", w.rows(), "files", w.files(), "bytes", w.bytes())));
    manifest.put("tables", tables);
    manifest.put("top_topics", topics);
    Map<String, Object> rounded = new LinkedHashMap<>();
    seconds.forEach((stage, s) -> rounded.put(stage, Math.round(s * 10) / 10.0));
    manifest.put("seconds", rounded);
    manifest.put("peak_memory_mb", peakMemory());
    return Json.write(manifest);
  }

  /** A manifest as a tree; one that is damaged is the user's to know. */
  static JsonNode read(String json) {
    try {
      return JsonMapper.builder().build().readTree(json);
    } catch (JsonProcessingException e) {
      throw new UserError("a manifest.json is damaged: " + e.getOriginalMessage(), e);
    }
  }

  static Store.Window window(JsonNode manifest) {
    JsonNode window = manifest.path("window");
    return new Store.Window(day(window.path("from").asText("")), day(window.path("to").asText("")));
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

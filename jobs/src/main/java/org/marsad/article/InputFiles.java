package org.marsad.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.marsad.arabic.ArabicDates;

/**
 * Lists the files that the user's paths name, with what is known of them from outside: a {@code
 * NAME.meta.json} or the directory's {@code _meta.json} (an object with {@code source}, {@code
 * date}, {@code category}), a date in the path, the day of the file's last change. Names that begin
 * with a dot or an underscore are passed over in directories, as everywhere in Hadoop, and so are
 * Markdown files.
 */
public final class InputFiles {
  private static final String SIDECAR = ".meta.json";

  private final Configuration conf;
  private final ArabicDates dates;
  private final LocalDate optionDate;
  private final String optionSource;
  private final Map<Path, Optional<JsonNode>> sidecars = new HashMap<>();

  public InputFiles(
      Configuration conf, ArabicDates dates, LocalDate optionDate, String optionSource) {
    this.conf = conf;
    this.dates = dates;
    this.optionDate = optionDate;
    this.optionSource = optionSource;
  }

  /**
   * The files behind paths, directories and globs, each once, by path.
   *
   * @throws IllegalArgumentException if a path names nothing that exists
   */
  public List<InputFile> list(List<String> inputs) {
    TreeMap<String, InputFile> files = new TreeMap<>();
    for (String input : inputs) {
      try {
        Path path = new Path(input);
        FileSystem fs = path.getFileSystem(conf);
        FileStatus[] found = fs.globStatus(path);
        if (found == null || found.length == 0) {
          throw new IllegalArgumentException("input " + input + " does not exist: check the path");
        }
        for (FileStatus status : found) {
          if (!hidden(status) || status.getPath().getName().equals(path.getName())) {
            collect(fs, status, files);
          }
        }
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "input " + input + " cannot be listed (" + e.getMessage() + "): check the path", e);
      }
    }
    return new ArrayList<>(files.values());
  }

  private void collect(FileSystem fs, FileStatus status, Map<String, InputFile> files)
      throws IOException {
    if (status.isDirectory()) {
      for (FileStatus child : fs.listStatus(status.getPath())) {
        if (!hidden(child)) {
          collect(fs, child, files);
        }
      }
      return;
    }
    Path path = status.getPath();
    String shown =
        path.toUri().getScheme().equals("file") ? path.toUri().getPath() : path.toString();
    // A file's name may hold what a terminal obeys; tables and messages name it.
    shown = shown.replaceAll("\\p{Cc}", "\uFFFD");
    files.put(
        path.toString(),
        new InputFile(path.toString(), shown, status.getLen(), "", hints(fs, status)));
  }

  private static boolean hidden(FileStatus status) {
    String name = status.getPath().getName();
    return name.startsWith(".")
        || name.startsWith("_")
        || name.endsWith(SIDECAR)
        || name.endsWith(".md");
  }

  private FileHints hints(FileSystem fs, FileStatus status) throws IOException {
    Path path = status.getPath();
    Optional<JsonNode> own = sidecar(fs, new Path(path.getParent(), path.getName() + SIDECAR));
    Optional<JsonNode> shared = sidecar(fs, new Path(path.getParent(), "_meta.json"));
    String source = first(own, shared, "source").orElse(optionSource);
    String category = first(own, shared, "category").orElse("");
    Optional<LocalDate> beside = first(own, shared, "date").flatMap(dates::parse);
    if (beside.isPresent()) {
      return new FileHints(source, category, beside.get(), DateOrigin.SIDECAR);
    }
    if (optionDate != null) {
      return new FileHints(source, category, optionDate, DateOrigin.OPTION);
    }
    Optional<LocalDate> written = ArabicDates.inPath(path.toUri().getPath());
    if (written.isPresent()) {
      return new FileHints(source, category, written.get(), DateOrigin.PATH);
    }
    LocalDate changed =
        Instant.ofEpochMilli(status.getModificationTime()).atZone(ZoneOffset.UTC).toLocalDate();
    return new FileHints(source, category, changed, DateOrigin.FILE_TIME);
  }

  private static Optional<String> first(
      Optional<JsonNode> own, Optional<JsonNode> shared, String name) {
    return text(own, name).or(() -> text(shared, name));
  }

  private static Optional<String> text(Optional<JsonNode> node, String name) {
    return node.map(n -> Interpreter.line(n.path(name).asText(""))).filter(s -> !s.isEmpty());
  }

  private Optional<JsonNode> sidecar(FileSystem fs, Path path) throws IOException {
    Optional<JsonNode> known = sidecars.get(path);
    if (known != null) {
      return known;
    }
    Optional<JsonNode> read = Optional.empty();
    if (fs.exists(path)) {
      try (InputStream in = fs.open(path)) {
        read = Optional.of(JsonMapper.builder().build().readTree(in));
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalArgumentException(
            path + " is no JSON object: " + e.getOriginalMessage(), e);
      }
    }
    sidecars.put(path, read);
    return read;
  }
}

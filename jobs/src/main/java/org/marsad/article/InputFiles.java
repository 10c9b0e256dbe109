package org.marsad.article;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.marsad.arabic.ArabicDates;

/**
 * Lists the files that the user's paths name, with what is known of them from outside: a {@code
 * NAME.meta.json} or the directory's {@code _meta.json} (an object with {@code source}, {@code
 * date}, {@code category}), a date in the path, the day of the file's last change, or today if it
 * keeps none. Names that begin with a dot or an underscore are passed over in directories, as
 * everywhere in Hadoop, and so are Markdown files.
 */
public final class InputFiles {
  private static final String SIDECAR = ".meta.json";
  private static final int SIDECAR_LIMIT = 1 << 20;

  /** No file is older than the web. */
  private static final int FIRST_YEAR = 1990;

  /** What a side-car says, or what is wrong with it; both empty if there is none. */
  private record Sidecar(Optional<JsonNode> says, Optional<InputFile.Fault> fault) {
    static final Sidecar NONE = new Sidecar(Optional.empty(), Optional.empty());

    static Sidecar wrong(RejectReason reason, Path path, String what) {
      return new Sidecar(
          Optional.empty(), Optional.of(new InputFile.Fault(reason, path + " " + what)));
    }
  }

  private final Configuration conf;
  private final ArabicDates dates;
  private final LocalDate optionDate;
  private final String optionSource;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final Map<Path, Sidecar> sidecars = new HashMap<>();

  public InputFiles(
      Configuration conf, ArabicDates dates, LocalDate optionDate, String optionSource) {
    this.conf = conf;
    this.dates = dates;
    this.optionDate = optionDate;
    this.optionSource = optionSource;
  }

  /** The bytes of a file; on a local disk a name may hold a colon, which Hadoop's sums forbid. */
  static InputStream open(FileSystem fs, Path path) throws IOException {
    boolean raw = fs instanceof LocalFileSystem && path.getName().contains(":");
    return (raw ? ((LocalFileSystem) fs).getRaw() : fs).open(path);
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
        FileStatus[] found = named(fs, path);
        if (found == null || found.length == 0) {
          throw new IllegalArgumentException("input " + input + " does not exist: check the path");
        }
        for (FileStatus status : found) {
          if (!hidden(status) || status.getPath().getName().equals(path.getName())) {
            collect(fs, status, true, files);
          }
        }
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "input " + input + " cannot be listed (" + e.getMessage() + "): check the path", e);
      }
    }
    return new ArrayList<>(files.values());
  }

  /** What a path names; a file's own name may hold what a glob is made of: news[1].jsonl. */
  private static FileStatus[] named(FileSystem fs, Path path) throws IOException {
    try {
      return new FileStatus[] {fs.getFileStatus(path)};
    } catch (FileNotFoundException e) {
      return fs.globStatus(path);
    }
  }

  private void collect(
      FileSystem fs, FileStatus status, boolean mayHaveOwn, Map<String, InputFile> files)
      throws IOException {
    if (!status.isDirectory()) {
      files.put(status.getPath().toString(), file(fs, status, mayHaveOwn));
      return;
    }
    FileStatus[] children = fs.listStatus(status.getPath());
    Set<String> names = Stream.of(children).map(c -> c.getPath().getName()).collect(toSet());
    for (FileStatus child : children) {
      if (hidden(child)) {
        continue;
      }
      try {
        collect(fs, child, names.contains(child.getPath().getName() + SIDECAR), files);
      } catch (IOException e) {
        Path path = child.getPath();
        var fault =
            new InputFile.Fault(RejectReason.STORAGE, "it cannot be listed: " + e.getMessage());
        files.put(
            path.toString(),
            new InputFile(path.toString(), shown(path), 0, 0, "", FileHints.NONE, fault));
      }
    }
  }

  /**
   * A file with its hints.
   *
   * @param mayHaveOwn whether it may have a side-car of its own: to ask costs a request
   */
  private InputFile file(FileSystem fs, FileStatus status, boolean mayHaveOwn) {
    Path path = status.getPath();
    // From the text: of a name and a parent Hadoop would take what stands before a colon for a
    // scheme.
    Sidecar own = mayHaveOwn ? sidecar(fs, new Path(path + SIDECAR)) : Sidecar.NONE;
    Sidecar shared = sidecar(fs, new Path(path.getParent(), "_meta.json"));
    return new InputFile(
        path.toString(),
        shown(path),
        status.getLen(),
        status.getModificationTime(),
        "",
        hints(status, own.says(), shared.says()),
        own.fault().or(shared::fault).orElse(null));
  }

  /** A file's name may hold what a terminal obeys; tables and messages name it. */
  private static String shown(Path path) {
    String shown =
        path.toUri().getScheme().equals("file") ? path.toUri().getPath() : path.toString();
    return shown.replaceAll("\\p{Cc}", "\uFFFD");
  }

  private static boolean hidden(FileStatus status) {
    String name = status.getPath().getName();
    return name.startsWith(".")
        || name.startsWith("_")
        || name.endsWith(SIDECAR)
        || name.endsWith(".md");
  }

  private FileHints hints(FileStatus status, Optional<JsonNode> own, Optional<JsonNode> shared) {
    String source = first(own, shared, "source").orElse(optionSource);
    String category = first(own, shared, "category").orElse("");
    Optional<LocalDate> beside = first(own, shared, "date").flatMap(dates::parse);
    if (beside.isPresent()) {
      return new FileHints(source, category, beside.get(), DateOrigin.SIDECAR);
    }
    if (optionDate != null) {
      return new FileHints(source, category, optionDate, DateOrigin.OPTION);
    }
    Optional<LocalDate> written = ArabicDates.inPath(status.getPath().toUri().getPath());
    if (written.isPresent()) {
      return new FileHints(source, category, written.get(), DateOrigin.PATH);
    }
    LocalDate changed =
        Instant.ofEpochMilli(status.getModificationTime()).atZone(ZoneOffset.UTC).toLocalDate();
    // Archives made to be reproducible, and stores that keep no times, say 1970 or 1980.
    boolean kept = changed.getYear() >= FIRST_YEAR;
    LocalDate day = kept ? changed : today;
    return new FileHints(source, category, day, DateOrigin.FILE_TIME);
  }

  private static Optional<String> first(
      Optional<JsonNode> own, Optional<JsonNode> shared, String name) {
    return text(own, name).or(() -> text(shared, name));
  }

  private static Optional<String> text(Optional<JsonNode> node, String name) {
    return node.map(n -> Interpreter.line(n.path(name).asText(""))).filter(s -> !s.isEmpty());
  }

  private Sidecar sidecar(FileSystem fs, Path path) {
    return sidecars.computeIfAbsent(path, p -> read(fs, p));
  }

  private static Sidecar read(FileSystem fs, Path path) {
    try (InputStream in = open(fs, path)) {
      byte[] bytes = in.readNBytes(SIDECAR_LIMIT + 1);
      if (bytes.length > SIDECAR_LIMIT) {
        return Sidecar.wrong(RejectReason.BAD_SIDECAR, path, "is larger than 1 MB");
      }
      JsonNode says = JsonMapper.builder().build().readTree(bytes);
      return says != null && says.isObject()
          ? new Sidecar(Optional.of(says), Optional.empty())
          : Sidecar.wrong(RejectReason.BAD_SIDECAR, path, "is no JSON object");
    } catch (FileNotFoundException e) {
      return Sidecar.NONE;
    } catch (JsonProcessingException e) {
      return Sidecar.wrong(
          RejectReason.BAD_SIDECAR, path, "is no JSON object: " + e.getOriginalMessage());
    } catch (IOException e) {
      return Sidecar.wrong(RejectReason.STORAGE, path, "cannot be read: " + e.getMessage());
    }
  }
}

package org.marsad.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.marsad.article.InputFile;

/**
 * The input files as they were when they were hashed last, so that a night over a directory that
 * only grows reads what is new: {@code store/seen.json}. It may be deleted; all files are hashed
 * then.
 *
 * @param files by path
 */
record Seen(@JsonProperty("files") Map<String, Stamp> files) {
  static final Seen NOTHING = new Seen(Map.of());

  /** What is changed within the clock's last ticks may change again without showing it. */
  private static final long LEAST_AGE = 2_000;

  /**
   * A file at a time.
   *
   * @param bytes its size
   * @param changed when it was last changed, milliseconds since 1970
   * @param hash of its content
   */
  record Stamp(
      @JsonProperty("bytes") long bytes,
      @JsonProperty("changed") long changed,
      @JsonProperty("hash") String hash) {}

  static Seen of(List<InputFile> files, Instant now) {
    Map<String, Stamp> stamps = new TreeMap<>();
    for (InputFile file : files) {
      if (file.isReadable()
          && file.changed() > 0
          && now.toEpochMilli() - file.changed() > LEAST_AGE) {
        stamps.put(file.path(), new Stamp(file.bytes(), file.changed(), file.hash()));
      }
    }
    return new Seen(stamps);
  }

  static Seen read(Warehouse warehouse) {
    try {
      return warehouse
          .text(path(warehouse))
          .map(text -> Json.read(text, Seen.class, Warehouse.shown(path(warehouse))))
          .filter(seen -> seen.files() != null)
          .orElse(NOTHING);
    } catch (UserError e) {
      return NOTHING;
    }
  }

  void write(Warehouse warehouse) throws IOException {
    warehouse.fs().mkdirs(warehouse.store());
    warehouse.writeAtomically(path(warehouse), Json.write(this));
  }

  /** The hash of a file that has the size and the time that it had then. */
  Optional<String> hash(InputFile file) {
    return Optional.ofNullable(files.get(file.path()))
        .filter(s -> s.bytes() == file.bytes() && s.changed() == file.changed())
        .map(Stamp::hash);
  }

  private static Path path(Warehouse warehouse) {
    return new Path(warehouse.store(), "seen.json");
  }
}

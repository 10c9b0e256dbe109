package org.marsad.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.marsad.table.Causes;

/**
 * The directory that Marsad keeps everything in.
 *
 * <pre>
 * store/           what was read and analysed, in batches
 * runs/RUN_ID/     one published run: a directory of Parquet per table, manifest.json, report.html
 * CURRENT          the name of the published run, written last
 * current          on a local disk, a link to it
 * index.html       the page over all runs
 * </pre>
 */
public final class Warehouse {
  private static final String CURRENT = "CURRENT";
  private static final String MANIFEST = "manifest.json";
  private static final String SCRATCH = ".verify-";

  private static final Pattern BEGUN = Pattern.compile("\\.verify-(\\d{1,15})-.*");

  /**
   * Where a file takes another's place in one step. Elsewhere, in stores of objects, none can be
   * renamed, but one that is written over is the old or the new.
   */
  private static final Set<String> RENAMING =
      Set.of("file", "hdfs", "viewfs", "webhdfs", "swebhdfs", "abfs", "abfss");

  private final FileSystem fs;
  private final Path root;

  private Warehouse(FileSystem fs, Path root) {
    this.fs = fs;
    this.root = root;
  }

  /**
   * The warehouse at a path; made if it is not there.
   *
   * @throws UserError if it cannot be made or written
   */
  public static Warehouse open(String path, Configuration conf) {
    Warehouse warehouse = at(path, conf);
    try {
      warehouse.fs.mkdirs(warehouse.root);
      Path probe = new Path(warehouse.root, ".writable");
      warehouse.fs.create(probe, true).close();
      warehouse.fs.delete(probe, false);
      return warehouse;
    } catch (IOException e) {
      throw new UserError(
          "warehouse "
              + path
              + " cannot be written ("
              + Causes.said(e)
              + "): choose another --warehouse",
          e);
    }
  }

  /**
   * A warehouse that is already there, for reading.
   *
   * @throws UserError if nothing is at the path
   */
  public static Warehouse existing(String path, Configuration conf) {
    Warehouse warehouse = at(path, conf);
    try {
      if (!warehouse.fs.exists(warehouse.root)) {
        throw new UserError("warehouse " + path + " does not exist: make one with `marsad run`");
      }
      return warehouse;
    } catch (IOException e) {
      throw new UserError("warehouse " + path + " cannot be read (" + Causes.said(e) + ")", e);
    }
  }

  /** A warehouse that may not be there yet. */
  static Warehouse at(String path, Configuration conf) {
    try {
      Path given = new Path(path);
      FileSystem fs = given.getFileSystem(conf);
      return new Warehouse(fs, fs.makeQualified(given));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError("warehouse " + path + " is no usable path (" + Causes.said(e) + ")", e);
    }
  }

  public FileSystem fs() {
    return fs;
  }

  public Path root() {
    return root;
  }

  public Path store() {
    return new Path(root, "store");
  }

  public Path run(String runId) {
    if (!isRunId(runId)) {
      throw new UserError("there is no run " + runId + " in " + shown(root));
    }
    return new Path(new Path(root, "runs"), runId);
  }

  private static boolean isRunId(String name) {
    return name.matches("[\\w-]+");
  }

  /** How a person would name a path of this warehouse: without file: on a local disk. */
  public static String shown(Path path) {
    return path.toUri().getScheme() == null || path.toUri().getScheme().equals("file")
        ? path.toUri().getPath()
        : path.toString();
  }

  /** The published run, if there is one. */
  public Optional<String> current() {
    return named(new Path(root, CURRENT)).or(() -> named(fresh(new Path(root, CURRENT))));
  }

  /**
   * The run that a file names. Where what replaces a file is renamed in two steps, only the fresh
   * one is there between them; it is whole if its run is.
   */
  private Optional<String> named(Path file) {
    return text(file)
        .map(String::strip)
        .filter(run -> isRunId(run) && exists(new Path(run(run), MANIFEST)));
  }

  /** The published run. */
  public String requireCurrent() {
    return current()
        .orElseThrow(
            () ->
                new UserError(
                    "warehouse " + shown(root) + " has no published run yet: start `marsad run`"));
  }

  /** All complete runs, the oldest first. */
  public List<String> runs() {
    List<String> found = new ArrayList<>();
    for (FileStatus status : list(new Path(root, "runs"))) {
      if (status.isDirectory()
          && isRunId(status.getPath().getName())
          && exists(new Path(status.getPath(), MANIFEST))) {
        found.add(status.getPath().getName());
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /** Makes a complete run the published one; the step that readers see. */
  public void publish(String runId) throws IOException {
    writeAtomically(new Path(root, CURRENT), runId + "\n");
    if (isLocal()) {
      link(local(new Path(root, "current")), runId);
    }
  }

  private static void link(java.nio.file.Path link, String runId) throws IOException {
    if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError(
          "run "
              + runId
              + " is published, but "
              + link
              + " is a directory where a link to the run should be, as if the warehouse had been"
              + " copied with its links followed: delete it, and start `marsad run`");
    }
    java.nio.file.Path fresh = link.resolveSibling(".current.new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, java.nio.file.Path.of("runs", runId));
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Removes the oldest runs beyond a number, never the published one, nor the one before it that it
   * builds on; 0 keeps all.
   */
  void retain(int keep) {
    List<String> old = new ArrayList<>(runs());
    int all = old.size();
    for (String run : current().stream().toList()) {
      old.remove(run);
      Manifest.find(this, run).ifPresent(m -> old.remove(m.path("previous_run").asText()));
    }
    for (int i = 0; keep > 0 && i < Math.min(old.size(), all - keep); i++) {
      // Without its manifest a run is none: a reader never sees half of one.
      delete(new Path(run(old.get(i)), MANIFEST));
      delete(run(old.get(i)));
    }
  }

  /** Where a run is computed once more, to be compared. */
  Path scratch(String runId) {
    return new Path(root, "runs/" + SCRATCH + Clock.systemUTC().millis() + "-" + runId);
  }

  /** Removes what a killed run left: runs without a manifest, staging directories. */
  public void tidy() {
    for (FileStatus status : list(new Path(root, "runs"))) {
      if (!inUse(status.getPath().getName()) && !exists(new Path(status.getPath(), MANIFEST))) {
        delete(status.getPath());
      }
    }
    for (FileStatus status : list(store())) {
      if (status.getPath().getName().startsWith(".staging")) {
        delete(status.getPath());
      }
    }
  }

  /** Whether this is where a run is compared, begun within a day. */
  private static boolean inUse(String directory) {
    Matcher scratch = BEGUN.matcher(directory);
    Duration age = Duration.ofMillis(Clock.systemUTC().millis());
    return scratch.matches()
        && age.minusMillis(Long.parseLong(scratch.group(1))).compareTo(Duration.ofDays(1)) < 0;
  }

  public String manifest(String runId) {
    return text(new Path(run(runId), MANIFEST))
        .orElseThrow(() -> new UserError("there is no run " + runId + " in " + shown(root)));
  }

  /** A run with its manifest is complete. */
  public void writeManifest(String runId, String json) throws IOException {
    force(run(runId));
    writeAtomically(new Path(run(runId), MANIFEST), json);
  }

  /** Readers see the old content or the new, never half of it. */
  public void writeAtomically(Path path, String content) throws IOException {
    if (!RENAMING.contains(fs.getUri().getScheme())) {
      write(fs.create(path, true), content);
      return;
    }
    Path fresh = fresh(path);
    write(fs.create(fresh, true), content);
    if (isLocal()) {
      java.nio.file.Path written = local(fresh);
      force(written);
      Files.move(
          written,
          local(path),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      force(written.getParent());
      return;
    }
    FileContext.getFileContext(fs.getUri(), fs.getConf())
        .rename(fresh, path, Options.Rename.OVERWRITE);
  }

  private static Path fresh(Path path) {
    return new Path(path.getParent(), "." + path.getName() + ".new");
  }

  private boolean isLocal() {
    return "file".equals(fs.getUri().getScheme());
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  /**
   * Returns when all that a directory holds is on the disk itself, so that what is written behind
   * it cannot be there without it, even if the power fails. Other storage than a local disk sees to
   * it when a file is closed.
   */
  void force(Path directory) throws IOException {
    if (!isLocal() || !exists(directory)) {
      return;
    }
    try (Stream<java.nio.file.Path> all = Files.walk(local(directory))) {
      for (java.nio.file.Path path : (Iterable<java.nio.file.Path>) all::iterator) {
        force(path);
      }
    }
  }

  private static void force(java.nio.file.Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void write(OutputStream opened, String content) throws IOException {
    try (OutputStream out = opened) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A small text file's content, if it is there. */
  public Optional<String> text(Path path) {
    try (InputStream in = fs.open(path)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (java.io.FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean exists(Path path) {
    try {
      return fs.exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete(Path path) {
    try {
      fs.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a directory holds by name, or nothing if it is not there. */
  public List<FileStatus> list(Path directory) {
    try {
      FileStatus[] found = fs.listStatus(directory);
      Arrays.sort(found, Comparator.comparing(s -> s.getPath().getName()));
      return List.of(found);
    } catch (java.io.FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.marsad.run;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local disk as a process leaves it that is killed: from one change on, none happens, whatever
 * the process would still do to clean up. Counts what changes the disk below one directory. A file
 * that was about to be written is there then, with nothing of use in it.
 */
public final class DyingFileSystem extends LocalDisk {
  private static final AtomicInteger CHANGES = new AtomicInteger();
  private static volatile String below = "-";
  private static volatile int last;

  /** Lets so many changes happen below a directory. */
  static void dieAfter(int changes, java.nio.file.Path directory) {
    CHANGES.set(0);
    below = directory.toString();
    last = changes;
  }

  /** Changes so far, those refused as well. */
  static int changes() {
    return CHANGES.get();
  }

  /** Lets all happen again; says whether any change was refused. */
  static boolean revive() {
    below = "-";
    return CHANGES.get() > last;
  }

  /** Makes this the local disk. */
  static void install(Configuration conf) {
    conf.set("fs.file.impl", DyingFileSystem.class.getName());
    conf.set("fs.file.impl.disable.cache", "true");
  }

  /** Takes it away. */
  static void remove(Configuration conf) {
    conf.set("fs.file.impl", LocalDisk.class.getName());
    conf.unset("fs.file.impl.disable.cache");
  }

  private static boolean dead(Path path) {
    return path.toUri().getPath().startsWith(below) && CHANGES.incrementAndGet() > last;
  }

  private static void change(Path path) throws IOException {
    if (dead(path)) {
      throw new IOException("killed before a change of " + path.getName());
    }
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    if (dead(path)) {
      if (CHANGES.get() == last + 1) {
        FSDataOutputStream half =
            super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
        half.write('{');
        half.close();
      }
      throw new IOException("killed while writing " + path.getName());
    }
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    change(from);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    change(path);
    return super.delete(path, recursive);
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) throws IOException {
    change(path);
    return super.mkdirs(path, permission);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    change(path);
    return super.mkdirs(path);
  }
}

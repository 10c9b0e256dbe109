package org.marsad.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;

/** Lets one writer at a time into a warehouse. */
final class Lock implements AutoCloseable {
  private final Warehouse warehouse;
  private final Path path;
  private final Holder holder;

  private Lock(Warehouse warehouse, Path path, Holder holder) {
    this.warehouse = warehouse;
    this.path = path;
    this.holder = holder;
  }

  /**
   * Takes the lock; one that a dead process of this machine left is taken over.
   *
   * @throws UserError if another run holds it
   */
  static Lock take(Warehouse warehouse) {
    Path path = new Path(warehouse.root(), ".lock");
    Holder self = Holder.self();
    for (int attempt = 0; attempt < 3; attempt++) {
      try (OutputStream out = warehouse.fs().create(path, false)) {
        out.write(self.line().getBytes(StandardCharsets.UTF_8));
        return new Lock(warehouse, path, self);
      } catch (FileAlreadyExistsException e) {
        Optional<Holder> holder = holder(warehouse, path);
        if (holder.isPresent() && !holder.get().dead()) {
          throw new UserError(
              "another run is writing to "
                  + Warehouse.shown(warehouse.root())
                  + " ("
                  + holder.get()
                  + "): wait for it, or delete "
                  + Warehouse.shown(path)
                  + " if it is gone");
        }
        takeAway(warehouse, path, holder);
      } catch (IOException e) {
        throw new UserError(
            "the lock " + Warehouse.shown(path) + " cannot be written (" + e.getMessage() + ")", e);
      }
    }
    throw new UserError("the lock " + Warehouse.shown(path) + " cannot be taken: try again");
  }

  /**
   * Another process may have seen the dead holder too, and taken the lock since. Between the look
   * and the deletion there is a moment that no file system closes.
   */
  private static void takeAway(Warehouse warehouse, Path path, Optional<Holder> dead) {
    if (warehouse.text(path).flatMap(Holder::parse).equals(dead)) {
      warehouse.delete(path);
    }
  }

  /** Who holds the lock; a holder may just be about to write its name. */
  private static Optional<Holder> holder(Warehouse warehouse, Path path) {
    for (int wait = 0; wait < 20; wait++) {
      Optional<Holder> holder = warehouse.text(path).flatMap(Holder::parse);
      if (holder.isPresent() || !warehouse.exists(path)) {
        return holder;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Requires that nobody took the lock away.
   *
   * @throws UserError if somebody did
   */
  void requireHeld() {
    if (!isHeld()) {
      throw new UserError(
          "the lock "
              + Warehouse.shown(path)
              + " was taken away while this run went on: nothing is published; start it again once"
              + " no other run writes here");
    }
  }

  private boolean isHeld() {
    return holder(warehouse, path).equals(Optional.of(holder));
  }

  @Override
  public void close() {
    if (isHeld()) {
      warehouse.delete(path);
    }
  }

  /**
   * Who holds the lock.
   *
   * @param started when its process was started, for people
   * @param start what no other process with the same number has
   */
  private record Holder(String host, long pid, String started, String start) {
    static Holder self() {
      ProcessHandle own = ProcessHandle.current();
      return new Holder(hostName(), own.pid(), instant(own), startOf(own));
    }

    static Optional<Holder> parse(String line) {
      String[] parts = line.strip().split(" ");
      if (parts.length < 3 || !parts[1].matches("\\d{1,18}")) {
        return Optional.empty();
      }
      // An earlier Marsad wrote three.
      String start = parts[parts.length - 1];
      return Optional.of(new Holder(parts[0], Long.parseLong(parts[1]), parts[2], start));
    }

    String line() {
      return host + " " + pid + " " + started + " " + start + "\n";
    }

    /** Whether its process is of this machine and runs no more. */
    boolean dead() {
      if (!host.equals(hostName())) {
        return false;
      }
      Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
      return process.map(p -> !List.of(startOf(p), instant(p)).contains(start)).orElse(true);
    }

    private static String instant(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("-");
    }

    /**
     * On Linux the boot's id and the clock ticks from it to the start, which stay as they are when
     * the clock is set.
     */
    private static String startOf(ProcessHandle process) {
      try {
        String stat = Files.readString(java.nio.file.Path.of("/proc/" + process.pid() + "/stat"));
        String boot = Files.readString(java.nio.file.Path.of("/proc/sys/kernel/random/boot_id"));
        // Behind the name, which may hold anything, the twentieth is the file's field 22.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return boot.strip() + "/" + fields[19];
      } catch (IOException | IndexOutOfBoundsException e) {
        return instant(process);
      }
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (IOException e) {
        return "localhost";
      }
    }

    @Override
    public String toString() {
      return "host " + host + ", process " + pid + ", started " + started;
    }
  }
}

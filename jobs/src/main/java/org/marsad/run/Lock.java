package org.marsad.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;

/** Lets one writer at a time into a warehouse. */
final class Lock implements AutoCloseable {
  private final Warehouse warehouse;
  private final Path path;

  private Lock(Warehouse warehouse, Path path) {
    this.warehouse = warehouse;
    this.path = path;
  }

  /**
   * Takes the lock; one that a dead process of this machine left is taken over.
   *
   * @throws UserError if another run holds it
   */
  static Lock take(Warehouse warehouse) {
    Path path = new Path(warehouse.root(), ".lock");
    for (int attempt = 0; attempt < 3; attempt++) {
      try (OutputStream out = warehouse.fs().create(path, false)) {
        out.write(Holder.self().line().getBytes(StandardCharsets.UTF_8));
        return new Lock(warehouse, path);
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

  @Override
  public void close() {
    if (holder(warehouse, path).equals(Optional.of(Holder.self()))) {
      warehouse.delete(path);
    }
  }

  /** Who holds the lock. */
  private record Holder(String host, long pid, String started) {
    static Holder self() {
      return new Holder(
          hostName(), ProcessHandle.current().pid(), startOf(ProcessHandle.current()));
    }

    static Optional<Holder> parse(String line) {
      String[] parts = line.strip().split(" ");
      if (parts.length != 3 || !parts[1].matches("\\d{1,18}")) {
        return Optional.empty();
      }
      return Optional.of(new Holder(parts[0], Long.parseLong(parts[1]), parts[2]));
    }

    String line() {
      return host + " " + pid + " " + started + "\n";
    }

    /** Whether its process is of this machine and runs no more. */
    boolean dead() {
      if (!host.equals(hostName())) {
        return false;
      }
      Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
      return process.map(p -> !startOf(p).equals(started)).orElse(true);
    }

    private static String startOf(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("-");
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

package org.marsad;

import org.marsad.run.Commands;

/** The command line: see {@code marsad --help}. */
public final class Main {
  private Main() {}

  /** Runs a command; the process ends with its exit code. */
  public static void main(String[] args) {
    System.exit(Commands.execute(args));
  }
}

package org.marsad.run;

import java.io.PrintStream;

/** Where commands of this thread print. */
final class Streams {
  private static final ThreadLocal<PrintStream> OUT = ThreadLocal.withInitial(() -> System.out);

  private Streams() {}

  static void set(PrintStream out) {
    OUT.set(out);
  }

  static PrintStream out() {
    return OUT.get();
  }
}

package org.marsad.run;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Says what the job does, for the person or the log that started it. */
public final class Console {
  /** Goes to the begin of the line and clears it of Spark's progress bar. */
  private static final String OVER_BAR =
      Boolean.getBoolean("spark.ui.showConsoleProgress") ? "\r\033[K" : "";

  private final PrintStream out;
  private final long started = System.nanoTime();

  public Console(PrintStream out) {
    this.out = out;
  }

  /** One line, with the seconds since the start. */
  public void say(String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    synchronized (out) {
      out.printf(
          Locale.ROOT,
          "%s%6.1fs  %s%n",
          OVER_BAR,
          (System.nanoTime() - started) / 1e9,
          plain(text));
      out.flush();
    }
  }

  /** A line as it is. */
  public void print(String line) {
    out.println(OVER_BAR + plain(line));
    out.flush();
  }

  /** Names and titles come from outside: no control character of theirs reaches a terminal. */
  static String plain(String line) {
    return line.replaceAll("\\p{Cc}", " ");
  }

  /**
   * Does something that may take long: a line when it begins to be long, and every ten seconds, so
   * that nobody wonders.
   */
  public <T> T during(String what, Callable<T> work) throws Exception {
    Thread ticker =
        new Thread(
            () -> {
              try {
                for (int i = 1; ; i++) {
                  Thread.sleep(10_000);
                  say("%s … (%d s)", what, 10 * i);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "progress");
    ticker.setDaemon(true);
    ticker.start();
    try {
      return work.call();
    } finally {
      ticker.interrupt();
    }
  }
}

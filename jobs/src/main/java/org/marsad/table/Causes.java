package org.marsad.table;

import java.util.ArrayList;
import java.util.List;

/** What led to an exception. */
public final class Causes {
  private Causes() {}

  /** A failure and its causes, the outermost first. */
  public static List<Throwable> of(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
      causes.add(t);
    }
    return causes;
  }

  /** The first cause of all. */
  public static Throwable root(Throwable failure) {
    List<Throwable> causes = of(failure);
    return causes.get(causes.size() - 1);
  }

  /** What a failure says, its first line alone; its kind if it says nothing. */
  public static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}

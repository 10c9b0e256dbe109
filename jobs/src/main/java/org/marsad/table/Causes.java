package org.marsad.table;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** What led to an exception. */
public final class Causes {
  private Causes() {}

  /** A failure and its causes, the outermost first. */
  public static Iterable<Throwable> of(Throwable failure) {
    return () ->
        new Iterator<>() {
          private Throwable next = failure;

          @Override
          public boolean hasNext() {
            return next != null;
          }

          @Override
          public Throwable next() {
            if (next == null) {
              throw new NoSuchElementException();
            }
            Throwable found = next;
            next = found.getCause() == found ? null : found.getCause();
            return found;
          }
        };
  }

  /** The first cause of all. */
  public static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause : of(failure)) {
      root = cause;
    }
    return root;
  }

  /** What a failure says, its first line alone; its kind if it says nothing. */
  public static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}

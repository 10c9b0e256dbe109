package org.marsad.run;

/** A fault in the user's input, settings or machine: one line that says what, where, what to do. */
public class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}

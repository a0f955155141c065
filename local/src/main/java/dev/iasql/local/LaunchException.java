package dev.iasql.local;

/**
 * Something on this machine keeps a server from starting. The message says what and what to do
 * about it.
 */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchException(String message) {
    super(message);
  }

  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}

package dev.iasql.core.error;

/** What the caller gave is wrong; the same call fails again. */
public final class UserException extends IasqlException {
  private static final long serialVersionUID = 1L;

  public UserException(ErrorCode code, String message, String detail, String hint) {
    super(new Fault(code, message, detail, hint), null);
  }

  public UserException(ErrorCode code, String message, String hint) {
    this(code, message, null, hint);
  }

  public UserException(
      ErrorCode code, String message, String detail, String hint, Throwable cause) {
    super(new Fault(code, message, detail, hint), cause);
  }
}

package dev.iasql.core.error;

/** The call is right, but the state of the tenant or its locks forbid it now. */
public final class ConflictException extends IasqlException {
  private static final long serialVersionUID = 1L;

  public ConflictException(ErrorCode code, String message, String detail, String hint) {
    super(new Fault(code, message, detail, hint), null);
  }

  public ConflictException(ErrorCode code, String message, String hint) {
    this(code, message, null, hint);
  }

  public ConflictException(
      ErrorCode code, String message, String detail, String hint, Throwable cause) {
    super(new Fault(code, message, detail, hint), cause);
  }
}

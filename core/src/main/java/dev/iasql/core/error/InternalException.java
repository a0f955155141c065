package dev.iasql.core.error;

/** A fault of IaSQL itself. */
public final class InternalException extends IasqlException {
  private static final long serialVersionUID = 1L;

  public InternalException(ErrorCode code, String message, String detail, String hint) {
    super(new Fault(code, message, detail, hint), null);
  }

  public InternalException(ErrorCode code, String message, String hint) {
    this(code, message, null, hint);
  }

  public InternalException(
      ErrorCode code, String message, String detail, String hint, Throwable cause) {
    super(new Fault(code, message, detail, hint), cause);
  }
}

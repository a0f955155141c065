package dev.iasql.core.error;

/** AWS or another outside system refused or did not answer. */
public final class ExternalException extends IasqlException {
  private static final long serialVersionUID = 1L;

  public ExternalException(ErrorCode code, String message, String detail, String hint) {
    super(new Fault(code, message, detail, hint), null);
  }

  public ExternalException(ErrorCode code, String message, String hint) {
    this(code, message, null, hint);
  }

  public ExternalException(
      ErrorCode code, String message, String detail, String hint, Throwable cause) {
    super(new Fault(code, message, detail, hint), cause);
  }
}

package dev.iasql.core.error;

/**
 * The root of every expected failure. What the caller did, what the state of the tenant forbids,
 * what AWS answered, and what is our own fault are told apart by subclass; the exact fault by code.
 */
public abstract sealed class IasqlException extends RuntimeException
    permits UserException, ConflictException, ExternalException, InternalException {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  IasqlException(Fault fault, Throwable cause) {
    super(fault.message(), cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  public ErrorCode code() {
    return fault.code();
  }
}

package dev.iasql.core.error;

/**
 * Every refusal and failure a user can meet, with the code that never changes once released.
 *
 * <p>The SQLSTATE is of class {@code IA}, which the SQL standard and PostgreSQL leave to
 * implementations; the HTTP status is what the REST API answers for the same fault.
 */
public enum ErrorCode {
  NO_ARGUMENT("IA001", 400, "The function was called without the argument it needs."),
  NULL_ARGUMENT("IA002", 400, "An argument is NULL."),
  INVALID_NAME("IA003", 400, "A name is empty, too long or has characters names cannot have."),
  TOO_MANY_ARGUMENTS("IA004", 400, "More names were given than one call takes."),
  MODULE_NOT_FOUND("IA005", 404, "No module of that name is in the registry."),
  VERSION_NOT_FOUND("IA006", 404, "The module has no such version."),
  VERSION_CLASH("IA007", 409, "No set of versions satisfies every requirement."),
  MODULE_CONFLICT("IA008", 409, "Two modules provide the same name or manage the same resource."),
  MODULE_NEEDED("IA009", 409, "Another installed module needs this one."),
  MODULE_NOT_INSTALLED("IA010", 404, "The module is not installed in this database."),
  NAME_TAKEN("IA011", 409, "An object of the user has the name a module needs."),
  ISOLATION_LEVEL("IA012", 409, "The transaction's isolation level would hide the answer."),
  OWN_TRANSACTION_BLOCKS("IA013", 409, "The calling transaction holds what the call needs."),
  LOCKED_BY_OTHERS("IA014", 409, "Another session holds a lock the call needs."),
  PENDING_CHANGES("IA015", 409, "Tables of the module hold changes that are not committed."),
  MODULE_INVALID("IA016", 400, "The module's bundle does not follow the rules for modules."),
  NEEDED_BY_USER("IA017", 409, "An object of the user needs what the module would take away."),
  VERSION_EXISTS("IA018", 409, "The version was published before with other content."),
  VERSION_IN_USE("IA019", 409, "Databases use the version, or published modules need it."),
  AWS_CREDENTIALS("IA020", 401, "AWS credentials are missing or were refused."),
  AWS_ACCESS_DENIED("IA021", 403, "AWS denies the operation to these credentials."),
  AWS_UNAVAILABLE("IA022", 503, "AWS did not answer, or throttled, after every retry."),
  AWS_REJECTED("IA023", 422, "AWS refused the operation."),
  NO_MIGRATION("IA024", 409, "No migration leads from the installed version to the wanted one."),
  COMPUTED_COLUMN("IA030", 422, "The column's value is computed by AWS."),
  READ_ONLY_TABLE("IA031", 422, "The table only shows what AWS has; it cannot be written."),
  TABLE_NOT_FOUND("IA032", 404, "No installed module has a table of that name."),
  CHANGE_NOT_POSSIBLE("IA033", 422, "The change cannot be carried out in AWS."),
  REFERENCE_UNSEEN("IA034", 422, "The row refers to something that cannot be seen in AWS."),
  RESOURCE_VANISHED("IA035", 409, "The resource no longer exists in AWS, but its row is in use."),
  OUTCOME_UNKNOWN("IA036", 409, "An operation was interrupted; AWS may have carried it out."),
  DATABASE_NOT_FOUND("IA040", 404, "No database of that name exists."),
  DATABASE_EXISTS("IA041", 409, "A database of that name exists already."),
  DATABASE_NOT_READY("IA042", 409, "The database is being made or removed."),
  INVALID_REQUEST("IA050", 400, "The request is malformed."),
  UNAUTHENTICATED("IA051", 401, "The request carries no valid token."),
  FORBIDDEN("IA052", 403, "The token does not allow the request."),
  NOT_FOUND("IA053", 404, "There is nothing at that address."),
  METHOD_NOT_ALLOWED("IA054", 405, "The address does not know the method."),
  NOT_ACCEPTABLE("IA055", 406, "The answer cannot be given in the media type asked for."),
  BODY_TOO_LARGE("IA056", 413, "The body of the request is too large."),
  UNSUPPORTED_MEDIA_TYPE("IA057", 415, "The body is not of a media type the address reads."),
  UNAVAILABLE("IA060", 503, "A part of IaSQL does not answer."),
  CANCELLED("IA061", 409, "The request was cancelled."),
  INTERNAL("IA099", 500, "IaSQL failed in a way it should not.");

  private final String sqlState;
  private final int httpStatus;
  private final String title;

  ErrorCode(String sqlState, int httpStatus, String title) {
    this.sqlState = sqlState;
    this.httpStatus = httpStatus;
    this.title = title;
  }

  /** Five characters, class {@code IA}. */
  public String sqlState() {
    return sqlState;
  }

  /** The HTTP status of the same fault in the REST API. */
  public int httpStatus() {
    return httpStatus;
  }

  /** One sentence that is true of every occurrence. */
  public String title() {
    return title;
  }

  /** The stable name used in URLs and problem documents: {@code module-not-found}. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

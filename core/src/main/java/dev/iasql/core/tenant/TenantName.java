package dev.iasql.core.tenant;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a tenant and of its database. Short enough that the roles derived from it fit
 * PostgreSQL's 63 bytes.
 */
public record TenantName(String value) {
  private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Set<String> RESERVED =
      Set.of("postgres", "template0", "template1", "public", "none", "user", "root");

  /**
   * @throws UserException if the name cannot be a tenant's
   */
  public TenantName {
    if (value == null || !VALID.matcher(value).matches()) {
      throw new UserException(
          ErrorCode.INVALID_NAME,
          "\"%s\" is not a database name".formatted(abbreviated(value)),
          "Use 1 to 40 lower-case letters, digits and underscores, beginning with a letter.");
    }
    if (RESERVED.contains(value) || value.startsWith("iasql") || value.startsWith("pg_")) {
      throw new UserException(
          ErrorCode.INVALID_NAME,
          "the database name \"%s\" is reserved".formatted(value),
          "Choose a name that is not PostgreSQL's and does not begin with iasql or pg_.");
    }
  }

  private static String abbreviated(String value) {
    if (value == null) {
      return "";
    }
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }

  /** The role users log in as. */
  public String userRole() {
    return value;
  }

  /** The role that owns schemas, tables and functions; no one logs in as it. */
  public String ownerRole() {
    return "iasql_" + value + "_owner";
  }

  /** The role of the workers and the relay; what it writes is never a user's change. */
  public String engineRole() {
    return "iasql_" + value + "_engine";
  }

  /** The role of the loop-back connection through which function calls write their request. */
  public String callerRole() {
    return "iasql_" + value + "_caller";
  }

  /** The role that SQL modules run as; it owns what they made and nothing else. */
  public String moduleRole() {
    return "iasql_" + value + "_module";
  }

  @Override
  public String toString() {
    return value;
  }
}

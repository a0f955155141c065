package dev.iasql.core.sql;

import java.util.regex.Pattern;

/**
 * Names of SQL objects. PostgreSQL truncates identifiers to 63 bytes (NAMEDATALEN - 1), so longer
 * ones are refused before they can collide.
 */
public final class Identifiers {
  /** The most bytes an identifier may have: PostgreSQL's NAMEDATALEN - 1. */
  public static final int MAX_BYTES = 63;

  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private Identifiers() {}

  /** True for a lower-case snake_case name that never needs quotes for its characters. */
  public static boolean isPlain(String name) {
    return name != null && PLAIN.matcher(name).matches();
  }

  /** The name as a quoted identifier, safe to place in a statement whatever it contains. */
  public static String quote(String name) {
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an identifier cannot contain NUL");
    }
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text as a string literal, safe whatever it contains and whatever the server's settings. */
  public static String literal(String text) {
    String quoted = '\'' + text.replace("'", "''") + '\'';
    return text.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", "\\\\");
  }

  /** {@code VpcEndpoint} or {@code vpcEndpoint} as {@code vpc_endpoint}. */
  public static String snakeCase(String camelCase) {
    return camelCase
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toLowerCase(java.util.Locale.ROOT);
  }
}

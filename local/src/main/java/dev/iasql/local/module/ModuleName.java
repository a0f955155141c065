package dev.iasql.local.module;

import java.util.Set;
import java.util.regex.Pattern;

/** A name a new module may have. */
public record ModuleName(String value) {
  /** The objects a module makes mostly begin with its name, and PostgreSQL keeps 63 bytes. */
  private static final int LONGEST = 50;

  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

  /** Addresses of the REST API that stand where a module's name would. */
  private static final Set<String> RESERVED = Set.of("check", "graph", "resolve");

  /**
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public ModuleName {
    if (!PLAIN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" cannot name a module: begin with a lower-case letter, then lower-case letters, digits and underscores, such as shop_report"
              .formatted(value));
    }
    if (value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a module's name has at most %d characters, not %d: the names of its tables begin with it"
              .formatted(LONGEST, value.length()));
    }
    if (value.startsWith("iasql") || value.startsWith("pg_") || RESERVED.contains(value)) {
      throw new IllegalArgumentException(
          "\"%s\" is reserved; choose another name, such as my_%s".formatted(value, value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

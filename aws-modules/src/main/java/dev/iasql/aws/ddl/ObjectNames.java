package dev.iasql.aws.ddl;

import dev.iasql.core.sql.Identifiers;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of everything that generated SQL creates. PostgreSQL cuts longer names off without an
 * error, so two of them could become one; here both are refused.
 */
public final class ObjectNames {
  private final Set<String> taken = new HashSet<>();

  /** A table or index: unique in the schema. */
  String relation(String name) {
    return claim("relation", name);
  }

  /** A constraint or trigger: unique in its table. */
  String ofTable(String table, String name) {
    return claim(table, name);
  }

  /**
   * @throws IllegalArgumentException if a name is taken in the other set too
   */
  public void refuseSame(ObjectNames other) {
    for (String name : taken) {
      if (other.taken.contains(name)) {
        throw new IllegalArgumentException("two objects are named " + name);
      }
    }
  }

  private String claim(String space, String name) {
    if (!Identifiers.isPlain(name)) {
      throw new IllegalArgumentException(
          "%s is no name: at most %d lower-case letters, digits and underscores"
              .formatted(name, Identifiers.MAX_BYTES));
    }
    if (!taken.add(space + " " + name)) {
      throw new IllegalArgumentException("two objects are named " + name);
    }
    return name;
  }
}

package dev.iasql.aws.model;

import java.util.Optional;

/**
 * A column of a module's table.
 *
 * @param type PostgreSQL type
 * @param required whether a resource cannot be created without it
 * @param awsManaged whether it marks rows AWS made by itself
 * @param label whether it tells rows apart for a human
 * @param defaultSql SQL expression, or {@code null}
 */
public record ColumnModel(
    String name,
    String type,
    String comment,
    Role role,
    boolean required,
    boolean awsManaged,
    boolean label,
    String defaultSql,
    Optional<Reference> reference) {

  /** Who decides the value, and when. */
  public enum Role {
    /** {@code region} and {@code account_id}: part of every key. */
    SCOPE,
    /** Part of the key, handed out by AWS. */
    ASSIGNED_ID,
    /** Part of the key, chosen by the user. */
    KEY,
    /** Chosen by the user at creation, never changed. */
    IMMUTABLE,
    /** Chosen by the user, changed in place. */
    MUTABLE,
    /** Decided by AWS. */
    COMPUTED
  }

  /**
   * A reference to another table.
   *
   * @param table the other table
   * @param column its own key column
   * @param partOf whether the row goes with the one it refers to
   * @param list whether the column holds many ids, for which there is no foreign key
   */
  public record Reference(String table, String column, boolean partOf, boolean list) {}

  public boolean isKey() {
    return role == Role.SCOPE || role == Role.ASSIGNED_ID || role == Role.KEY;
  }

  public boolean isComputed() {
    return role == Role.COMPUTED;
  }

  /** Whether a difference between wanted and seen is a change to carry out. */
  public boolean isWanted() {
    return role == Role.IMMUTABLE || role == Role.MUTABLE;
  }

  /** Whether it is a foreign key. */
  public boolean isForeignKey() {
    return reference.isPresent() && !reference.get().list();
  }
}

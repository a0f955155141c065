package dev.iasql.aws.model;

import dev.iasql.aws.spi.Scope;
import java.util.Optional;

/**
 * A column of a module's table.
 *
 * @param property name of the record's component in JSON: the newest name of the column
 * @param type PostgreSQL type
 * @param comment what the value is, one sentence
 * @param notNull whether PostgreSQL itself refuses NULL
 * @param required whether a resource cannot be created without it; checked when planning, because
 *     an import must be able to store NULL for what cannot be seen
 * @param awsManaged whether it marks rows AWS made by itself
 * @param onlyOne whether at most one row of the table's scope may hold true
 * @param label whether it tells rows apart for a human
 * @param defaultSql SQL expression, or {@code null}
 */
public record ColumnModel(
    String name,
    String property,
    String type,
    String comment,
    Role role,
    boolean notNull,
    boolean required,
    boolean awsManaged,
    boolean onlyOne,
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
    COMPUTED,
    /** Kept in the tenant database; AWS does not know it. */
    LOCAL
  }

  /**
   * A reference to another table.
   *
   * @param table the other table
   * @param column its own key column
   * @param scope where rows of the other table live, and so which columns complete its key
   * @param partOf whether the row goes with the one it refers to
   * @param list whether the column holds many ids, for which there is no foreign key
   * @param optional whether the table may be there without the other one
   */
  public record Reference(
      String table, String column, Scope scope, boolean partOf, boolean list, boolean optional) {}

  /** The same column where the table it refers to is not there. */
  ColumnModel withoutReference() {
    return new ColumnModel(
        name,
        property,
        type,
        comment,
        role,
        notNull,
        required,
        awsManaged,
        onlyOne,
        label,
        defaultSql,
        Optional.empty());
  }

  public boolean isKey() {
    return role == Role.SCOPE || role == Role.ASSIGNED_ID || role == Role.KEY;
  }

  public boolean isComputed() {
    return role == Role.COMPUTED;
  }

  /** Whether AWS does not know the value: no change to carry out, and nothing a refresh reads. */
  public boolean isLocal() {
    return role == Role.LOCAL;
  }

  /** Whether a difference between wanted and seen is a change to carry out. */
  public boolean isWanted() {
    return role == Role.IMMUTABLE || role == Role.MUTABLE;
  }

  /** Whether it is a foreign key. */
  public boolean isForeignKey() {
    return reference.isPresent() && !reference.get().list();
  }

  /**
   * Whether a row cannot be without the one this column refers to. What AWS makes by itself goes
   * with such a row, but not with one it happens to use, such as DHCP options.
   */
  public boolean isOwner() {
    return isForeignKey() && (isFixed() || required);
  }

  /** Whether another value means another resource. */
  public boolean isFixed() {
    return role == Role.KEY || role == Role.IMMUTABLE;
  }
}

package dev.iasql.sync.plan;

/**
 * One row referring to another.
 *
 * @param column the column that holds the other row's id; {@code account_id} or {@code region} for
 *     the account or region the row belongs to
 */
public record RowReference(String column, RowKey target, Kind kind) {

  /** What a reference means for the row that refers. */
  public enum Kind {
    /** It is a part of the other row and goes with it. */
    PART,
    /** It belongs to the other row for good; if AWS made it, it goes with it. */
    BELONGING,
    /** It uses the other row. */
    USE
  }
}

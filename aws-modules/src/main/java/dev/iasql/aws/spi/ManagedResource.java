package dev.iasql.aws.spi;

/**
 * The cloud side of a table that can be written.
 *
 * @param <R> the record that is the table
 */
public interface ManagedResource<R extends Record> extends CloudResource<R> {
  /**
   * Makes the resource. References hold real ids by now; components the user left out are null.
   *
   * @return what AWS made, every component filled as {@link #list} would
   */
  R create(Aws aws, R wanted);

  /**
   * Changes the resource in place; called only if no {@link Immutable} or key component differs.
   *
   * @param from what AWS was last seen to have
   * @param to what is wanted
   * @return what AWS has now
   */
  R update(Aws aws, R from, R to);

  /** Removes the resource; one that is gone already counts as removed. */
  void delete(Aws aws, R row);
}

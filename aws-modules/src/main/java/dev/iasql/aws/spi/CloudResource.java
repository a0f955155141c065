package dev.iasql.aws.spi;

import java.util.stream.Stream;

/**
 * The cloud side of a table that shows what AWS has.
 *
 * @param <R> the record that is the table
 */
public interface CloudResource<R extends Record> {
  Class<R> record();

  /**
   * All resources of the account and region, one page after the other; pages are fetched while the
   * stream is read, so memory does not grow with their number.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if AWS refuses or does not answer
   */
  Stream<R> list(Aws aws);
}

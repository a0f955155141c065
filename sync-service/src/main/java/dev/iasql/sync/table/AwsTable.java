package dev.iasql.sync.table;

import dev.iasql.aws.model.RowCodec;
import dev.iasql.aws.model.TableModel;
import dev.iasql.aws.model.TableModels;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;

/**
 * A table whose rows are resources of AWS.
 *
 * @param <R> the record that is the table
 * @param resource its cloud side
 * @param codec its records as rows and back
 */
public record AwsTable<R extends Record>(
    TableModel model, CloudResource<R> resource, RowCodec<R> codec) {

  public static <R extends Record> AwsTable<R> of(CloudResource<R> resource) {
    return new AwsTable<>(
        TableModels.of(resource.record()), resource, new RowCodec<>(resource.record()));
  }

  public String name() {
    return model.name();
  }

  /** Its cloud side if rows can be written, empty if the table only shows what AWS has. */
  public Optional<ManagedResource<R>> managed() {
    return resource instanceof ManagedResource<R> managed
        ? Optional.of(managed)
        : Optional.empty();
  }
}

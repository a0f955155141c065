package dev.iasql.aws.model;

import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.aws.spi.ManagedResource;
import java.util.Optional;

/**
 * A table of a module with its cloud side.
 *
 * @param <R> the record that is the table
 */
public record AwsTable<R extends Record>(AwsModule module, CloudResource<R> resource) {
  public String name() {
    return model().name();
  }

  public TableModel model() {
    return TableModels.of(resource.record());
  }

  public RowCodec<R> codec() {
    return new RowCodec<>(resource.record());
  }

  /** The cloud side that writes; empty for a table that only shows what AWS has. */
  public Optional<ManagedResource<R>> managed() {
    return resource instanceof ManagedResource<R> managed ? Optional.of(managed) : Optional.empty();
  }

  /** Whether users can insert and delete rows. */
  public boolean isManaged() {
    return resource instanceof ManagedResource<R>;
  }
}

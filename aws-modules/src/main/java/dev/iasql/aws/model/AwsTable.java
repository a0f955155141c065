package dev.iasql.aws.model;

import static java.util.stream.Collectors.toSet;

import dev.iasql.aws.spi.AwsModule;
import dev.iasql.aws.spi.CloudResource;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.core.module.ModuleVersion;
import java.util.Optional;
import java.util.Set;

/**
 * A table of one version of a module with its cloud side.
 *
 * @param <R> the record that is the table
 * @param model the table as that version of the module has it
 */
public record AwsTable<R extends Record>(
    AwsModule module, CloudResource<R> resource, TableModel model) {

  /**
   * @throws IllegalArgumentException if the record does not follow the rules
   */
  public static <R extends Record> AwsTable<R> of(AwsModule module, CloudResource<R> resource) {
    Set<String> beside =
        module.resources().stream()
            .map(other -> TableModels.nameOf(other.record()))
            .collect(toSet());
    TableModel model =
        TableModels.of(resource.record(), ModuleVersion.parse(module.version()))
            .withOptionalReferencesTo(beside);
    return new AwsTable<>(module, resource, model);
  }

  public String name() {
    return model.name();
  }

  public RowCodec<R> codec() {
    return new RowCodec<>(resource.record(), model);
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

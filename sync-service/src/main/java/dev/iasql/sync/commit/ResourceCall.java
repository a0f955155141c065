package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;

/**
 * Asks AWS for one operation, with rows as JSON.
 *
 * @param <R> the record that is the table
 */
record ResourceCall<R extends Record>(AwsTable<R> table, ManagedResource<R> resource) {

  /**
   * @throws IllegalArgumentException if the table only shows what AWS has
   */
  static <R extends Record> ResourceCall<R> of(AwsTable<R> table) {
    return new ResourceCall<>(
        table,
        table
            .managed()
            .orElseThrow(
                () -> new IllegalArgumentException(table.name() + " only shows what AWS has")));
  }

  ObjectNode create(Aws aws, JsonNode wanted) {
    return row(resource.create(aws, table.codec().fromJson(wanted)), wanted);
  }

  ObjectNode update(Aws aws, JsonNode from, JsonNode to) {
    return row(resource.update(aws, table.codec().fromJson(from), table.codec().fromJson(to)), to);
  }

  void delete(Aws aws, JsonNode row) {
    resource.delete(aws, table.codec().fromJson(row));
  }

  /** What AWS has, with the columns it does not know as they are wanted. */
  private ObjectNode row(R made, JsonNode wanted) {
    ObjectNode row = table.codec().toJson(made);
    for (ColumnModel column : table.model().columns()) {
      if (column.role() == ColumnModel.Role.SCOPE || column.isLocal()) {
        row.set(column.name(), wanted.get(column.name()));
      }
    }
    return row;
  }
}

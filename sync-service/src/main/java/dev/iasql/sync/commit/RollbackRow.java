package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.TableModel;
import dev.iasql.sync.plan.RowDescription;
import dev.iasql.sync.plan.RowKey;

/**
 * One row of {@code iasql_rollback()}.
 *
 * @param action what was taken back: {@code create}, {@code update} or {@code delete}
 */
record RollbackRow(String action, String tableName, String id, String description) {
  static RollbackRow of(String action, TableModel table, JsonNode row) {
    return new RollbackRow(
        action, table.name(), RowKey.of(table, row).id(), RowDescription.of(table, row));
  }
}

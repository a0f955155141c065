package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.TableModel;
import dev.iasql.core.error.Fault;
import dev.iasql.sync.plan.Change;
import dev.iasql.sync.plan.RowDescription;
import dev.iasql.sync.plan.RowKey;

/**
 * One row of {@code iasql_commit()}.
 *
 * @param action {@code create}, {@code update} or {@code delete}
 * @param id the id AWS knows, as soon as there is one
 * @param status {@code done}, {@code failed}, {@code refused} or {@code skipped}
 * @param error why it is not done, with what to do next
 */
record CommitRow(
    String action, String tableName, String id, String description, String status, String error) {

  static CommitRow of(Change change, String id, String status, String error) {
    return new CommitRow(
        change.action(),
        change.table().name(),
        id,
        RowDescription.of(change.table(), change.row()),
        status,
        error);
  }

  /**
   * @param row as AWS has it, or had it
   */
  static CommitRow done(String action, TableModel table, JsonNode row) {
    return new CommitRow(
        action,
        table.name(),
        RowKey.of(table, row).id(),
        RowDescription.of(table, row),
        "done",
        null);
  }

  static String text(Fault fault) {
    return fault.hint() == null ? fault.message() : fault.message() + ". " + fault.hint();
  }
}

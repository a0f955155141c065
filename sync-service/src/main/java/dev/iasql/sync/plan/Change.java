package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.model.TableModel;
import java.util.Map;

/** A row in which what is wanted differs from what AWS was last seen to have. */
public sealed interface Change {
  TableModel table();

  RowKey key();

  /** The row to show: as wanted, or as seen if it is wanted no more. */
  JsonNode row();

  /** {@code create}, {@code update} or {@code delete}. */
  String action();

  /** In {@code public} only. */
  record Create(TableModel table, RowKey key, JsonNode after) implements Change {
    @Override
    public JsonNode row() {
      return after;
    }

    @Override
    public String action() {
      return "create";
    }
  }

  /**
   * In both, but different.
   *
   * @param columns the columns that differ, by name, in the table's order
   */
  record Update(
      TableModel table,
      RowKey key,
      JsonNode before,
      JsonNode after,
      Map<String, ColumnChange> columns)
      implements Change {
    @Override
    public JsonNode row() {
      return after;
    }

    @Override
    public String action() {
      return "update";
    }
  }

  /** In {@code cloud} only. */
  record Delete(TableModel table, RowKey key, JsonNode before) implements Change {
    @Override
    public JsonNode row() {
      return before;
    }

    @Override
    public String action() {
      return "delete";
    }
  }
}

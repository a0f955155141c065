package dev.iasql.sync.commit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.iasql.aws.model.ColumnModel;
import dev.iasql.aws.model.TableModel;
import dev.iasql.sync.plan.RowKey;
import dev.iasql.sync.plan.RowReference;
import dev.iasql.sync.plan.TableGraph;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids AWS assigned during a commit. PostgreSQL carries them to the rows that refer by foreign
 * key; the plan's own copies of rows, and lists of ids, follow here.
 */
final class Renames {
  private final TableGraph graph;
  private final Map<RowKey, String> ids = new HashMap<>();

  Renames(TableGraph graph) {
    this.graph = graph;
  }

  /**
   * @param before the key with the placeholder
   * @param after the key with the id AWS assigned
   */
  void add(RowKey before, RowKey after) {
    if (!before.equals(after)) {
      ids.put(before, after.id());
    }
  }

  /** The row with the assigned ids wherever it refers to what has one by now. */
  ObjectNode apply(TableModel table, JsonNode row) {
    ObjectNode renamed = row.deepCopy();
    for (RowReference reference : graph.references(table, row)) {
      String id = ids.get(reference.target());
      if (id != null) {
        replace(renamed, reference, id);
      }
    }
    return renamed;
  }

  private static void replace(ObjectNode row, RowReference reference, String id) {
    if (row.get(reference.column()) instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).asText().equals(reference.target().id())) {
          list.set(i, TextNode.valueOf(id));
        }
      }
    } else {
      row.put(reference.column(), id);
    }
  }

  /** Whether two copies of a row want the same, apart from ids that were assigned between them. */
  boolean wantTheSame(TableModel table, JsonNode one, JsonNode other) {
    ObjectNode first = apply(table, one);
    ObjectNode second = apply(table, other);
    return table.columns().stream()
        .filter(column -> column.isKey() || column.isWanted())
        .map(ColumnModel::name)
        .allMatch(name -> first.path(name).equals(second.path(name)));
  }
}

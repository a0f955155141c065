package dev.iasql.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which changes must have succeeded before which: a resource exists before something refers to it,
 * and nothing refers to a resource any more when it is deleted.
 */
final class Needs {
  private final TableGraph graph;
  private final Folding folding;
  private final Map<RowKey, Set<RowKey>> needs = new HashMap<>();

  Needs(TableGraph graph, Folding folding, Collection<Change> changes) {
    this.graph = graph;
    this.folding = folding;
    Set<RowKey> created = new HashSet<>();
    Set<RowKey> deleted = new HashSet<>();
    for (Change change : changes) {
      needs.put(change.key(), new HashSet<>());
      switch (change) {
        case Change.Create create -> created.add(create.key());
        case Change.Delete delete -> deleted.add(delete.key());
        case Change.Update update -> {}
      }
    }
    for (Change change : changes) {
      switch (change) {
        case Change.Create create -> needsCreated(create, create.after(), created);
        case Change.Update update -> {
          needsCreated(update, update.after(), created);
          leavesDeleted(update, update, update.before(), deleted);
        }
        case Change.Delete delete -> {
          leavesDeleted(delete, delete, delete.before(), deleted);
          for (Change.Delete part : folding.foldedInto(delete.key())) {
            leavesDeleted(delete, part, part.before(), deleted);
          }
        }
      }
    }
  }

  Set<RowKey> of(RowKey change) {
    return needs.get(change);
  }

  private void needsCreated(Change change, JsonNode row, Set<RowKey> created) {
    for (RowReference reference : graph.references(change.table(), row)) {
      if (created.contains(reference.target()) && !reference.target().equals(change.key())) {
        needs.get(change.key()).add(reference.target());
      }
    }
  }

  /** What the row referred to can be deleted only once the operation that frees it is done. */
  private void leavesDeleted(
      Change operation, Change referrer, JsonNode before, Set<RowKey> deleted) {
    for (RowReference reference : graph.references(referrer.table(), before)) {
      RowKey root = folding.rootOf(reference.target());
      if (deleted.contains(root) && !root.equals(operation.key())) {
        needs.get(root).add(operation.key());
      }
    }
  }
}

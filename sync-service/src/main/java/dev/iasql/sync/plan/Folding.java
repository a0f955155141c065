package dev.iasql.sync.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which deleted rows go with another deleted row, because they are a part of it or AWS made them
 * together with it, and so need no operation of their own.
 */
final class Folding {
  private final TableGraph graph;
  private final Map<RowKey, Change.Delete> deletes = new LinkedHashMap<>();
  private final Map<RowKey, RowKey> roots = new HashMap<>();
  private final Map<RowKey, List<Change.Delete>> folded = new HashMap<>();

  Folding(TableGraph graph, List<Change> changes) {
    this.graph = graph;
    for (Change change : changes) {
      if (change instanceof Change.Delete delete) {
        deletes.put(delete.key(), delete);
      }
    }
    deletes.keySet().forEach(this::root);
    while (keptWhatOthersWaitFor()) {
      // What is kept may be what another part waits for in turn.
    }
    for (Change.Delete delete : deletes.values()) {
      if (isFolded(delete)) {
        folded.computeIfAbsent(rootOf(delete.key()), root -> new ArrayList<>()).add(delete);
      }
    }
  }

  /** The deleted row whose operation deletes this one: itself, unless it goes with another. */
  RowKey rootOf(RowKey deleted) {
    return roots.getOrDefault(deleted, deleted);
  }

  boolean isFolded(Change change) {
    return change instanceof Change.Delete delete && !rootOf(delete.key()).equals(delete.key());
  }

  /** The deleted rows that go with this one. */
  List<Change.Delete> foldedInto(RowKey root) {
    return folded.getOrDefault(root, List.of());
  }

  private RowKey root(RowKey key) {
    RowKey known = roots.get(key);
    if (known != null) {
      return known;
    }
    roots.put(key, key);
    RowKey root = carriers(deletes.get(key)).findFirst().map(this::root).orElse(key);
    roots.put(key, root);
    return root;
  }

  private Stream<RowKey> carriers(Change.Delete delete) {
    boolean awsManaged = isAwsManaged(delete);
    return references(delete)
        .filter(reference -> goesWith(reference.kind(), awsManaged))
        .map(RowReference::target);
  }

  private static boolean goesWith(RowReference.Kind kind, boolean awsManaged) {
    return switch (kind) {
      case PART -> true;
      case BELONGING -> awsManaged;
      case USE -> false;
    };
  }

  private Stream<RowReference> references(Change.Delete delete) {
    return graph.references(delete.table(), delete.before()).stream()
        .filter(reference -> deletes.containsKey(reference.target()))
        .filter(reference -> !reference.target().equals(delete.key()));
  }

  /**
   * A part that also refers to a third row which is deleted by another operation, such as a rule of
   * one security group about another, is deleted by itself and before both.
   */
  private boolean keptWhatOthersWaitFor() {
    List<RowKey> kept = new ArrayList<>();
    for (Change.Delete delete : deletes.values()) {
      if (!isAwsManaged(delete)
          && isFolded(delete)
          && references(delete)
              .anyMatch(reference -> !rootOf(reference.target()).equals(rootOf(delete.key())))) {
        kept.add(delete.key());
      }
    }
    kept.forEach(key -> roots.put(key, key));
    return !kept.isEmpty();
  }

  static boolean isAwsManaged(Change.Delete delete) {
    return delete
        .table()
        .awsManaged()
        .filter(column -> delete.before().path(column.name()).asBoolean())
        .isPresent();
  }
}

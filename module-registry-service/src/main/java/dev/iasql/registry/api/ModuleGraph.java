package dev.iasql.registry.api;

import dev.iasql.core.module.Conflicts;
import dev.iasql.core.module.ModuleManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the newest versions of all modules hang together.
 *
 * @param edges what depends on what
 * @param conflicts pairs that cannot be installed together
 */
public record ModuleGraph(List<Node> nodes, List<Edge> edges, List<Conflict> conflicts) {

  /** A module at its newest version. */
  public record Node(String name, String version, String summary) {}

  /**
   * @param from the module that depends
   * @param to the module it depends on
   * @param range the versions it works with
   */
  public record Edge(String from, String to, String range) {}

  /**
   * @param between the names of the two modules
   * @param over what both claim
   */
  public record Conflict(List<String> between, List<String> over) {}

  static ModuleGraph of(List<ModuleManifest> manifests) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (ModuleManifest manifest : manifests) {
      nodes.add(new Node(manifest.name(), manifest.version(), manifest.summary()));
      manifest.dependencies().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(edge -> edges.add(new Edge(manifest.name(), edge.getKey(), edge.getValue())));
    }
    return new ModuleGraph(nodes, edges, conflicts(manifests));
  }

  private static List<Conflict> conflicts(List<ModuleManifest> manifests) {
    List<Conflict> conflicts = new ArrayList<>();
    for (int i = 0; i < manifests.size(); i++) {
      ModuleManifest one = manifests.get(i);
      for (ModuleManifest other : manifests.subList(i + 1, manifests.size())) {
        Set<String> over = Conflicts.between(one, other);
        if (!over.isEmpty()) {
          conflicts.add(new Conflict(List.of(one.name(), other.name()), List.copyOf(over)));
        }
      }
    }
    return conflicts;
  }
}

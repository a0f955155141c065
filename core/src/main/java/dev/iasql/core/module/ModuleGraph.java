package dev.iasql.core.module;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How modules hang together, one version of each.
 *
 * @param edges what depends on what
 * @param conflicts pairs that cannot be installed together
 */
public record ModuleGraph(List<Node> nodes, List<Edge> edges, List<Conflict> conflicts) {

  /**
   * @param capabilities what it provides under other names than its own
   */
  public record Node(String name, String version, String summary, List<String> capabilities) {}

  /**
   * @param from the module that depends
   * @param to the module it depends on, or one that provides the capability it depends on
   * @param range the versions it works with
   * @param capability the capability it depends on; {@code null} if it is the module itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Edge(String from, String to, String range, String capability) {}

  /**
   * @param between the names of the two modules
   * @param over what both claim
   */
  public record Conflict(List<String> between, List<String> over) {}

  /**
   * @param manifests one version of each module
   */
  public static ModuleGraph of(Collection<ModuleManifest> manifests) {
    Providers providers = Providers.amongManifests(manifests);
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Candidate candidate : providers.all()) {
      ModuleManifest manifest = candidate.manifest();
      nodes.add(
          new Node(
              manifest.name(),
              manifest.version(),
              manifest.summary(),
              manifest.provides().capabilities()));
      candidate.needs().forEach(need -> edges.addAll(edges(candidate, need, providers)));
    }
    return new ModuleGraph(nodes, edges, conflicts(providers.all()));
  }

  /** One to each provider; a module of another version is still what the edge is about. */
  private static List<Edge> edges(Candidate from, Requirement need, Providers providers) {
    List<Edge> edges = new ArrayList<>();
    for (Candidate to : providers.named(need.name())) {
      boolean itself = to.name().equals(need.name());
      if (itself || to.meets(need)) {
        edges.add(new Edge(from.name(), to.name(), need.range(), itself ? null : need.name()));
      }
    }
    return edges;
  }

  private static List<Conflict> conflicts(List<Candidate> candidates) {
    Map<String, List<String>> claimants = new HashMap<>();
    Map<List<String>, Set<String>> over =
        new TreeMap<>(
            Comparator.comparing((List<String> pair) -> pair.getFirst())
                .thenComparing(List::getLast));
    for (Candidate candidate : candidates) {
      for (String claim : candidate.claims()) {
        List<String> before = claimants.computeIfAbsent(claim, key -> new ArrayList<>(1));
        for (String other : before) {
          over.computeIfAbsent(List.of(other, candidate.name()), pair -> new LinkedHashSet<>())
              .add(claim);
        }
        before.add(candidate.name());
      }
    }
    return over.entrySet().stream()
        .map(entry -> new Conflict(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }
}

package dev.iasql.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * All published modules a service has heard of. Filled from the compacted topic {@code
 * iasql.modules}, so it answers while the registry is away. Thread-safe.
 */
public final class ModuleCatalogue {
  private static final Comparator<Candidate> NEWEST_FIRST =
      Comparator.comparing(Candidate::version).reversed();

  /** Immutable lists, newest first, so that a reader never sees half a change. */
  private final Map<String, List<Candidate>> versionsByName = new ConcurrentHashMap<>();

  private final NameIndex capabilities = new NameIndex();
  private final NameIndex claims = new NameIndex();

  public void add(ModuleManifest manifest) {
    Candidate added = new Candidate(manifest);
    change(
        added.name(),
        versions -> {
          List<Candidate> more = without(versions, added.id());
          more.add(added);
          more.sort(NEWEST_FIRST);
          return more;
        });
  }

  public void remove(ModuleId id) {
    change(id.name(), versions -> without(versions, id));
  }

  private static List<Candidate> without(List<Candidate> versions, ModuleId id) {
    List<Candidate> rest = new ArrayList<>(versions);
    rest.removeIf(candidate -> candidate.version().equals(id.version()));
    return rest;
  }

  private synchronized void change(String name, UnaryOperator<List<Candidate>> change) {
    List<Candidate> versions = List.copyOf(change.apply(candidates(name)));
    if (versions.isEmpty()) {
      versionsByName.remove(name);
    } else {
      versionsByName.put(name, versions);
    }
    capabilities.set(name, union(versions, Candidate::capabilities));
    claims.set(name, union(versions, Candidate::claims));
  }

  private static Set<String> union(
      List<Candidate> versions, java.util.function.Function<Candidate, Set<String>> part) {
    Set<String> all = new LinkedHashSet<>();
    versions.forEach(candidate -> all.addAll(part.apply(candidate)));
    return all;
  }

  public Collection<String> names() {
    return Collections.unmodifiableSet(versionsByName.keySet());
  }

  /** Versions of a module, newest first; empty if there is no such module. */
  public List<ModuleManifest> newestFirst(String name) {
    return candidates(name).stream().map(Candidate::manifest).toList();
  }

  /** The newest release; of a module that has none yet, the newest pre-release. */
  public Optional<ModuleManifest> newest(String name) {
    return newestCandidate(name).map(Candidate::manifest);
  }

  public Optional<ModuleManifest> find(ModuleId id) {
    return candidate(id).map(Candidate::manifest);
  }

  /** The modules of which any version provides the capability, or that have the name, by name. */
  public List<String> providersOf(String capabilityOrModuleName) {
    Set<String> providers = new TreeSet<>(capabilities.modules(capabilityOrModuleName));
    if (versionsByName.containsKey(capabilityOrModuleName)) {
      providers.add(capabilityOrModuleName);
    }
    return List.copyOf(providers);
  }

  /** The other modules, at their newest versions, that cannot be installed beside this one. */
  public List<Conflict> conflictsOf(ModuleManifest manifest) {
    Set<String> own = Conflicts.claims(manifest);
    Set<String> others = new TreeSet<>();
    own.forEach(claim -> others.addAll(claims.modules(claim)));
    others.remove(manifest.name());
    List<Conflict> conflicts = new ArrayList<>();
    for (String other : others) {
      Set<String> over = new LinkedHashSet<>(own);
      newestCandidate(other).ifPresent(newest -> over.retainAll(newest.claims()));
      if (!over.isEmpty()) {
        conflicts.add(new Conflict(manifest.name(), other, over));
      }
    }
    return conflicts;
  }

  public boolean isEmpty() {
    return versionsByName.isEmpty();
  }

  /** Versions of a module, newest first. */
  List<Candidate> candidates(String name) {
    return versionsByName.getOrDefault(name, List.of());
  }

  Optional<Candidate> candidate(ModuleId id) {
    return candidates(id.name()).stream()
        .filter(candidate -> candidate.version().equals(id.version()))
        .findFirst();
  }

  private Optional<Candidate> newestCandidate(String name) {
    List<Candidate> versions = candidates(name);
    return versions.stream()
        .filter(candidate -> !candidate.version().isPreRelease())
        .findFirst()
        .or(() -> versions.stream().findFirst());
  }
}

package dev.iasql.core.module;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A manifest with everything parsed once, for the searches. Two candidates are the same only if
 * they are the same object.
 */
final class Candidate {
  private final ModuleManifest manifest;
  private final ModuleId id;
  private final List<Requirement> needs;
  private final Map<String, Capability> capabilities = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> claims;

  Candidate(ModuleManifest manifest) {
    this.manifest = manifest;
    this.id = manifest.id();
    String by = id.toString();
    // Sorted, because the order of the manifest's map differs from one JVM to the next.
    this.needs =
        manifest.dependencies().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new Requirement(entry.getKey(), entry.getValue(), by))
            .toList();
    for (String text : manifest.provides().capabilities()) {
      Capability capability = Capability.parse(text);
      capabilities.put(capability.name(), capability);
    }
    names.add(manifest.name());
    names.addAll(capabilities.keySet());
    this.claims = Conflicts.claims(manifest);
  }

  ModuleManifest manifest() {
    return manifest;
  }

  ModuleId id() {
    return id;
  }

  String name() {
    return id.name();
  }

  ModuleVersion version() {
    return id.version();
  }

  /** What it depends on, by name. */
  List<Requirement> needs() {
    return needs;
  }

  Set<String> capabilities() {
    return capabilities.keySet();
  }

  /** Under which it can be needed: its own name and its capabilities. */
  Set<String> names() {
    return names;
  }

  Set<String> claims() {
    return claims;
  }

  boolean meets(Requirement requirement) {
    if (requirement.name().equals(name()) && versionMeets(requirement)) {
      return true;
    }
    if (requirement.isForModule()) {
      return false;
    }
    Capability capability = capabilities.get(requirement.name());
    return capability != null && capability.satisfies(requirement.range());
  }

  private boolean versionMeets(Requirement requirement) {
    return requirement.isToStay() || version().satisfies(requirement.range());
  }

  /** Itself, and if it is wanted for a capability, that with its version. */
  String offer(String wanted) {
    Capability capability = capabilities.get(wanted);
    return capability == null
        ? id.toString()
        : id
            + " (as "
            + capability.name()
            + capability.version().map(known -> "@" + known).orElse("")
            + ")";
  }

  @Override
  public String toString() {
    return id.toString();
  }
}

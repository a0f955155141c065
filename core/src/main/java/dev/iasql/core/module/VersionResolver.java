package dev.iasql.core.module;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds one version for every module that is needed: installed versions stay, new ones are the
 * newest that satisfy every requirement, found by trying newest first and going back when a later
 * requirement cannot be met.
 */
final class VersionResolver {
  private record Requirement(String name, String range, String by) {
    boolean isMetBy(ModuleManifest manifest) {
      return manifest.id().version().satisfies(range);
    }

    @Override
    public String toString() {
      return by + " needs " + name + " " + range;
    }
  }

  private final ModuleCatalogue catalogue;
  private final Map<String, ModuleManifest> installed;
  private final List<Requirement> clash = new ArrayList<>();

  VersionResolver(ModuleCatalogue catalogue, Map<String, ModuleManifest> installed) {
    this.catalogue = catalogue;
    this.installed = installed;
  }

  Map<String, ModuleManifest> resolve(Collection<ModuleRef> requested) {
    Deque<Requirement> open = new ArrayDeque<>();
    requested.forEach(ref -> open.add(asRequirement(ref)));
    return search(new TreeMap<>(installed), List.of(), open).orElseThrow(this::clashError);
  }

  private Requirement asRequirement(ModuleRef ref) {
    List<ModuleManifest> versions = catalogue.newestFirst(ref.name());
    if (versions.isEmpty() && !installed.containsKey(ref.name())) {
      throw UnknownModule.named(ref.name(), catalogue.names());
    }
    if (ref.version().isPresent()) {
      ModuleVersion wanted = ref.version().get();
      if (versions.stream().noneMatch(manifest -> manifest.id().version().equals(wanted))) {
        throw new UserException(
            ErrorCode.VERSION_NOT_FOUND,
            "module %s has no version %s".formatted(ref.name(), wanted),
            "It has "
                + String.join(
                    ", ", versions.stream().map(b -> b.id().version().toString()).toList())
                + ".");
      }
      return new Requirement(ref.name(), wanted.toString(), "the call");
    }
    return new Requirement(ref.name(), "*", "the call");
  }

  private Optional<Map<String, ModuleManifest>> search(
      Map<String, ModuleManifest> chosen, List<Requirement> met, Deque<Requirement> open) {
    Deque<Requirement> rest = new ArrayDeque<>(open);
    List<Requirement> held = new ArrayList<>(met);
    while (!rest.isEmpty()) {
      Requirement next = rest.poll();
      held.add(next);
      ModuleManifest existing = chosen.get(next.name());
      if (existing == null) {
        return tryVersions(chosen, held, rest, next);
      }
      if (!next.isMetBy(existing)) {
        remember(held, next.name());
        return Optional.empty();
      }
    }
    return Optional.of(chosen);
  }

  private Optional<Map<String, ModuleManifest>> tryVersions(
      Map<String, ModuleManifest> chosen,
      List<Requirement> held,
      Deque<Requirement> rest,
      Requirement next) {
    for (ModuleManifest candidate : catalogue.newestFirst(next.name())) {
      if (!next.isMetBy(candidate)) {
        continue;
      }
      Map<String, ModuleManifest> extended = new TreeMap<>(chosen);
      extended.put(next.name(), candidate);
      Deque<Requirement> more = new ArrayDeque<>(rest);
      candidate
          .dependencies()
          .forEach(
              (name, range) -> more.add(new Requirement(name, range, candidate.id().toString())));
      Optional<Map<String, ModuleManifest>> found = search(extended, held, more);
      if (found.isPresent()) {
        return found;
      }
    }
    remember(held, next.name());
    return Optional.empty();
  }

  /** Keeps the first dead end, which tried the newest versions and so is the one to explain. */
  private void remember(List<Requirement> held, String name) {
    if (clash.isEmpty()) {
      held.stream().filter(requirement -> requirement.name().equals(name)).forEach(clash::add);
    }
  }

  private ConflictException clashError() {
    String name = clash.getFirst().name();
    String present =
        installed.containsKey(name) ? "; installed is " + installed.get(name).id() : "";
    return new ConflictException(
        ErrorCode.VERSION_CLASH,
        "no version of %s satisfies every requirement".formatted(name),
        String.join("; ", clash.stream().map(Requirement::toString).toList()) + present,
        "Ask for other versions, or upgrade what holds the old one.");
  }
}

package dev.iasql.registry.api;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.InstallPlanner;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.UnknownModule;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.StoredModule;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers questions about the published modules, from the database each time. */
@Singleton
final class Library {
  private final ModuleStore store;

  Library(ModuleStore store) {
    this.store = store;
  }

  List<StoredModule> all() {
    return store.list();
  }

  /** The newest version of each module, by name. */
  List<StoredModule> newest() {
    Set<String> seen = new HashSet<>();
    return store.list().stream().filter(module -> seen.add(name(module))).toList();
  }

  /**
   * All versions of a module, the newest first.
   *
   * @throws UserException if there is no such module
   */
  List<StoredModule> versions(String name) {
    List<StoredModule> versions = store.versions(name);
    if (versions.isEmpty()) {
      throw UnknownModule.named(name, store.list().stream().map(Library::name).toList());
    }
    return versions;
  }

  /**
   * @throws UserException if there is no such module or version
   */
  StoredModule version(String name, String version) {
    List<StoredModule> versions = versions(name);
    return versions.stream()
        .filter(module -> module.bundle().manifest().version().equals(version))
        .findFirst()
        .orElseThrow(() -> unknownVersion(name, version, versions));
  }

  InstallPlan plan(ResolveRequest request) {
    List<ModuleRef> wanted = request.wantedModules();
    ModuleCatalogue catalogue = new ModuleCatalogue();
    store.list().forEach(module -> catalogue.add(module.bundle().manifest()));
    List<ModuleManifest> installed = new ArrayList<>();
    for (ModuleRef ref : request.installedModules()) {
      installed.add(installed(catalogue, ref));
    }
    return new InstallPlanner(catalogue).plan(installed, wanted);
  }

  private static ModuleManifest installed(ModuleCatalogue catalogue, ModuleRef ref) {
    List<ModuleManifest> versions = catalogue.newestFirst(ref.name());
    if (versions.isEmpty()) {
      throw UnknownModule.named(ref.name(), catalogue.names());
    }
    return versions.stream()
        .filter(manifest -> ref.version().filter(manifest.id().version()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    ErrorCode.VERSION_NOT_FOUND,
                    "the field \"installed\" names %s without a published version"
                        .formatted(ref.name()),
                    "Write it as %s.".formatted(versions.getFirst().id())));
  }

  private static UserException unknownVersion(
      String name, String version, List<StoredModule> versions) {
    return new UserException(
        ErrorCode.VERSION_NOT_FOUND,
        "module %s has no version %s".formatted(name, version),
        "It has %s."
            .formatted(
                String.join(
                    ", ",
                    versions.stream()
                        .map(module -> module.bundle().manifest().version())
                        .toList())));
  }

  private static String name(StoredModule module) {
    return module.bundle().manifest().name();
  }
}

package dev.iasql.registry.api;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.InstallPlanner;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.UnknownModule;
import dev.iasql.registry.catalogue.PublishedModules;
import dev.iasql.registry.catalogue.Unknown;
import dev.iasql.registry.store.ModuleStore;
import dev.iasql.registry.store.PublishedVersion;
import dev.iasql.registry.store.RegistryDatabase;
import dev.iasql.registry.store.StoredText;
import dev.iasql.registry.store.UsageStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers questions about the published modules; only documentation is looked up on disk. */
@Singleton
final class Library {
  private final PublishedModules modules;
  private final RegistryDatabase database;
  private final ModuleStore store;
  private final UsageStore usage;

  Library(
      PublishedModules modules, RegistryDatabase database, ModuleStore store, UsageStore usage) {
    this.modules = modules;
    this.database = database;
    this.store = store;
    this.usage = usage;
  }

  /** The newest version of each module. */
  List<ModuleManifest> newestManifests() {
    ModuleCatalogue catalogue = modules.catalogue();
    return catalogue.names().stream()
        .sorted()
        .map(catalogue::newest)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Every version of every module, by name and then the newest first. */
  List<ModuleSummary> all() {
    ModuleCatalogue catalogue = modules.catalogue();
    return summaries(
        catalogue.names().stream().sorted().flatMap(name -> catalogue.newestFirst(name).stream()));
  }

  /** The newest version of each module, by name. */
  List<ModuleSummary> newest() {
    return summaries(newestManifests().stream());
  }

  /**
   * All versions of a module, the newest first.
   *
   * @throws UserException if there is no such module
   */
  List<ModuleSummary> versions(String name) {
    List<ModuleSummary> versions = summaries(modules.catalogue().newestFirst(name).stream());
    if (versions.isEmpty()) {
      throw UnknownModule.named(name, modules.catalogue().names());
    }
    return versions;
  }

  /**
   * @param toAdministrator whether to tell how many databases use it
   * @throws UserException if there is no such module or version
   */
  ModuleDocument version(String name, String text, boolean toAdministrator) {
    ModuleCatalogue catalogue = modules.catalogue();
    ModuleId id = id(name, text);
    PublishedVersion version =
        modules.find(id).orElseThrow(() -> Unknown.version(catalogue, name, text));
    return database.transaction(
        session -> {
          StoredText stored =
              store.text(session, id).orElseThrow(() -> Unknown.version(catalogue, name, text));
          Optional<Integer> usedBy =
              toAdministrator ? Optional.of(usage.count(session, id)) : Optional.empty();
          return ModuleDocument.of(
              version, ModuleConflict.of(catalogue, version.manifest()), stored, usedBy);
        });
  }

  /**
   * @throws UserException if there is no such module or version
   */
  ModuleId id(String name, String version) {
    ModuleCatalogue catalogue = modules.catalogue();
    return catalogue.newestFirst(name).stream()
        .filter(manifest -> manifest.version().equals(version))
        .findFirst()
        .map(ModuleManifest::id)
        .orElseThrow(() -> Unknown.version(catalogue, name, version));
  }

  InstallPlan plan(ResolveRequest request) {
    List<ModuleRef> wanted = request.wantedModules();
    ModuleCatalogue catalogue = modules.catalogue();
    List<ModuleManifest> installed = new ArrayList<>();
    for (ModuleRef ref : request.installedModules()) {
      installed.add(installed(catalogue, ref));
    }
    return new InstallPlanner(catalogue).plan(installed, wanted);
  }

  private List<ModuleSummary> summaries(Stream<ModuleManifest> manifests) {
    ModuleCatalogue catalogue = modules.catalogue();
    return manifests
        .map(ModuleManifest::id)
        .map(modules::find)
        .flatMap(Optional::stream)
        .map(version -> ModuleSummary.of(version, ModuleConflict.of(catalogue, version.manifest())))
        .toList();
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
}

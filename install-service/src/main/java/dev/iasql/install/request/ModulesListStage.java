package dev.iasql.install.request;

import dev.iasql.core.module.Conflict;
import dev.iasql.core.module.ModuleCatalogue;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers which modules there are: the newest version of each, and beside it the one that is
 * installed if that is another.
 */
@Singleton
class ModulesListStage implements StageHandler {
  private record Row(
      String moduleName,
      String moduleVersion,
      String summary,
      List<String> dependencies,
      List<String> manages,
      boolean installed,
      List<String> provides,
      List<String> conflicts) {}

  private final ModuleFeed feed;

  ModulesListStage(ModuleFeed feed) {
    this.feed = feed;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    ModuleCatalogue catalogue = feed.catalogue();
    Map<ModuleId, ModuleManifest> listed =
        new TreeMap<>(
            Comparator.comparing(ModuleId::name)
                .thenComparing(ModuleId::version, Comparator.reverseOrder()));
    for (String name : catalogue.names()) {
      catalogue.newest(name).ifPresent(manifest -> listed.put(manifest.id(), manifest));
    }
    Set<ModuleId> installed = new HashSet<>();
    for (InstalledModule module : new InstalledModules(work.connection()).all()) {
      ModuleManifest manifest = module.manifest();
      listed.putIfAbsent(manifest.id(), manifest);
      if (!module.importing()) {
        installed.add(manifest.id());
      }
    }
    return Outcome.rows(
        listed.entrySet().stream()
            .map(
                entry ->
                    row(
                        catalogue,
                        entry.getKey(),
                        entry.getValue(),
                        installed.contains(entry.getKey())))
            .toList());
  }

  private static Row row(
      ModuleCatalogue catalogue, ModuleId id, ModuleManifest manifest, boolean installed) {
    return new Row(
        id.name(),
        id.version().toString(),
        manifest.summary(),
        manifest.dependencies().keySet().stream().sorted().toList(),
        manifest.manages(),
        installed,
        manifest.provides().capabilities(),
        catalogue.conflictsOf(manifest).stream().map(Conflict::other).distinct().toList());
  }
}

package dev.iasql.install.request;

import dev.iasql.core.Json;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Makes the objects of new modules, and notes that they wait for their first import. */
@Singleton
class Installation {
  private final ModuleFeed feed;
  private final Announcements announcements;
  private final InstallConfiguration configuration;

  Installation(ModuleFeed feed, Announcements announcements, InstallConfiguration configuration) {
    this.feed = feed;
    this.announcements = announcements;
    this.configuration = configuration;
  }

  /**
   * @param steps dependencies first
   * @throws dev.iasql.core.error.IasqlException if names are taken, tables are locked, or a module
   *     does not do what it promises
   */
  void install(Work work, List<InstallPlan.Step> steps) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    List<ModuleManifest> manifests = steps.stream().map(InstallPlan.Step::manifest).toList();
    new NameCheck(work.connection()).refuseTakenNames(manifests);
    ModuleSql sql = new ModuleSql(work, manifests, configuration);
    for (ModuleManifest manifest : manifests) {
      work.progress(Json.MAPPER.valueToTree(Map.of("installing", manifest.id().toString())));
      sql.install(feed.bundle(manifest.id()));
    }
    new InstalledModules(work.connection()).add(work.request().id(), steps, feed::bundle);
    announcements.prepare(work, InstallationChanged.Change.CREATED, manifests);
  }
}

package dev.iasql.install.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.InstallPlan.Action;
import dev.iasql.core.module.InstallPlanner;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the tables of the wanted modules and of all they need, and leaves filling them to the
 * import that follows. Everything is one transaction with the request's new state.
 */
@Singleton
class InstallStage implements StageHandler {
  private final ModuleFeed feed;
  private final Installation installation;

  InstallStage(ModuleFeed feed, Installation installation) {
    this.feed = feed;
    this.installation = installation;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    InstalledModules modules = new InstalledModules(work.connection());
    List<InstalledModule> present = modules.all();
    List<ModuleRef> requested = work.request().names().stream().map(ModuleRef::parse).toList();
    InstallPlan plan =
        new InstallPlanner(feed.catalogue())
            .plan(present.stream().map(InstalledModule::manifest).toList(), requested);
    markRequested(modules, plan, present);
    installation.install(work, plan.installs());
    Set<String> toImport = toImport(plan, present);
    if (toImport.isEmpty()) {
      return Outcome.rows(InstalledTable.present(work.connection(), kept(plan)));
    }
    return new Outcome.Next(Stage.IMPORT, workOfImport(toImport, requested));
  }

  /** Only writes if there is something to change: a call that finds all in place stays cheap. */
  private static void markRequested(
      InstalledModules modules, InstallPlan plan, List<InstalledModule> present)
      throws SQLException {
    Set<String> kept = new LinkedHashSet<>();
    kept(plan).forEach(manifest -> kept.add(manifest.name()));
    List<String> alongForOthers =
        present.stream()
            .filter(module -> kept.contains(module.name()))
            .filter(module -> !module.reason().equals(InstalledModule.REQUESTED))
            .map(InstalledModule::name)
            .toList();
    if (!alongForOthers.isEmpty()) {
      modules.markRequested(alongForOthers);
    }
  }

  private static List<ModuleManifest> kept(InstallPlan plan) {
    return plan.steps().stream()
        .filter(step -> step.action() == Action.KEEP)
        .map(InstallPlan.Step::manifest)
        .toList();
  }

  /**
   * What is new, and what an earlier import left unfinished: this request's turn means that nobody
   * else is at it.
   */
  private static Set<String> toImport(InstallPlan plan, List<InstalledModule> present) {
    Set<String> names = new LinkedHashSet<>();
    present.stream().filter(InstalledModule::importing).forEach(module -> names.add(module.name()));
    plan.installs().forEach(step -> names.add(step.id().name()));
    return names;
  }

  private static JsonNode workOfImport(Set<String> modules, List<ModuleRef> requested) {
    return Json.MAPPER.valueToTree(
        Map.of(
            "modules",
            modules,
            "requested",
            requested.stream().map(ModuleRef::name).distinct().toList()));
  }
}

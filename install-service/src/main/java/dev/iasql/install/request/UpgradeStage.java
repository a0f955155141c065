package dev.iasql.install.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.UpgradePlan;
import dev.iasql.core.module.UpgradePlanner;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Moves modules to newer versions, in place and all or none. Rows, uncommitted changes and what
 * users built on the tables stay; new columns are filled by the import that follows.
 */
@Singleton
class UpgradeStage implements StageHandler {
  private record Row(String moduleName, String fromVersion, String toVersion, String reason) {
    static Row of(UpgradePlan.Step step) {
      return new Row(step.from().name(), step.from().version(), step.to().version(), step.reason());
    }
  }

  private final ModuleFeed feed;
  private final Announcements announcements;
  private final InstallConfiguration configuration;

  UpgradeStage(ModuleFeed feed, Announcements announcements, InstallConfiguration configuration) {
    this.feed = feed;
    this.announcements = announcements;
    this.configuration = configuration;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    UpgradePlan plan =
        new UpgradePlanner(feed.catalogue())
            .plan(
                new InstalledModules(work.connection()).manifests(),
                ModuleArguments.of(work.request()).modules());
    JsonNode answer = Json.MAPPER.valueToTree(plan.steps().stream().map(Row::of).toList());
    if (plan.moves().isEmpty()) {
      return new Outcome.Done(answer);
    }
    upgrade(work, plan.moves());
    List<String> toImport =
        plan.moves().stream()
            .map(step -> feed.bundle(step.to().id()))
            .filter(bundle -> bundle.kind() == ModuleKind.AWS)
            .map(bundle -> bundle.manifest().name())
            .toList();
    return toImport.isEmpty()
        ? new Outcome.Done(answer)
        : new Outcome.Next(
            Stage.UPGRADE_IMPORT,
            Json.MAPPER.valueToTree(Map.of("modules", toImport, "answer", answer)));
  }

  private void upgrade(Work work, List<UpgradePlan.Step> moves) throws SQLException {
    List<ModuleManifest> before = moves.stream().map(UpgradePlan.Step::from).toList();
    List<ModuleManifest> after = moves.stream().map(UpgradePlan.Step::to).toList();
    ModuleSql sql = new ModuleSql(work, before, configuration);
    sql.lockTables();
    NameCheck names = new NameCheck(work.connection());
    names.refuseTakenNames(changes(after, before));
    for (UpgradePlan.Step step : moves) {
      migrate(work, sql, step);
    }
    names.refuseRemains(changes(before, after));
    new InstalledModules(work.connection())
        .replace(work.request().id(), after.stream().map(to -> feed.bundle(to.id())).toList());
    announcements.prepare(work, InstallationChanged.Change.UPGRADED, after);
  }

  private void migrate(Work work, ModuleSql sql, UpgradePlan.Step step) throws SQLException {
    ModuleManifest from = step.from();
    for (ModuleId version : step.path()) {
      work.progress(Json.MAPPER.valueToTree(Map.of("upgrading", version.toString())));
      ModuleBundle bundle = feed.bundle(version);
      String migration = bundle.migrations().get(from.version());
      if (migration == null) {
        throw new ConflictException(
            ErrorCode.NO_MIGRATION,
            "%s has no migration from %s, which its manifest lists"
                .formatted(version, from.version()),
            "Nothing was changed. Tell the module's author.");
      }
      sql.migrate(from, bundle, migration);
      from = bundle.manifest();
    }
  }

  /** Each module with the names only that one of two versions provides. */
  private static List<ModuleManifest> changes(
      List<ModuleManifest> these, List<ModuleManifest> others) {
    List<ModuleManifest> changes = new ArrayList<>();
    for (int i = 0; i < these.size(); i++) {
      changes.add(ProvidedNames.without(these.get(i), others.get(i)));
    }
    return changes;
  }
}

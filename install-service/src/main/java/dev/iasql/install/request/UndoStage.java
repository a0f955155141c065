package dev.iasql.install.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.iasql.core.Json;
import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.Fault;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.module.DependencyOrder;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes back an installation whose first import failed as a whole, and answers with the reason: a
 * module is never there with empty tables that look like an empty account.
 */
@Singleton
class UndoStage implements StageHandler {
  private final Announcements announcements;
  private final InstallConfiguration configuration;

  UndoStage(Announcements announcements, InstallConfiguration configuration) {
    this.announcements = announcements;
    this.configuration = configuration;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    Fault fault = fault(work);
    if (Swap.isUnderWay(work.request())) {
      return new SwapUndo(work, announcements, configuration).run(fault);
    }
    List<InstalledModule> modules = modules(work);
    List<ModuleManifest> manifests = modules.stream().map(InstalledModule::manifest).toList();
    try {
      ModuleRemoval removal = new ModuleRemoval(work, modules, configuration);
      removal.refuseUserObjects("Drop or change them first.");
      removal.run();
    } catch (ConflictException e) {
      work.connection().rollback();
      return new Outcome.Failed(withRemains(fault, manifests, e));
    }
    announcements.prepare(work, InstallationChanged.Change.UNDONE, manifests);
    return new Outcome.Failed(fault);
  }

  private static List<InstalledModule> modules(Work work) throws SQLException {
    Set<String> names = new HashSet<>();
    work.request().work().path("modules").forEach(name -> names.add(name.asText()));
    List<InstalledModule> unfinished =
        new InstalledModules(work.connection())
            .all().stream()
                .filter(module -> module.importing() && names.contains(module.name()))
                .toList();
    return InstalledModule.find(
        unfinished,
        DependencyOrder.dependentsFirst(
            unfinished.stream().map(InstalledModule::manifest).toList()));
  }

  private static Fault fault(Work work) {
    try {
      return Json.MAPPER.treeToValue(work.request().work().path("fault"), Fault.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the fault of an import cannot be read", e);
    }
  }

  /** Somebody uses the new tables already, so they stay; the next installation imports them. */
  private static Fault withRemains(Fault fault, List<ModuleManifest> modules, ConflictException e) {
    String remains =
        "The empty tables of %s stay, because %s."
            .formatted(
                String.join(", ", modules.stream().map(ModuleManifest::name).toList()),
                e.getMessage());
    String detail = fault.detail() == null ? remains : fault.detail() + " " + remains;
    return new Fault(fault.code(), fault.message(), detail, fault.hint());
  }
}

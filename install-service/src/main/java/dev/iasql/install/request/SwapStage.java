package dev.iasql.install.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.DependencyOrder;
import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleRef;
import dev.iasql.core.module.SwapPlan;
import dev.iasql.core.module.SwapPlanner;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.install.catalogue.ModuleFeed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts one module in the place of another. What goes is set aside until the import of what comes is
 * done, so that everything can be as it was. One transaction with the request's new state.
 */
@Singleton
class SwapStage implements StageHandler {
  private final ModuleFeed feed;
  private final Installation installation;
  private final InstallConfiguration configuration;

  SwapStage(ModuleFeed feed, Installation installation, InstallConfiguration configuration) {
    this.feed = feed;
    this.installation = installation;
    this.configuration = configuration;
  }

  @Override
  public Outcome handle(Work work) throws SQLException {
    List<InstalledModule> present = new InstalledModules(work.connection()).all();
    SwapPlan plan = plan(work, present);
    try {
      return swap(work, plan, present);
    } catch (SQLException e) {
      if (!LockHolders.caused(e)) {
        throw e;
      }
      work.connection().rollback();
      throw LockHolders.named(
          work.connection(),
          work.request().function(),
          ProvidedNames.of(plan.leaving()).tables(),
          true,
          e);
    }
  }

  private SwapPlan plan(Work work, List<InstalledModule> present) {
    List<ModuleRef> named = ModuleArguments.of(work.request()).modules();
    ModuleRef leaving = named.getFirst();
    ModuleRef arriving = named.getLast();
    boolean isThere = present.stream().anyMatch(module -> module.name().equals(arriving.name()));
    if (isThere && !leaving.name().equals(arriving.name())) {
      throw new UserException(
          ErrorCode.INVALID_REQUEST,
          "module %s is installed already".formatted(arriving.name()),
          "To remove the other one: SELECT * FROM iasql_uninstall('%s')."
              .formatted(leaving.name()));
    }
    return new SwapPlanner(feed.catalogue())
        .plan(present.stream().map(InstalledModule::manifest).toList(), leaving, arriving);
  }

  private Outcome swap(Work work, SwapPlan plan, List<InstalledModule> present)
      throws SQLException {
    Connection connection = work.connection();
    InstalledModules modules = new InstalledModules(connection);
    List<ModuleManifest> leaving = plan.leaving();
    List<InstallPlan.Step> steps = plan.arriving().installs();
    List<ModuleManifest> arriving = steps.stream().map(InstallPlan.Step::manifest).toList();
    String arrivingName = ModuleArguments.of(work.request()).modules().getLast().name();

    Ownership ownership = ownership(work, leaving, modules.dependentsOf(leaving), present);
    Parking parking = new Parking(connection, ownership.of(leaving));
    List<Swap.Row> answer = new ArrayList<>(Swap.rows("removed", losses(work, plan, parking)));
    plan.rebound()
        .forEach(module -> answer.add(new Swap.Row("kept", module.name(), null, null, null)));

    parking.park(ownership.ofOthers(leaving), arrivingName);
    JsonNode known = modules.forget(leaving);
    installation.install(work, steps);
    refuseWhatCannotBeTakenBack(work, arriving);
    parking.rebind(arrivingName);
    return new Outcome.Next(
        Stage.IMPORT,
        workOfImport(
            arrivingName,
            new Swap(
                leaving,
                arriving,
                answer,
                parking.finish(),
                parking.release(),
                parking.back(),
                known)));
  }

  private Ownership ownership(
      Work work,
      List<ModuleManifest> leaving,
      Set<String> dependents,
      List<InstalledModule> present)
      throws SQLException {
    List<ModuleManifest> affected = new ArrayList<>(leaving);
    present.stream()
        .filter(module -> dependents.contains(module.name()))
        .forEach(module -> affected.add(module.manifest()));
    return Ownership.find(
        work,
        InstalledModule.find(present, DependencyOrder.dependentsFirst(affected)),
        configuration);
  }

  /** Counts what goes, and says what of the user goes with it, which only force allows. */
  private static List<Losses.Row> losses(Work work, SwapPlan plan, Parking parking)
      throws SQLException {
    Connection connection = work.connection();
    Collection<String> tables = ProvidedNames.of(plan.leaving()).tables();
    UserObjects userObjects = new UserObjects(connection);
    ModuleArguments arguments = ModuleArguments.of(work.request());
    if (!arguments.force()) {
      String forced = forced(arguments.modules());
      PendingRows.refuse(connection, tables, work.request().function(), forced);
      userObjects.refuse(
          parking.moved(),
          "Drop or change them first, or have them dropped: %s.".formatted(forced));
      return new Losses(Map.of(), List.of()).rows(connection, plan.leaving());
    }
    // They are dropped with what they hang on, when the import is done.
    Savepoint untouched = connection.setSavepoint();
    Set<String> objects = userObjects.drop(parking.moved());
    connection.rollback(untouched);
    return new Losses(PendingRows.find(connection, tables), objects)
        .rows(connection, plan.leaving());
  }

  private static String forced(List<ModuleRef> modules) {
    return "SELECT * FROM iasql_swap('%s', '%s', force => true)"
        .formatted(modules.getFirst().name(), modules.getLast().name());
  }

  /** Better now than after an import that failed. */
  private void refuseWhatCannotBeTakenBack(Work work, List<ModuleManifest> arriving)
      throws SQLException {
    Ownership.find(
        work,
        InstalledModule.find(
            new InstalledModules(work.connection()).all(),
            DependencyOrder.dependentsFirst(arriving)),
        configuration);
  }

  private static ObjectNode workOfImport(String requested, Swap swap) {
    return Json.MAPPER.valueToTree(
        Map.of(
            "modules",
            swap.arriving().stream().map(ModuleManifest::name).toList(),
            "requested",
            List.of(requested),
            "then",
            Stage.SWAP_END,
            "swap",
            swap));
  }
}

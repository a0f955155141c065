package dev.iasql.install.request;

import dev.iasql.core.Json;
import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.event.InstallationChanged;
import dev.iasql.core.module.DependencyOrder;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a swap back whose import failed: what came goes, what was set aside is back in place. */
final class SwapUndo {
  private final Work work;
  private final Announcements announcements;
  private final InstallConfiguration configuration;

  SwapUndo(Work work, Announcements announcements, InstallConfiguration configuration) {
    this.work = work;
    this.announcements = announcements;
    this.configuration = configuration;
  }

  /** A lock in the way is waited for as long as it takes: half a swap must not be left behind. */
  Outcome run(Fault fault) throws SQLException {
    try {
      Losses losses = takeBack(Swap.of(work.request()));
      return new Outcome.Failed(withLosses(fault, losses));
    } catch (ConflictException e) {
      if (e.fault().code() != ErrorCode.LOCKED_BY_OTHERS) {
        throw e;
      }
      return again(work, e);
    } catch (SQLException e) {
      if (!LockHolders.caused(e)) {
        throw e;
      }
      return again(work, e);
    }
  }

  /** The same stage once more. */
  static Outcome again(Work work, Exception lock) throws SQLException {
    work.connection().rollback();
    ConflictException named =
        lock instanceof ConflictException known
            ? known
            : LockHolders.named(
                work.connection(),
                work.request().function(),
                ProvidedNames.of(Swap.of(work.request()).arriving()).tables(),
                true,
                (SQLException) lock);
    work.progress(
        Json.MAPPER.valueToTree(Map.of("waiting_for", String.valueOf(named.fault().detail()))));
    return new Outcome.Next(work.request().stage(), work.request().work());
  }

  private Losses takeBack(Swap swap) throws SQLException {
    Connection connection = work.connection();
    InstalledModules modules = new InstalledModules(connection);
    Set<String> came =
        swap.arriving().stream().map(ModuleManifest::name).collect(Collectors.toSet());
    List<InstalledModule> going =
        modules.all().stream().filter(module -> came.contains(module.name())).toList();
    List<ModuleManifest> order =
        DependencyOrder.dependentsFirst(going.stream().map(InstalledModule::manifest).toList());
    ModuleRemoval removal =
        new ModuleRemoval(work, InstalledModule.find(going, order), configuration);
    Statements.run(connection, swap.release());
    Losses losses = removal.dropUserObjects();
    removal.run();
    Statements.run(connection, List.of("SELECT iasql_internal.unpark()"));
    Statements.run(connection, swap.back());
    modules.recall(swap.known());
    announcements.prepare(work, InstallationChanged.Change.UNDONE, order);
    return losses;
  }

  /** What the user did on the new tables while they were there. */
  private static Fault withLosses(Fault fault, Losses losses) {
    if (losses.objects().isEmpty()) {
      return fault;
    }
    String lost = "Dropped with the new tables: %s.".formatted(String.join("; ", losses.objects()));
    String detail = fault.detail() == null ? lost : fault.detail() + " " + lost;
    return new Fault(fault.code(), fault.message(), detail, fault.hint());
  }
}

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
import java.util.ArrayList;
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
      return new Outcome.Failed(withRemarks(fault, takeBack(Swap.of(work.request()))));
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

  /** Says what had to become of what the user made meanwhile. */
  private List<String> takeBack(Swap swap) throws SQLException {
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
    List<String> remarks = new ArrayList<>();
    removal
        .dropUserObjects()
        .objects()
        .forEach(object -> remarks.add("Dropped with the new tables: %s.".formatted(object)));
    removal.run();
    new NameCheck(connection)
        .makeRoom(swap.leaving())
        .forEach(rename -> remarks.add("Done to make room: %s.".formatted(rename)));
    Statements.run(connection, List.of("SELECT iasql_internal.unpark()"));
    Statements.run(connection, swap.back());
    modules.recall(swap.known());
    announcements.prepare(work, InstallationChanged.Change.UNDONE, order);
    return remarks;
  }

  private static Fault withRemarks(Fault fault, List<String> remarks) {
    if (remarks.isEmpty()) {
      return fault;
    }
    List<String> detail = new ArrayList<>(remarks);
    if (fault.detail() != null) {
      detail.addFirst(fault.detail());
    }
    return new Fault(fault.code(), fault.message(), String.join(" ", detail), fault.hint());
  }
}

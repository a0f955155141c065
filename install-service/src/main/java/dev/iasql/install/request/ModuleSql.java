package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Work;
import dev.iasql.install.request.check.Boundary;
import dev.iasql.install.request.check.ModuleRun;
import dev.iasql.install.request.check.SchemaChange;
import dev.iasql.install.request.check.Violation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the SQL of modules in the stage's transaction and translates PostgreSQL's refusals into what
 * they mean for the user. A refusal rolls the transaction back.
 */
final class ModuleSql {
  /** duplicate_table, duplicate_object, duplicate_function, unique_violation of a catalogue. */
  private static final Set<String> TAKEN = Set.of("42P07", "42710", "42723", "23505");

  /** dependent_objects_still_exist; feature_not_supported, said of a column that a view uses. */
  private static final Set<String> NEEDED = Set.of("2BP01", "0A000");

  /** query_canceled, which is how a statement's time limit ends it. */
  private static final String CANCELLED = "57014";

  private final Work work;
  private final Connection connection;
  private final Collection<ModuleManifest> modules;
  private final ModuleRun scripts;

  /**
   * @param modules all that the stage installs or removes
   */
  ModuleSql(Work work, Collection<ModuleManifest> modules, InstallConfiguration configuration)
      throws SQLException {
    this.work = work;
    this.connection = work.connection();
    this.modules = modules;
    this.scripts = new ModuleRun(connection, work::otherConnection, configuration.scriptTimeout());
    Statements.limitWaiting(connection, configuration.lockTimeout());
  }

  void install(ModuleBundle bundle) throws SQLException {
    ModuleManifest manifest = bundle.manifest();
    List<Violation> violations =
        run(
            manifest,
            bundle.installSql(),
            Boundary.ofInstall(bundle.kind(), manifest),
            "install.sql");
    new NameCheck(connection).refuseBrokenPromise(List.of(manifest));
    refuse(manifest, violations);
    share(bundle);
  }

  /**
   * @param from the installed version
   * @param to the version it becomes
   * @param sql the migration
   * @throws ConflictException if objects of the user need what the migration would take away
   */
  void migrate(ModuleManifest from, ModuleBundle to, String sql) throws SQLException {
    List<Violation> violations =
        run(
            to.manifest(),
            sql,
            Boundary.ofMigration(to.kind(), from, to.manifest()),
            "migrations/from-%s.sql".formatted(from.version()));
    new NameCheck(connection).refuseBrokenPromise(List.of(to.manifest()));
    refuse(to.manifest(), violations);
    share(to);
  }

  void uninstall(InstalledModule module) throws SQLException {
    ModuleManifest manifest = module.manifest();
    refuse(
        manifest,
        run(
            manifest,
            module.uninstallSql(),
            Boundary.ofUninstall(module.kind(), manifest),
            "uninstall.sql"));
  }

  private List<Violation> run(ModuleManifest manifest, String sql, Boundary boundary, String script)
      throws SQLException {
    try {
      return scripts.run(sql, boundary, script);
    } catch (SQLTimeoutException e) {
      work.answerElsewhere(stuck(manifest, script).fault());
      throw e;
    } catch (SQLException e) {
      boolean removal = !boundary.changes().contains(SchemaChange.Kind.CREATED);
      refuseIfLocked(e, removal);
      if (TAKEN.contains(e.getSQLState()) && !removal) {
        connection.rollback();
        new NameCheck(connection).refuseTakenNames(modules);
      }
      if (NEEDED.contains(e.getSQLState())
          && boundary.changes().contains(SchemaChange.Kind.CHANGED)) {
        throw needed(manifest, e);
      }
      if (CANCELLED.equals(e.getSQLState())) {
        throw stuck(manifest, script);
      }
      throw refused(manifest, e);
    }
  }

  /** What AWS modules provide for the defaults of columns, SQL modules may call too. */
  private void share(ModuleBundle bundle) throws SQLException {
    List<String> functions = bundle.manifest().provides().functions();
    if (bundle.kind() == ModuleKind.AWS && !functions.isEmpty()) {
      try (PreparedStatement share =
          connection.prepareStatement("SELECT iasql_internal.share_functions(?)")) {
        share.setArray(1, connection.createArrayOf("text", functions.toArray()));
        share.execute();
      }
    }
  }

  /** Keeps everybody off the modules' tables, so that what is then looked at stays as it is. */
  void lockTables() throws SQLException {
    List<String> tables = existingTables();
    if (tables.isEmpty()) {
      return;
    }
    try (Statement lock = connection.createStatement()) {
      lock.execute("LOCK TABLE " + String.join(", ", tables) + " IN ACCESS EXCLUSIVE MODE");
    } catch (SQLException e) {
      refuseIfLocked(e, true);
      throw e;
    }
  }

  /** Qualified and quoted. */
  private List<String> existingTables() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT format('%I.%I', c.relnamespace::regnamespace::name, c.relname) FROM pg_class c
            WHERE c.relnamespace IN ('public'::regnamespace, 'cloud'::regnamespace)
              AND c.relkind IN ('r', 'p') AND c.relname = ANY (?)
            ORDER BY 1
            """)) {
      query.setArray(
          1, connection.createArrayOf("text", ProvidedNames.of(modules).tables().toArray()));
      try (ResultSet row = query.executeQuery()) {
        List<String> tables = new ArrayList<>();
        while (row.next()) {
          tables.add(row.getString(1));
        }
        return tables;
      }
    }
  }

  private void refuseIfLocked(SQLException e, boolean againstReaders) throws SQLException {
    if (LockHolders.caused(e)) {
      connection.rollback();
      throw LockHolders.named(
          connection,
          work.request().function(),
          ProvidedNames.of(modules).tables(),
          againstReaders,
          e);
    }
  }

  private static UserException refused(ModuleManifest manifest, SQLException e)
      throws SQLException {
    return NameCheck.invalid(
        manifest, PostgresAnswer.of(e).map(PostgresAnswer::text).orElseThrow(() -> e));
  }

  private static ConflictException needed(ModuleManifest manifest, SQLException e)
      throws SQLException {
    return new ConflictException(
        ErrorCode.NEEDED_BY_USER,
        "objects of yours need what %s changes".formatted(manifest.id()),
        PostgresAnswer.of(e).map(PostgresAnswer::text).orElseThrow(() -> e),
        "Drop or change them first, then call it again; nothing was changed.",
        e);
  }

  private static UserException stuck(ModuleManifest manifest, String script) {
    return NameCheck.invalid(manifest, "Its %s takes too long.".formatted(script));
  }

  private static void refuse(ModuleManifest manifest, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw NameCheck.invalid(
          manifest,
          violations.stream()
              .map(violation -> violation.where() + ": " + violation.message())
              .collect(Collectors.joining(" ")));
    }
  }
}

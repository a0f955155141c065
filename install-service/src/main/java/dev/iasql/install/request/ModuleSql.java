package dev.iasql.install.request;

import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.ConnectionLoss;
import dev.iasql.core.request.Work;
import dev.iasql.install.request.check.ModuleRun;
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
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Runs the SQL of modules in the stage's transaction and translates PostgreSQL's refusals into what
 * they mean for the user. A refusal rolls the transaction back.
 */
final class ModuleSql {
  /** lock_not_available, deadlock_detected. */
  private static final Set<String> LOCKED = Set.of("55P03", "40P01");

  /** duplicate_table, duplicate_object, duplicate_function, unique_violation of a catalogue. */
  private static final Set<String> TAKEN = Set.of("42P07", "42710", "42723", "23505");

  /** How many violations an error names. */
  private static final int NAMED = 5;

  /** query_canceled, which is how a statement's time limit ends it. */
  private static final String CANCELLED = "57014";

  /** SQL of one module. */
  @FunctionalInterface
  private interface Script {
    List<Violation> run() throws SQLException;
  }

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
    try (PreparedStatement set =
        connection.prepareStatement("SELECT set_config('lock_timeout', ?, true)")) {
      set.setString(1, configuration.lockTimeout().toMillis() + "ms");
      set.execute();
    }
  }

  void install(ModuleBundle bundle) throws SQLException {
    made(bundle.manifest(), run(bundle.manifest(), () -> scripts.install(bundle)));
  }

  /**
   * @param from the installed version
   * @param to the version it becomes
   * @param sql the migration
   */
  void migrate(ModuleManifest from, ModuleBundle to, String sql) throws SQLException {
    made(to.manifest(), run(to.manifest(), () -> scripts.migrate(from, to, sql)));
  }

  void uninstall(InstalledModule module) throws SQLException {
    ModuleManifest manifest = module.manifest();
    try {
      refuse(manifest, scripts.uninstall(module.kind(), manifest, module.uninstallSql()));
    } catch (SQLException e) {
      refuseIfLocked(e, true);
      throw refused(manifest, e);
    }
  }

  private void made(ModuleManifest manifest, List<Violation> violations) throws SQLException {
    new NameCheck(connection).refuseBrokenPromise(List.of(manifest));
    refuse(manifest, violations);
  }

  private List<Violation> run(ModuleManifest manifest, Script script) throws SQLException {
    try {
      return script.run();
    } catch (SQLException e) {
      refuseIfLocked(e, false);
      if (TAKEN.contains(e.getSQLState())) {
        connection.rollback();
        new NameCheck(connection).refuseTakenNames(modules);
      }
      throw refused(manifest, e);
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
    if (LOCKED.contains(e.getSQLState())) {
      connection.rollback();
      throw LockHolders.named(
          connection,
          work.request().function(),
          ProvidedNames.of(modules).tables(),
          againstReaders,
          e);
    }
  }

  /**
   * What the failure means for the user.
   *
   * @throws SQLException the failure itself, if it is none of the module's
   */
  private UserException refused(ModuleManifest manifest, SQLException e) throws SQLException {
    if (e instanceof SQLTimeoutException) {
      work.answerElsewhere(stuck(manifest).fault());
      throw e;
    }
    if (CANCELLED.equals(e.getSQLState())) {
      return stuck(manifest);
    }
    if (ConnectionLoss.caused(e) || !(e instanceof PSQLException postgres)) {
      throw e;
    }
    ServerErrorMessage answer = postgres.getServerErrorMessage();
    if (answer == null) {
      throw e;
    }
    String detail = answer.getDetail() == null ? "" : " " + answer.getDetail();
    return NameCheck.invalid(
        manifest,
        "PostgreSQL says: %s (%s).%s".formatted(answer.getMessage(), e.getSQLState(), detail));
  }

  private static UserException stuck(ModuleManifest manifest) {
    return NameCheck.invalid(manifest, "Its SQL takes too long.");
  }

  private static void refuse(ModuleManifest manifest, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw NameCheck.invalid(
          manifest,
          violations.stream()
              .limit(NAMED)
              .map(violation -> violation.where() + ": " + violation.message())
              .collect(Collectors.joining(" ")));
    }
  }
}

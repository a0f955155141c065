package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the SQL of modules in the stage's transaction and translates PostgreSQL's refusals, and what
 * the SQL did that it may not, into what they mean for the user. A refusal rolls the transaction
 * back.
 */
final class ModuleSql {
  /** duplicate_table, duplicate_object, duplicate_function, unique_violation of a catalogue. */
  private static final Set<String> TAKEN = Set.of("42P07", "42710", "42723", "23505");

  /** dependent_objects_still_exist; feature_not_supported, said of a column that a view uses. */
  private static final Set<String> NEEDED = Set.of("2BP01", "0A000");

  /** query_canceled, which is how a statement's time limit ends it. */
  private static final String CANCELLED = "57014";

  /** How many violations an error names. */
  private static final int NAMED = 5;

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
    try {
      List<Violation> violations = scripts.install(bundle);
      new NameCheck(connection).refuseBrokenPromise(List.of(manifest));
      refuse(manifest, violations);
    } catch (SQLException e) {
      refuseIfLocked(e, false);
      if (PostgresAnswer.isOneOf(TAKEN, e)) {
        connection.rollback();
        new NameCheck(connection).refuseTakenNames(modules);
      }
      throw refused(manifest, e);
    }
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

  /**
   * @param from the version that is there
   * @throws ConflictException if objects of the user need what the migration would take away
   */
  void migrate(ModuleManifest from, ModuleBundle to, String migration) throws SQLException {
    ModuleManifest manifest = to.manifest();
    try {
      List<Violation> violations = scripts.migrate(from, to, migration);
      new NameCheck(connection).refuseBrokenPromise(List.of(manifest));
      refuse(manifest, violations);
    } catch (SQLException e) {
      refuseIfLocked(e, true);
      Optional<PostgresAnswer> answer = PostgresAnswer.of(e);
      if (PostgresAnswer.isOneOf(NEEDED, e) && answer.map(PostgresAnswer::detail).isPresent()) {
        throw new ConflictException(
            ErrorCode.NEEDED_BY_USER,
            "objects of yours need what %s changes".formatted(to.id()),
            answer.get().detail().replace("\n", "; ") + ".",
            "Drop or change them first, then upgrade again; nothing was changed.",
            e);
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

  /**
   * What the failure means for the user.
   *
   * @throws SQLException the failure itself, if it is none of the module's
   */
  private IasqlException refused(ModuleManifest manifest, SQLException e) throws SQLException {
    UserException stuck = NameCheck.invalid(manifest, "Its SQL takes too long.");
    if (e instanceof SQLTimeoutException) {
      work.answerElsewhere(stuck.fault());
      throw e;
    }
    if (CANCELLED.equals(e.getSQLState())) {
      return stuck;
    }
    return NameCheck.invalid(
        manifest, PostgresAnswer.of(e).map(PostgresAnswer::text).orElseThrow(() -> e));
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

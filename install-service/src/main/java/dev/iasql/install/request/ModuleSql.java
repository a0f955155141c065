package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the SQL of modules in the stage's transaction and translates PostgreSQL's refusals into what
 * they mean for the user. A refusal rolls the transaction back.
 */
final class ModuleSql {
  /** duplicate_table, duplicate_object, duplicate_function, unique_violation of a catalogue. */
  private static final Set<String> TAKEN = Set.of("42P07", "42710", "42723", "23505");

  /** dependent_objects_still_exist; feature_not_supported, said of a column that a view uses. */
  private static final Set<String> NEEDED = Set.of("2BP01", "0A000");

  private final Work work;
  private final Connection connection;
  private final Collection<ModuleManifest> modules;

  /**
   * @param modules all that the stage installs or removes
   * @param lockTimeout how long to wait for each lock
   */
  ModuleSql(Work work, Collection<ModuleManifest> modules, Duration lockTimeout)
      throws SQLException {
    this.work = work;
    this.connection = work.connection();
    this.modules = modules;
    Statements.limitWaiting(connection, lockTimeout);
  }

  void install(ModuleBundle bundle) throws SQLException {
    try {
      run(bundle.installSql());
    } catch (SQLException e) {
      refuseIfLocked(e, false);
      if (TAKEN.contains(e.getSQLState())) {
        connection.rollback();
        new NameCheck(connection).refuseTakenNames(modules);
      }
      refuse(bundle.manifest(), e);
    }
  }

  void uninstall(InstalledModule module) throws SQLException {
    try {
      run(module.uninstallSql());
    } catch (SQLException e) {
      refuseIfLocked(e, true);
      refuse(module.manifest(), e);
    }
  }

  /**
   * @throws ConflictException if objects of the user need what the migration would take away
   */
  void migrate(ModuleManifest to, String migration) throws SQLException {
    try {
      run(migration);
    } catch (SQLException e) {
      refuseIfLocked(e, true);
      Optional<PostgresAnswer> answer = PostgresAnswer.of(e);
      if (NEEDED.contains(e.getSQLState()) && answer.map(PostgresAnswer::detail).isPresent()) {
        throw new ConflictException(
            ErrorCode.NEEDED_BY_USER,
            "objects of yours need what %s changes".formatted(to.id()),
            answer.get().detail().replace("\n", "; ") + ".",
            "Drop or change them first, then upgrade again; nothing was changed.",
            e);
      }
      refuse(to, e);
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

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT iasql_internal.run_module_sql(?)")) {
      statement.setString(1, sql);
      statement.execute();
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

  private static void refuse(ModuleManifest manifest, SQLException e) throws SQLException {
    throw NameCheck.invalid(
        manifest, PostgresAnswer.of(e).map(PostgresAnswer::text).orElseThrow(() -> e));
  }
}

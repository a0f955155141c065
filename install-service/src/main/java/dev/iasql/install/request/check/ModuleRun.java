package dev.iasql.install.request.check;

import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.ConnectionLoss;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs SQL of a module in the transaction of a connection, with the rights of the module's kind,
 * and looks at what it did. Nothing it did stays if the caller then rolls back.
 */
public final class ModuleRun {
  /** Opens another session on the same database, in auto-commit mode. */
  @FunctionalInterface
  public interface Outside {
    Connection open() throws SQLException;
  }

  private final Connection connection;
  private final Outside outside;
  private final Duration limit;

  /**
   * @param limit how long one script may run
   */
  public ModuleRun(Connection connection, Outside outside, Duration limit) throws SQLException {
    this.connection = connection;
    this.outside = outside;
    this.limit = limit;
    try (PreparedStatement set =
        connection.prepareStatement("SELECT pg_catalog.set_config('statement_timeout', ?, true)")) {
      set.setString(1, Long.toString(limit.toMillis()));
      set.execute();
    }
  }

  /** Makes a module's objects; what AWS modules provide for defaults of columns is then shared. */
  public List<Violation> install(ModuleBundle bundle) throws SQLException {
    List<Violation> violations =
        run(
            bundle.installSql(),
            Boundary.ofInstall(bundle.kind(), bundle.manifest()),
            "install.sql");
    if (violations.isEmpty()) {
      share(bundle);
    }
    return violations;
  }

  /**
   * @param from the installed version
   * @param to what the SQL turns it into
   */
  public List<Violation> migrate(ModuleManifest from, ModuleBundle to, String sql)
      throws SQLException {
    List<Violation> violations =
        run(
            sql,
            Boundary.ofMigration(to.kind(), from, to.manifest()),
            "migrations/from-%s.sql".formatted(from.version()));
    if (violations.isEmpty()) {
      share(to);
    }
    return violations;
  }

  public List<Violation> uninstall(ModuleKind kind, ModuleManifest manifest, String sql)
      throws SQLException {
    return run(sql, Boundary.ofUninstall(kind, manifest), "uninstall.sql");
  }

  /** Runs any SQL with the rights of SQL modules, and asks for nothing but that it succeeds. */
  public void attempt(String sql) throws SQLException {
    execute(ModuleKind.SQL, sql);
  }

  /**
   * @param script its name, for the violations
   * @return what it did beyond its boundary, and what it made that breaks a rule
   * @throws SQLException if the SQL fails
   * @throws SQLTimeoutException if it could only be stopped together with the connection
   */
  private List<Violation> run(String sql, Boundary boundary, String script) throws SQLException {
    SchemaSnapshot before = SchemaSnapshot.of(connection);
    Traces traces = Traces.of(connection);
    execute(boundary.kind(), sql);
    List<Violation> violations = new ArrayList<>();
    for (String setting : Traces.changedSettings(connection, traces)) {
      violations.add(
          new Violation(Rule.RIGHTS, "It sets %s for the session.".formatted(setting), script));
    }
    if (!violations.isEmpty()) {
      return violations; // with a search_path of its choice no query can be trusted any more
    }
    if (boundary.kind() == ModuleKind.SQL) {
      addWrites(violations, traces, boundary, script);
    }
    addChanges(violations, before, boundary, script);
    if (boundary.kind() == ModuleKind.SQL) {
      violations.addAll(ObjectRules.broken(connection, boundary.declared()));
    }
    return violations;
  }

  private void addWrites(
      List<Violation> violations, Traces traces, Boundary boundary, String script)
      throws SQLException {
    for (String table : Traces.writtenTables(connection, traces)) {
      boolean own =
          boundary.declared().stream()
              .anyMatch(manifest -> manifest.provides().tables().contains(unqualified(table)));
      if (!own) {
        violations.add(
            new Violation(
                Rule.DECLARES_ONLY, "It writes rows of table %s.".formatted(table), script));
      }
    }
  }

  private static String unqualified(String table) {
    return table.startsWith("public.") ? table.substring("public.".length()) : table;
  }

  /** Of what changed meanwhile, what another session sees in the same way is that of a third. */
  private void addChanges(
      List<Violation> violations, SchemaSnapshot before, Boundary boundary, String script)
      throws SQLException {
    SchemaSnapshot after = SchemaSnapshot.of(connection);
    List<SchemaChange> suspects =
        after.since(before).stream().filter(change -> !boundary.permits(change)).toList();
    if (suspects.isEmpty()) {
      return;
    }
    try (Connection other = outside.open()) {
      SchemaSnapshot committed = SchemaSnapshot.of(other);
      for (SchemaChange change : suspects) {
        if (!after.agrees(committed, change.object().key())) {
          violations.add(new Violation(Rule.DECLARES_ONLY, "It %s.".formatted(change), script));
        }
      }
    }
  }

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

  private void execute(ModuleKind kind, String sql) throws SQLException {
    String function =
        switch (kind) {
          case AWS -> "iasql_internal.run_module_sql";
          case SQL -> "iasql_internal.run_sql_module";
        };
    try (Watchdog watchdog = Watchdog.over(connection, outside, limit);
        PreparedStatement statement =
            connection.prepareStatement("SELECT %s(?)".formatted(function))) {
      statement.setString(1, sql);
      try {
        statement.execute();
      } catch (SQLException e) {
        if (watchdog.hasActed() && ConnectionLoss.caused(e)) {
          throw new SQLTimeoutException(
              "the SQL did not let itself be cancelled", e.getSQLState(), e);
        }
        throw e;
      }
    }
  }
}

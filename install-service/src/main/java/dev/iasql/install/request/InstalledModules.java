package dev.iasql.install.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.Json;
import dev.iasql.core.module.InstallPlan;
import dev.iasql.core.module.ModuleBundle;
import dev.iasql.core.module.ModuleId;
import dev.iasql.core.module.ModuleKind;
import dev.iasql.core.module.ModuleManifest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a tenant database says of its modules: tables {@code iasql.module} and what hangs on it. */
final class InstalledModules {
  private final Connection connection;

  InstalledModules(Connection connection) {
    this.connection = connection;
  }

  /** In the order of their installation. */
  List<InstalledModule> all() throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT manifest, kind, uninstall_sql, state = 'importing', reason FROM iasql.module"
                    + " ORDER BY installed_at, name");
        ResultSet row = query.executeQuery()) {
      List<InstalledModule> modules = new ArrayList<>();
      while (row.next()) {
        ModuleManifest manifest = Json.MAPPER.readValue(row.getString(1), ModuleManifest.class);
        modules.add(
            new InstalledModule(
                manifest,
                ModuleKind.of(row.getString(2)),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5)));
      }
      return modules;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored manifest cannot be read", e);
    }
  }

  List<ModuleManifest> manifests() throws SQLException {
    return all().stream().map(InstalledModule::manifest).toList();
  }

  /**
   * @param bundles finds the bundle of each step
   */
  void add(
      long requestId, Collection<InstallPlan.Step> steps, Function<ModuleId, ModuleBundle> bundles)
      throws SQLException {
    addModules(requestId, steps, bundles);
    addTables(steps.stream().map(InstallPlan.Step::manifest).toList());
    relate();
  }

  private void addModules(
      long requestId, Collection<InstallPlan.Step> steps, Function<ModuleId, ModuleBundle> bundles)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO iasql.module
              (name, version, kind, state, reason, manifest, uninstall_sql, request_id)
            VALUES (?, ?, ?, 'importing', ?, ?::jsonb, ?, ?)
            """)) {
      for (InstallPlan.Step step : steps) {
        ModuleBundle bundle = bundles.apply(step.id());
        insert.setString(1, step.id().name());
        insert.setString(2, step.id().version().toString());
        insert.setString(3, bundle.kind().code());
        insert.setString(4, step.reason());
        insert.setString(5, Json.MAPPER.valueToTree(step.manifest()).toString());
        insert.setString(6, bundle.uninstallSql());
        insert.setLong(7, requestId);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Other versions are in the place of those that were there. */
  void replace(long requestId, Collection<ModuleBundle> bundles) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE iasql.module SET version = ?, kind = ?, manifest = ?::jsonb, uninstall_sql = ?, request_id = ?
            WHERE name = ?
            """)) {
      for (ModuleBundle bundle : bundles) {
        update.setString(1, bundle.manifest().version());
        update.setString(2, bundle.kind().code());
        update.setString(3, Json.MAPPER.valueToTree(bundle.manifest()).toString());
        update.setString(4, bundle.uninstallSql());
        update.setLong(5, requestId);
        update.setString(6, bundle.manifest().name());
        update.addBatch();
      }
      update.executeBatch();
    }
    List<ModuleManifest> manifests = bundles.stream().map(ModuleBundle::manifest).toList();
    for (String delete :
        List.of(
            """
            DELETE FROM iasql.error e USING iasql.module_table t
            WHERE t.table_name = e.table_name AND t.module_name = ANY (?)
              AND e.table_name <> ALL (?)
            """,
            "DELETE FROM iasql.module_table t WHERE t.module_name = ANY (?) AND t.table_name <> ALL (?)")) {
      try (PreparedStatement gone = connection.prepareStatement(delete)) {
        gone.setArray(1, names(manifests));
        gone.setArray(
            2, connection.createArrayOf("text", ProvidedNames.of(manifests).tables().toArray()));
        gone.executeUpdate();
      }
    }
    addTables(manifests);
    relate();
  }

  private void addTables(Collection<ModuleManifest> modules) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO iasql.module_table (table_name, module_name) VALUES (?, ?)"
                + " ON CONFLICT DO NOTHING")) {
      for (ModuleManifest manifest : modules) {
        for (String table : manifest.provides().tables()) {
          insert.setString(1, table);
          insert.setString(2, manifest.name());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** A module that came along for another is now wanted for itself. */
  void markRequested(Collection<String> names) throws SQLException {
    updateNamed(
        "UPDATE iasql.module SET reason = '%s' WHERE name = ANY (?)"
            .formatted(InstalledModule.REQUESTED),
        names);
  }

  /** Notes which needs which: whatever came or went may have changed that for others too. */
  private void relate() throws SQLException {
    try (PreparedStatement relate =
        connection.prepareStatement("SELECT iasql_internal.relate_modules()")) {
      relate.execute();
    }
  }

  /** With their dependencies, tables and standing errors. */
  void remove(Collection<InstalledModule> modules) throws SQLException {
    List<String> names = modules.stream().map(InstalledModule::name).toList();
    for (String delete :
        List.of(
            """
            DELETE FROM iasql.error WHERE table_name IN (
              SELECT t.table_name FROM iasql.module_table t WHERE t.module_name = ANY (?))
            """,
            "DELETE FROM iasql.module_dependency d WHERE ARRAY[d.module_name, d.dependency] && ?",
            "DELETE FROM iasql.module WHERE name = ANY (?)")) {
      updateNamed(delete, names);
    }
    relate();
  }

  /** Those that need one of the modules, directly or not. */
  Set<String> dependentsOf(Collection<ModuleManifest> modules) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT iasql_internal.module_dependents(?)")) {
      query.setArray(1, names(modules));
      try (ResultSet row = query.executeQuery()) {
        Set<String> dependents = new LinkedHashSet<>();
        while (row.next()) {
          dependents.add(row.getString(1));
        }
        return dependents;
      }
    }
  }

  /** Deletes what is known of the modules, for {@link #recall} to bring back. */
  JsonNode forget(Collection<ModuleManifest> modules) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT iasql_internal.forget_modules(?)")) {
      query.setArray(1, names(modules));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return Json.MAPPER.readTree(row.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL wrote JSON that cannot be read", e);
    }
  }

  void recall(JsonNode known) throws SQLException {
    try (PreparedStatement recall =
        connection.prepareStatement("SELECT iasql_internal.recall_modules(?::jsonb)")) {
      recall.setString(1, known.toString());
      recall.execute();
    }
  }

  private Array names(Collection<ModuleManifest> modules) throws SQLException {
    return connection.createArrayOf("text", modules.stream().map(ModuleManifest::name).toArray());
  }

  private void updateNamed(String sql, Collection<String> names) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(1, connection.createArrayOf("text", names.toArray()));
      update.executeUpdate();
    }
  }
}

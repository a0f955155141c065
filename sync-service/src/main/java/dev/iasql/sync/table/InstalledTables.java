package dev.iasql.sync.table;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.modules.AwsModules;
import dev.iasql.aws.modules.AwsTables;
import dev.iasql.aws.spi.AwsModule;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.module.ModuleKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which tables a tenant has and what they are like: tenants have different modules, and
 * different versions of one.
 */
public final class InstalledTables {
  /** A module without tables has one row too: others may depend on it. */
  private static final String INSTALLED =
      """
      SELECT m.name, m.version, m.kind, t.table_name
      FROM iasql.module m LEFT JOIN iasql.module_table t ON t.module_name = m.name
      """;

  private final AwsModules modules;

  public InstalledTables(AwsModules modules) {
    this.modules = modules;
  }

  /** Those in the tenant's database. */
  public TenantTables read(Connection connection) throws SQLException {
    Map<String, String> versions = new TreeMap<>();
    Map<String, String> modulesByTable = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(INSTALLED);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        boolean ofAws = row.getString("kind").equals(ModuleKind.AWS.code());
        if (ofAws) {
          versions.put(row.getString("name"), row.getString("version"));
        }
        if (row.getString("table_name") != null) {
          (ofAws ? modulesByTable : others).put(row.getString("table_name"), row.getString("name"));
        }
      }
    }
    return tables(versions, modulesByTable, others);
  }

  private TenantTables tables(
      Map<String, String> versions,
      Map<String, String> modulesByTable,
      Map<String, String> others) {
    AwsModules.Selection known = modules.select(versions);
    Map<String, Fault> unreadable = new HashMap<>();
    modulesByTable.forEach(
        (table, module) -> {
          if (known.unknown().contains(module)) {
            unreadable.put(table, unknown(module, versions.get(module)));
          }
        });
    return new TenantTables(known.tables().tables(), unreadable, others);
  }

  private static Fault unknown(String module, String version) {
    return new Fault(
        ErrorCode.VERSION_NOT_FOUND,
        "the sync service cannot read tables of %s %s".formatted(module, version),
        "It does not know this version of the module, or of one the module depends on.",
        "Update the sync service. Until then the table stays as it is.");
  }

  /** The module to install for a table, if there is one that brings it. */
  public Optional<String> moduleWith(String table) {
    return modules.bringing(table).stream().map(AwsModule::name).findFirst();
  }

  /**
   * The tables themselves and every one whose rows belong or refer to theirs, directly or through
   * others; a row belongs to its account and region too.
   */
  public static Set<String> withDependents(Set<String> tables, List<AwsTable<?>> among) {
    Set<String> found = new HashSet<>(tables);
    // In order of dependency one pass finds them all.
    for (AwsTable<?> table : among) {
      if (AwsTables.needs(table.model()).stream().anyMatch(found::contains)) {
        found.add(table.name());
      }
    }
    return found;
  }
}

package dev.iasql.sync.refresh;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.UnknownModule;
import dev.iasql.sync.table.InstalledTables;
import dev.iasql.sync.table.TenantTables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tables a user names. */
final class RequestedTables {
  private static final int LONGEST_SHOWN = 80;

  private final InstalledTables all;
  private final TenantTables tenant;
  private final Set<String> installed = new LinkedHashSet<>();

  RequestedTables(InstalledTables all, TenantTables tenant) {
    this.all = all;
    this.tenant = tenant;
    tenant.readable().forEach(table -> installed.add(table.name()));
    installed.addAll(tenant.unreadable().keySet());
  }

  /**
   * @param names as the user typed them; none means all installed ones
   * @throws UserException if there is no such table
   */
  Set<String> named(List<String> names) {
    if (names.isEmpty()) {
      return installed;
    }
    Set<String> tables = new LinkedHashSet<>();
    for (String name : names) {
      String table = name.strip();
      if (!installed.contains(table)) {
        throw unknown(table);
      }
      tables.add(table);
    }
    return tables;
  }

  private UserException unknown(String name) {
    String shown = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
    return new UserException(
        ErrorCode.TABLE_NOT_FOUND,
        "no installed module reads a table \"%s\" from AWS".formatted(shown),
        hint(name));
  }

  private String hint(String name) {
    if (tenant.others().containsKey(name)) {
      return "It belongs to module %s, which makes it of other tables; name those."
          .formatted(tenant.others().get(name));
    }
    return all.moduleWith(name)
        .map("Module %1$s brings it: SELECT * FROM iasql_install('%1$s');"::formatted)
        .or(() -> UnknownModule.closest(name, installed).map("Did you mean %s?"::formatted))
        .orElse("SELECT * FROM iasql_refresh(); reads all tables of the installed modules.");
  }
}

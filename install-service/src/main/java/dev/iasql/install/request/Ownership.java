package dev.iasql.install.request;

import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.request.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which module made what. Nobody keeps a list of that, and manifests do not name everything: a
 * module may have put a trigger on another one's table. So the modules are taken out one by one, it
 * is noted what each took along, and then everything is brought back.
 */
final class Ownership {
  private final Map<String, Set<ModuleObject>> byModule;

  private Ownership(Map<String, Set<ModuleObject>> byModule) {
    this.byModule = byModule;
  }

  /**
   * Locks the modules' tables.
   *
   * @param modules dependents first; all that depends on one of them has to be among them
   * @throws dev.iasql.core.error.UserException if one of them cannot be taken out
   */
  static Ownership find(
      Work work, List<InstalledModule> modules, InstallConfiguration configuration)
      throws SQLException {
    Connection connection = work.connection();
    List<ModuleManifest> manifests = modules.stream().map(InstalledModule::manifest).toList();
    ModuleSql sql = new ModuleSql(work, manifests, configuration);
    sql.lockTables();
    Savepoint untouched = connection.setSavepoint();
    new UserObjects(connection).drop(ObjectSet.provided(connection, manifests));
    Map<String, Set<ModuleObject>> byModule = new HashMap<>();
    Set<ModuleObject> before = ModuleObject.all(connection);
    for (InstalledModule module : modules) {
      sql.uninstall(module);
      Set<ModuleObject> after = ModuleObject.all(connection);
      Set<ModuleObject> made = new LinkedHashSet<>(before);
      made.removeAll(after);
      byModule.put(module.name(), made);
      before = after;
    }
    new NameCheck(connection).refuseRemains(manifests);
    connection.rollback(untouched);
    return new Ownership(byModule);
  }

  Set<ModuleObject> of(List<ModuleManifest> modules) {
    Set<ModuleObject> made = new LinkedHashSet<>();
    modules.forEach(module -> made.addAll(byModule.get(module.name())));
    return made;
  }

  /** What all the other modules made. */
  Set<ModuleObject> ofOthers(List<ModuleManifest> modules) {
    Set<ModuleObject> made = new LinkedHashSet<>();
    byModule.values().forEach(made::addAll);
    made.removeAll(of(modules));
    return made;
  }
}

package dev.iasql.install.request;

import dev.iasql.core.module.ModuleManifest;
import dev.iasql.core.module.ModuleManifest.Provides;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The names that modules claim in schema {@code public}, by the namespaces PostgreSQL has. */
record ProvidedNames(
    List<String> tables, List<String> relations, List<String> functions, List<String> types) {

  static ProvidedNames of(Collection<ModuleManifest> modules) {
    List<String> tables = new ArrayList<>();
    List<String> relations = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (ModuleManifest manifest : modules) {
      Provides provides = manifest.provides();
      tables.addAll(provides.tables());
      relations.addAll(provides.tables());
      relations.addAll(provides.views());
      functions.addAll(provides.functions());
      types.addAll(provides.types());
    }
    return new ProvidedNames(tables, relations, functions, types);
  }

  /** The module as if it provided only what the other version of it does not. */
  static ModuleManifest without(ModuleManifest module, ModuleManifest other) {
    Provides mine = module.provides();
    Provides others = other.provides();
    return new ModuleManifest(
        module.name(),
        module.version(),
        module.summary(),
        module.dependencies(),
        new Provides(
            without(mine.tables(), others.tables()),
            without(mine.views(), others.views()),
            without(mine.functions(), others.functions()),
            without(mine.types(), others.types()),
            mine.capabilities()),
        module.manages(),
        module.migrations());
  }

  private static List<String> without(List<String> names, List<String> others) {
    return names.stream().filter(name -> !others.contains(name)).toList();
  }

  /** A query whose first three parameters are the relations, functions and types. */
  PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setArray(1, connection.createArrayOf("text", relations.toArray()));
    query.setArray(2, connection.createArrayOf("text", functions.toArray()));
    query.setArray(3, connection.createArrayOf("text", types.toArray()));
    return query;
  }
}

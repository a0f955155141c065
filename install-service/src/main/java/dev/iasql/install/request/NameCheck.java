package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.ModuleManifest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the names that modules claim with what there is in the database. */
final class NameCheck {
  private record Taken(String kind, String name, String owner, String rename) {}

  private final Connection connection;

  NameCheck(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws ConflictException if something else has a name that the modules need
   */
  void refuseTakenNames(Collection<ModuleManifest> modules) throws SQLException {
    List<Taken> taken = existing(modules);
    if (taken.isEmpty()) {
      return;
    }
    Taken first = taken.getFirst();
    throw new ConflictException(
        ErrorCode.NAME_TAKEN,
        "the name %s is taken by a %s of %s".formatted(first.name(), first.kind(), first.owner()),
        "In the way: "
            + String.join(", ", taken.stream().map(t -> t.kind() + " public." + t.name()).toList())
            + ".",
        "Rename it: "
            + String.join("; ", taken.stream().map(Taken::rename).toList())
            + "; then call iasql_install again.");
  }

  /** Renames what has a name that the modules need, and says what it was. */
  List<String> makeRoom(Collection<ModuleManifest> modules) throws SQLException {
    List<Taken> taken = existing(modules);
    Statements.run(connection, taken.stream().map(Taken::rename).toList());
    return taken.stream().map(Taken::rename).toList();
  }

  /**
   * @throws UserException if a module did not make what its manifest promises
   */
  void refuseBrokenPromise(Collection<ModuleManifest> modules) throws SQLException {
    for (ModuleManifest manifest : modules) {
      ProvidedNames promised = ProvidedNames.of(List.of(manifest));
      Set<String> missing = new TreeSet<>(promised.relations());
      missing.addAll(promised.functions());
      missing.addAll(promised.types());
      existing(List.of(manifest)).forEach(there -> missing.remove(there.name()));
      if (!missing.isEmpty()) {
        throw invalid(
            manifest, "Its install SQL did not make: " + String.join(", ", missing) + ".");
      }
      refuseTwinsWithoutKey(manifest, promised.tables());
    }
  }

  /** The rows of both schemas are told apart by key, so there must be one. */
  private void refuseTwinsWithoutKey(ModuleManifest manifest, List<String> tables)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT string_agg(t.name, ', ')
            FROM unnest(?) AS t (name)
            JOIN pg_class wanted ON wanted.oid = to_regclass(format('public.%I', t.name))
            JOIN pg_class seen ON seen.oid = to_regclass(format('cloud.%I', t.name))
            WHERE NOT EXISTS (
              SELECT FROM pg_index i WHERE i.indrelid = wanted.oid AND i.indisprimary)
            """)) {
      query.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        String without = row.getString(1);
        if (without != null) {
          throw invalid(
              manifest, "Tables in both schemas need a primary key: %s.".formatted(without));
        }
      }
    }
  }

  /**
   * @throws UserException if a module left something behind
   */
  void refuseRemains(Collection<ModuleManifest> modules) throws SQLException {
    for (ModuleManifest manifest : modules) {
      List<Taken> left = existing(List.of(manifest));
      if (!left.isEmpty()) {
        throw invalid(
            manifest,
            "Its uninstall SQL left behind: "
                + String.join(", ", left.stream().map(Taken::name).toList())
                + ".");
      }
    }
  }

  static UserException invalid(ModuleManifest manifest, String detail) {
    return new UserException(
        ErrorCode.MODULE_INVALID,
        "module %s is broken".formatted(manifest.id()),
        detail,
        "Nothing was changed. Tell the module's author, or name another version.");
  }

  private List<Taken> existing(Collection<ModuleManifest> modules) throws SQLException {
    try (PreparedStatement query =
            ProvidedNames.of(modules)
                .prepare(
                    connection,
                    "SELECT kind, name, owner, rename FROM iasql_internal.taken_names(?, ?, ?)");
        ResultSet row = query.executeQuery()) {
      List<Taken> taken = new ArrayList<>();
      while (row.next()) {
        taken.add(
            new Taken(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
      }
      return taken;
    }
  }
}

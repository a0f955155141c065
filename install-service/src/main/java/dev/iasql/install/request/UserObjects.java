package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What users built on objects of modules: views, foreign keys and the like. */
final class UserObjects {
  private final Connection connection;

  UserObjects(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws ConflictException naming what a user built on the objects
   */
  void refuse(ObjectSet objects, String hint) throws SQLException {
    List<String> dependents =
        Dependent.of(connection, objects).stream()
            .filter(Dependent::ofUser)
            .map(dependent -> "%s needs %s".formatted(dependent.identity(), dependent.needs()))
            .toList();
    if (!dependents.isEmpty()) {
      throw new ConflictException(
          ErrorCode.NEEDED_BY_USER,
          "objects of yours need what the module would take away",
          String.join("; ", dependents) + ".",
          hint);
    }
  }

  /** Drops what users built on the objects, and what they built on that; says what it was. */
  Set<String> drop(ObjectSet objects) throws SQLException {
    Set<String> dropped = new LinkedHashSet<>();
    drop(objects, dropped);
    return dropped;
  }

  /** What hangs on a dependent goes first, so that it is named too. */
  private void drop(ObjectSet objects, Set<String> dropped) throws SQLException {
    Optional<Dependent> next = first(objects);
    while (next.isPresent()) {
      Dependent dependent = next.get();
      if (dependent.part() == 0) {
        drop(dependent.asObject(), dropped);
      }
      try (Statement drop = connection.createStatement()) {
        drop.execute(dependent.removal());
      }
      if (!dropped.add(dependent.identity())) {
        throw new IllegalStateException("cannot be dropped: " + dependent.identity());
      }
      next = first(objects);
    }
  }

  /** Looked for again each time: one removal may have taken along what was to be next. */
  private Optional<Dependent> first(ObjectSet objects) throws SQLException {
    return Dependent.of(connection, objects).stream().filter(Dependent::ofUser).findFirst();
  }
}

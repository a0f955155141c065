package dev.iasql.install.request;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sets aside what modules made, so that others can take its names, and puts what stays and hangs on
 * it onto what has come instead. Nothing is dropped, so that everything can come back as it was.
 */
final class Parking {
  private final Connection connection;
  private final Set<ModuleObject> going;
  private final ObjectSet moved;

  /** To be made again on what comes; while it comes, the old ones stay as they are. */
  private final List<Binding> toMake = new ArrayList<>();

  /** Of these only one can be: views, functions and the like, which are replaced. */
  private final List<Binding> toReplace = new ArrayList<>();

  private final List<String> finish = new ArrayList<>();
  private final List<String> release = new ArrayList<>();
  private final List<String> back = new ArrayList<>();

  /**
   * @param going what the leaving modules made
   */
  Parking(Connection connection, Set<ModuleObject> going) {
    this.connection = connection;
    this.going = going;
    this.moved = ObjectSet.of(going.stream().filter(object -> !object.isPart()).toList());
  }

  List<String> finish() {
    return finish;
  }

  List<String> release() {
    return release;
  }

  List<String> back() {
    return back;
  }

  ObjectSet moved() {
    return moved;
  }

  /**
   * @param ofOthers what modules made that stay
   * @param arriving for the error
   * @throws ConflictException if something that stays cannot be made again
   */
  void park(Set<ModuleObject> ofOthers, String arriving) throws SQLException {
    List<Binding> keys = new ArrayList<>();
    boolean usedByUser = false;
    for (Dependent dependent : Dependent.of(connection, moved)) {
      if (dependent.ofUser()) {
        usedByUser = true;
      } else if (!isGoing(dependent)) {
        Binding binding = binding(dependent, arriving);
        (dependent.isConstraint() ? keys : toReplace).add(binding);
      }
    }
    for (ModuleObject part : ofOthers) {
      if (part.isPart() && isOnGoing(part)) {
        toMake.add(Binding.of(connection, part.catalogueId(), part.id()));
      }
    }
    for (Binding key : keys) {
      setAside(key.catalogue(), key.id(), true);
    }
    for (ModuleObject part : going) {
      if (part.isPart() && !isOnGoing(part)) {
        setAside(part.catalogueId(), part.id(), false);
      }
    }
    toMake.addAll(keys);
    move();
    for (Binding binding : toReplace) {
      release.add(Binding.of(connection, binding.catalogue(), binding.id()).definition());
    }
    if (usedByUser) {
      hide();
    }
  }

  /**
   * @throws ConflictException if something that stays does not work with what has come
   */
  void rebind(String arriving) throws SQLException {
    List<Binding> bindings = new ArrayList<>(toReplace);
    bindings.addAll(toMake);
    for (Binding binding : bindings) {
      try {
        Statements.run(connection, List.of(binding.definition()));
      } catch (SQLException e) {
        if (LockHolders.caused(e) || PostgresAnswer.of(e).isEmpty()) {
          throw e;
        }
        throw unfit(binding.identity(), arriving, PostgresAnswer.of(e).get().text());
      }
    }
  }

  private Binding binding(Dependent dependent, String arriving) throws SQLException {
    if (dependent.part() == 0) {
      Binding binding = Binding.of(connection, dependent.catalogue(), dependent.id());
      if (binding.definition() != null) {
        return binding;
      }
    }
    throw unfit(dependent.identity(), arriving, "It needs %s itself.".formatted(dependent.needs()));
  }

  private static ConflictException unfit(String identity, String arriving, String why) {
    return new ConflictException(
        ErrorCode.MODULE_NEEDED,
        "%s of a module that stays does not work with %s".formatted(identity, arriving),
        why,
        "Nothing was changed. Uninstall the module it belongs to first, or tell its author.");
  }

  private boolean isGoing(Dependent dependent) {
    return going.stream()
        .anyMatch(
            object ->
                object.catalogueId() == dependent.catalogue() && object.id() == dependent.id());
  }

  private boolean isOnGoing(ModuleObject part) {
    return going.stream()
        .anyMatch(object -> !object.isPart() && object.relation() == part.relation());
  }

  private void setAside(long catalogue, long id, boolean replaced) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT finish, back, validate, release FROM iasql_internal.set_aside(?, ?)")) {
      query.setLong(1, catalogue);
      query.setLong(2, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        finish.add(row.getString(1));
        back.add(row.getString(2));
        if (replaced && row.getString(3) != null) {
          finish.addFirst(row.getString(3));
        }
        if (replaced) {
          release.add(row.getString(4));
        }
      }
    }
  }

  private void move() throws SQLException {
    try (PreparedStatement move =
        moved.prepare(
            connection,
            "SELECT iasql_internal.move_objects(?, ?, 'iasql_parked_public', 'iasql_parked_cloud')")) {
      move.execute();
    }
  }

  private void hide() throws SQLException {
    try (PreparedStatement hide =
            connection.prepareStatement("SELECT unnest(iasql_internal.hide_parked())");
        ResultSet row = hide.executeQuery()) {
      while (row.next()) {
        back.add(row.getString(1));
      }
    }
  }
}

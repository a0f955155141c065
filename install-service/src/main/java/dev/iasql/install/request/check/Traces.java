package dev.iasql.install.request.check;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/**
 * What SQL can leave behind beside objects: settings of the session, which outlive the function it
 * ran in, and rows of others' tables.
 *
 * @param settings by name; read first and without any operator, because one of them decides whose
 *     operators are used
 * @param writes how many rows the transaction has written, by table
 */
record Traces(Map<String, String> settings, Map<String, String> writes) {
  private static final String PATH = "search_path";
  private static final String SETTINGS = "SELECT name, setting FROM pg_catalog.pg_settings";

  private static final String WRITES =
      """
      SELECT pg_catalog.concat(schemaname, '.', relname), pg_catalog.concat_ws('/', n_tup_ins, n_tup_upd, n_tup_del)
      FROM pg_catalog.pg_stat_xact_user_tables
      """;

  static Traces of(Connection connection) throws SQLException {
    return new Traces(settings(connection), pairs(connection, WRITES));
  }

  /**
   * @return the settings that are not as they were; some come with a library when it is first used
   */
  static Set<String> changedSettings(Connection connection, Traces before) throws SQLException {
    return different(before.settings(), settings(connection));
  }

  /**
   * @return the tables that were there before, still are, and have been written since
   */
  static Set<String> writtenTables(Connection connection, Traces before) throws SQLException {
    return different(before.writes(), pairs(connection, WRITES));
  }

  /** The search path as the server reported it last: by the time one can ask, it is put back. */
  private static Map<String, String> settings(Connection connection) throws SQLException {
    String path = connection.unwrap(PGConnection.class).getParameterStatus(PATH);
    Map<String, String> settings = pairs(connection, SETTINGS);
    settings.computeIfPresent(PATH, (name, setting) -> path == null ? setting : path);
    return settings;
  }

  private static Set<String> different(Map<String, String> before, Map<String, String> now) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.retainAll(now.keySet());
    names.removeIf(name -> before.get(name).equals(now.get(name)));
    return names;
  }

  /** Never by a prepared statement: SQL that ran before could have put another under its name. */
  private static Map<String, String> pairs(Connection connection, String query)
      throws SQLException {
    Map<String, String> pairs = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        pairs.put(row.getString(1), String.valueOf(row.getString(2)));
      }
    }
    return pairs;
  }
}

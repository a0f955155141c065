package dev.iasql.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tenant database as its user sees it, over JDBC. */
record TenantDatabase(String name, String host, int port, String user, String password) {
  /** What went wrong and still holds. */
  static final String ERRORS = "SELECT * FROM iasql_get_errors()";

  static TenantDatabase from(JsonNode answer) {
    JsonNode connection = answer.get("connection");
    return new TenantDatabase(
        connection.get("database").asText(),
        connection.get("host").asText(),
        connection.get("port").asInt(),
        connection.get("user").asText(),
        connection.get("password").asText());
  }

  /** For psql and everything else built on libpq. */
  String url() {
    return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, name);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(host, port, name), user, password);
  }

  /** Runs one statement in a session of its own and returns its rows. */
  List<Map<String, Object>> query(String sql, Object... parameters) throws SQLException {
    try (Connection connection = connect()) {
      return query(connection, sql, parameters);
    }
  }

  static List<Map<String, Object>> query(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Map<String, Object>> rows = new ArrayList<>();
      if (statement.execute()) {
        try (ResultSet result = statement.getResultSet()) {
          int columns = result.getMetaData().getColumnCount();
          while (result.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns; i++) {
              row.put(result.getMetaData().getColumnName(i), result.getObject(i));
            }
            rows.add(row);
          }
        }
      }
      return rows;
    }
  }

  /** The single value a statement returns. */
  Object value(String sql, Object... parameters) throws SQLException {
    List<Map<String, Object>> rows = query(sql, parameters);
    if (rows.size() != 1 || rows.getFirst().size() != 1) {
      throw new AssertionError("not one value but " + rows);
    }
    return rows.getFirst().values().iterator().next();
  }

  void install(String... modules) throws SQLException {
    query("SELECT * FROM iasql_install(VARIADIC ?::text[])", "{" + String.join(",", modules) + "}");
  }
}

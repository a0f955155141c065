package dev.iasql.sync.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.request.Work;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The modules an installation made, and those it found in place, in the tenant's database. */
final class NewModules {
  /** One row of the answer of {@code iasql_install}; a module without tables has one too. */
  record InstalledRow(String moduleName, String tableName, Long recordCount, String reason) {}

  private static final String INSTALLED =
      "UPDATE iasql.module SET state = 'installed' WHERE name = ANY (?)";

  /** In the order of installation, and of each manifest. */
  private static final String ROWS =
      """
      SELECT m.name, t.table_name, iasql_internal.row_count(t.table_name),
        CASE WHEN m.name = ANY (?) THEN m.reason ELSE 'already installed' END
      FROM iasql.module m
      LEFT JOIN LATERAL
        jsonb_array_elements_text(m.manifest #> '{provides,tables}')
          WITH ORDINALITY AS t (table_name, position) ON true
      WHERE m.name = ANY (?) OR m.name = ANY (?)
      ORDER BY m.installed_at, array_position(?, m.name), m.name, t.position
      """;

  private final Connection connection;
  private final String[] made;
  private final String[] requested;

  private NewModules(Connection connection, String[] made, String[] requested) {
    this.connection = connection;
    this.made = made;
    this.requested = requested;
  }

  static NewModules of(Work work) {
    JsonNode installation = work.request().work();
    return new NewModules(
        work.connection(),
        names(installation.path("modules")),
        names(installation.path("requested")));
  }

  static String[] names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asText()));
    return names.toArray(String[]::new);
  }

  /** The tables that were made. */
  Set<String> tables() throws SQLException {
    return tablesOf(connection, made);
  }

  static Set<String> tablesOf(Connection connection, String[] modules) throws SQLException {
    Set<String> tables = new LinkedHashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT table_name FROM iasql.module_table WHERE module_name = ANY (?)")) {
      statement.setArray(1, connection.createArrayOf("text", modules));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
    }
    return tables;
  }

  /** Notes that they are filled. */
  void installed() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSTALLED)) {
      statement.setArray(1, array(made));
      statement.executeUpdate();
    }
  }

  /** Every table with its rows. */
  List<InstalledRow> rows() throws SQLException {
    List<InstalledRow> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setArray(1, array(made));
      statement.setArray(2, array(made));
      statement.setArray(3, array(requested));
      statement.setArray(4, array(made));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(
              new InstalledRow(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, Long.class),
                  row.getString(4)));
        }
      }
    }
    return rows;
  }

  private Array array(String[] names) throws SQLException {
    return connection.createArrayOf("text", names);
  }
}

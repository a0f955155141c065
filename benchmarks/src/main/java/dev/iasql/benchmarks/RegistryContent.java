package dev.iasql.benchmarks;

import dev.iasql.core.Json;
import dev.iasql.core.module.ModuleManifest;
import dev.iasql.local.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Iterator;

/** The registry's database, filled beside the registry. */
final class RegistryContent {
  private static final int BATCH = 1000;

  /** As long as those of a module with a few tables. */
  private static final String INSTALL = "CREATE TABLE gen (id text PRIMARY KEY);\n".repeat(50);

  private static final String README = "What the columns are for, and an example.\n".repeat(25);

  private final String url;

  RegistryContent(PostgresServer postgres, String database) throws SQLException {
    this.url = postgres.jdbcUrl(postgres.adminUser(), database);
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(postgres.adminUser(), "postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
  }

  /** How many versions were added. */
  int fill(GeneratedModules modules) throws SQLException, IOException {
    int added = 0;
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO module_version (name, version, summary, manifest, kind, origin,
                  install_sql, uninstall_sql, readme, migrations, content_hash, change)
                VALUES (?, ?, ?, ?::jsonb, 'sql', 'api', ?, 'DROP TABLE gen;', ?, '{}', ?, 0)
                """)) {
      connection.setAutoCommit(false);
      for (Iterator<ModuleManifest> all = modules.manifests().iterator(); all.hasNext(); ) {
        ModuleManifest manifest = all.next();
        statement.setString(1, manifest.name());
        statement.setString(2, manifest.version());
        statement.setString(3, manifest.summary());
        statement.setString(4, Json.MAPPER.writeValueAsString(manifest));
        statement.setString(5, INSTALL);
        statement.setString(6, README);
        statement.setString(7, HexFormat.of().toHexDigits(added).repeat(8));
        statement.addBatch();
        added++;
        if (added % BATCH == 0 || !all.hasNext()) {
          statement.executeBatch();
        }
      }
      connection.commit();
    }
    return added;
  }

  /** The baseline: reading all manifests and making objects of them, and nothing else. */
  double readSeconds() throws SQLException, IOException {
    long begin = System.nanoTime();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT manifest FROM module_version")) {
      while (row.next()) {
        Json.MAPPER.readValue(row.getString(1), ModuleManifest.class);
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}

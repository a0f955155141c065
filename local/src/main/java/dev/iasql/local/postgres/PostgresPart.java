package dev.iasql.local.postgres;

import dev.iasql.local.LaunchException;
import dev.iasql.local.process.LoopbackProbe;
import dev.iasql.local.process.Part;
import dev.iasql.local.process.ServerCommand;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.Signal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The one Postgres server of a state folder, which holds the registry's database and every
 * tenant's.
 */
public final class PostgresPart implements Part {
  public static final String NAME = "postgres";
  public static final String ADMIN = "iasql_admin";

  private static final String WRONG_PASSWORD = "28P01";

  /**
   * Statements may carry secrets and errors quote values, so neither reaches the log: it holds what
   * happens to the server, and clients get their errors themselves.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "max_connections", "200",
          "log_statement", "none",
          "log_min_error_statement", "panic",
          "log_min_messages", "log",
          "log_line_prefix", "%m [%p] %q%u@%d ");

  private final ServerFiles files;
  private final int port;
  private final String adminPassword;
  private final Map<String, String> extraSettings;

  /**
   * @param adminPassword the password of {@link #ADMIN}, set when the data folder is made
   * @param extraSettings server settings beside the ones every server of ours has
   */
  public PostgresPart(
      ServerFiles files, int port, String adminPassword, Map<String, String> extraSettings) {
    this.files = files;
    this.port = port;
    this.adminPassword = adminPassword;
    this.extraSettings = Map.copyOf(extraSettings);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Integer> ports() {
    return List.of(port);
  }

  @Override
  public ServerCommand prepare() {
    RunAs unprivileged = RunAs.unprivileged();
    Path folder = PostgresFolder.at(files.folder(NAME), unprivileged);
    PostgresBinaries binaries = PostgresBinaries.in(folder);
    PostgresData data = new PostgresData(folder);
    if (!data.exists()) {
      data.initialize(unprivileged, binaries, adminPassword);
    }
    List<String> arguments = new ArrayList<>(data.owner().command(binaries.program("postgres")));
    arguments.addAll(List.of("-D", data.path().toString(), "-p", "" + port));
    SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    extraSettings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return new ServerCommand(NAME, arguments, Map.of(), folder, Signal.INT);
  }

  @Override
  public boolean ready() {
    return LoopbackProbe.isOpen(port) && answers();
  }

  /** It listens before it lets anybody in. */
  private boolean answers() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new LaunchException(
            "Postgres refuses the password of "
                + ADMIN
                + ": the secrets of "
                + files.state()
                + " are not the ones its database was made with. Bring the old secrets back, or delete the folder to"
                + " start anew.",
            e);
      }
      return false;
    }
  }

  /** A connection as administrator, who may do everything. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", ADMIN);
    properties.setProperty("password", adminPassword);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }
}

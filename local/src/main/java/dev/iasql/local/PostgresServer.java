package dev.iasql.local;

import dev.iasql.local.postgres.PostgresPart;
import dev.iasql.local.process.ServerFiles;
import dev.iasql.local.process.ServerProcess;
import java.nio.file.Path;
import java.util.Map;

/** A real Postgres 18 on this machine, for tests. Its administrator is {@code iasql_admin}. */
public final class PostgresServer implements AutoCloseable {
  static final String TEST_PASSWORD = "test-admin";

  /**
   * Tests need no promise about power failures, and are several times faster without; a killed
   * server loses nothing.
   */
  static final Map<String, String> FAST = Map.of("fsync", "off", "full_page_writes", "off");

  private final int port;
  private final PostgresPart part;
  private final ServerFiles files;
  private ServerProcess process;

  private PostgresServer(int port, PostgresPart part, ServerFiles files) {
    this.port = port;
    this.part = part;
    this.files = files;
    this.process = RunningServer.start(part, files);
  }

  /** Starts a server whose data is in the folder, new or as an earlier server left it. */
  public static PostgresServer start(Path stateDir, int port) {
    ServerFiles files = new ServerFiles(stateDir);
    return new PostgresServer(port, new PostgresPart(files, port, TEST_PASSWORD, FAST), files);
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  /** A superuser. */
  public String adminUser() {
    return PostgresPart.ADMIN;
  }

  public String adminPassword() {
    return TEST_PASSWORD;
  }

  /** The address of a database, without a user. */
  public String jdbcUrl(String database) {
    return part.jdbcUrl(database);
  }

  /** The address of a database for a user; the administrator's holds the password too. */
  public String jdbcUrl(String user, String database) {
    String url = jdbcUrl(database) + "?user=" + user;
    return user.equals(adminUser()) ? url + "&password=" + TEST_PASSWORD : url;
  }

  /** Ends the server as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Starts it again on the same port with the same data. */
  public void restart() {
    process.close();
    process = RunningServer.start(part, files);
  }

  @Override
  public void close() {
    process.close();
  }
}

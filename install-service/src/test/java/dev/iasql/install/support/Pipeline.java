package dev.iasql.install.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.iasql.core.Json;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.RequestWorker;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.StageHandler;
import dev.iasql.core.request.Work;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import dev.iasql.install.tenant.TenantRounds;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The rest of the system around the service under test: a relay that tells of waiting requests, and
 * a worker that "imports".
 */
public final class Pipeline implements AutoCloseable {
  private static final long PAUSE_NANOS = 2_000_000;

  private final TenantDatabases databases = new TenantDatabases("pipeline");
  private final Tenant tenant;
  private final TenantRounds rounds;
  private final RequestWorker imports;
  private final Thread thread;
  private volatile boolean closed;

  /** With imports that find nothing and end well. */
  public Pipeline(Tenant tenant, TenantRounds rounds) {
    this(tenant, rounds, Pipeline::importNothing);
  }

  public Pipeline(Tenant tenant, TenantRounds rounds, StageHandler importing) {
    this.tenant = tenant;
    this.rounds = rounds;
    this.imports =
        new RequestWorker(
            Map.of(
                Stage.IMPORT,
                importing,
                Stage.UPGRADE_IMPORT,
                work -> new Outcome.Done(work.request().work().path("answer"))),
            databases,
            (t, request, outcome) -> {},
            "pipeline");
    this.thread = Thread.ofVirtual().name("pipeline").start(this::relay);
  }

  private void relay() {
    while (!closed) {
      try {
        rounds.hint(tenant.name());
        imports.drain(tenant);
      } catch (SQLException e) {
        LockSupport.parkNanos(10 * PAUSE_NANOS); // the server is away, as some tests want it
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  public static Outcome importNothing(Work work) throws SQLException {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    try (PreparedStatement update =
            work.connection()
                .prepareStatement(
                    "UPDATE iasql.module SET state = 'installed' WHERE state = 'importing'"
                        + " RETURNING name, reason");
        ResultSet row = update.executeQuery()) {
      while (row.next()) {
        rows.addObject()
            .put("module_name", row.getString(1))
            .put("table_name", row.getString(1))
            .put("record_count", 0)
            .put("reason", row.getString(2));
      }
    }
    return ended(work, rows);
  }

  /** The answer of an installation; a swap goes on. */
  public static Outcome ended(Work work, JsonNode rows) {
    JsonNode request = work.request().work();
    return request.has("then")
        ? new Outcome.Next(Stage.of(request.path("then").asText()), request)
        : new Outcome.Done(rows);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    databases.close();
  }
}

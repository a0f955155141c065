package dev.iasql.core.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.core.Json;
import dev.iasql.core.error.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Table {@code iasql.request} of one tenant database: taking up a stage of a request and recording
 * how it ended. Never commits; the caller decides what belongs into one transaction.
 */
public final class RequestQueue {
  private static final String SERIAL_CANDIDATE =
      """
      FROM iasql.request r
      WHERE r.stage = ANY (?) AND r.id = (
        SELECT min(oldest.id) FROM iasql.request oldest
        WHERE oldest.state IN ('queued', 'running') AND oldest.serial)
      """;

  private final String[] stages;
  private final String worker;

  /**
   * @param stages the stages this worker can do
   * @param worker its name, shown to users
   */
  public RequestQueue(Set<Stage> stages, String worker) {
    this.stages = stages.stream().map(Stage::code).sorted().toArray(String[]::new);
    this.worker = worker;
  }

  /** Whether the tenant's oldest unfinished serial request waits for one of our stages. */
  public boolean hasSerialWork(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT EXISTS (SELECT " + SERIAL_CANDIDATE + ")")) {
      statement.setArray(1, connection.createArrayOf("text", stages));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /**
   * Takes up the tenant's oldest unfinished serial request if it waits for one of our stages. Call
   * it only while holding the tenant's lock: then a request in state running was left by a worker
   * that died, and is taken over.
   */
  public Optional<Request> claimSerial(Connection connection) throws SQLException {
    return claim(
        connection,
        """
        UPDATE iasql.request SET state = 'running', worker = ?, attempt = attempt + 1,
          started_at = coalesce(started_at, clock_timestamp())
        WHERE id = (SELECT r.id %s)
        RETURNING id, function, stage, arguments, requested_by, work, attempt
        """
            .formatted(SERIAL_CANDIDATE));
  }

  /** Takes up a request that only reads; the row lock of the open transaction is its lease. */
  public Optional<Request> claimConcurrent(Connection connection) throws SQLException {
    return claim(
        connection,
        """
        UPDATE iasql.request SET state = 'running', worker = ?, attempt = attempt + 1,
          started_at = coalesce(started_at, clock_timestamp())
        WHERE id = (
          SELECT r.id FROM iasql.request r
          WHERE r.state IN ('queued', 'running') AND NOT r.serial AND r.stage = ANY (?)
          ORDER BY r.id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, function, stage, arguments, requested_by, work, attempt
        """);
  }

  private Optional<Request> claim(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, worker);
      statement.setArray(2, connection.createArrayOf("text", stages));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(request(row)) : Optional.empty();
      }
    }
  }

  /** Records how the stage ended. */
  public void record(Connection connection, Request request, Outcome outcome) throws SQLException {
    switch (outcome) {
      case Outcome.Done done ->
          update(
              connection,
              "UPDATE iasql.request SET state = 'done', result = ?::jsonb, progress = NULL,"
                  + " finished_at = clock_timestamp() WHERE id = ?",
              done.rows().toString(),
              request.id());
      case Outcome.Failed failed ->
          update(
              connection,
              "UPDATE iasql.request SET state = 'failed', error = ?::jsonb, progress = NULL,"
                  + " finished_at = clock_timestamp() WHERE id = ?",
              json(failed.fault()).toString(),
              request.id());
      case Outcome.Next next ->
          update(
              connection,
              "UPDATE iasql.request SET state = 'queued', stage = ?, work = ?::jsonb, attempt = 0"
                  + " WHERE id = ?",
              next.stage().code(),
              next.work().toString(),
              request.id());
    }
  }

  /** Shows others how far the request is. */
  public void progress(Connection connection, Request request, JsonNode progress)
      throws SQLException {
    update(
        connection,
        "UPDATE iasql.request SET progress = ?::jsonb WHERE id = ? AND state = 'running'",
        progress.toString(),
        request.id());
  }

  /** The fault as the SQL functions read it: with its SQLSTATE beside the code. */
  public static JsonNode json(Fault fault) {
    ObjectNode node = Json.MAPPER.valueToTree(fault);
    return node.put("sql_state", fault.code().sqlState());
  }

  private static void update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  private static Request request(ResultSet row) throws SQLException {
    try {
      return new Request(
          row.getLong("id"),
          row.getString("function"),
          Stage.of(row.getString("stage")),
          Json.MAPPER.readTree(row.getString("arguments")),
          row.getString("requested_by"),
          Json.MAPPER.readTree(row.getString("work")),
          row.getInt("attempt"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("request row holds JSON that cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "RequestQueue" + Arrays.toString(stages);
  }
}

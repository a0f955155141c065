package dev.iasql.gateway.relay;

import dev.iasql.core.event.RequestWaiting;
import dev.iasql.core.request.Stage;
import dev.iasql.core.request.TenantLock;
import dev.iasql.core.tenant.TenantName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which requests of one tenant wait for a worker. Stages this version does not know are left to the
 * version that does.
 */
final class UnfinishedRequests {
  private static final String BY_ID =
      """
      SELECT id, function, stage FROM iasql.request
      WHERE id = ANY (?) AND state = 'queued' AND stage = ANY (?) ORDER BY id
      """;

  /**
   * Workers take up whatever waits, so one request per queue is enough: the oldest of those that
   * run in turn, and of the others the oldest of each stage. One that is marked as running waits
   * only if its worker is gone, and with it the tenant's lock.
   */
  private static final String WAITING =
      """
      SELECT head.id, head.function, head.stage FROM (
        (SELECT id, function, stage, state, requested_at FROM iasql.request
         WHERE state IN ('queued', 'running') AND serial ORDER BY id LIMIT 1)
        UNION ALL
        (SELECT DISTINCT ON (stage) id, function, stage, state, requested_at FROM iasql.request
         WHERE state IN ('queued', 'running') AND NOT serial ORDER BY stage, id)
      ) AS head
      WHERE head.requested_at <= clock_timestamp() - make_interval(secs => ?)
        AND head.stage = ANY (?)
        AND (head.state = 'queued' OR NOT EXISTS (
          SELECT FROM pg_locks
          WHERE locktype = 'advisory' AND granted AND objsubid = 1
            AND (classid::bigint << 32 | objid::bigint) = %d
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))
      ORDER BY head.id
      """
          .formatted(TenantLock.KEY);

  private static final String[] STAGES =
      Arrays.stream(Stage.values()).map(Stage::code).toArray(String[]::new);

  private final TenantName tenant;
  private final Connection connection;

  UnfinishedRequests(TenantName tenant, Connection connection) {
    this.tenant = tenant;
    this.connection = connection;
  }

  /** Those of the given ids that are queued. */
  List<RequestWaiting> queued(List<Long> ids) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      statement.setArray(2, connection.createArrayOf("text", STAGES));
      return requests(statement);
    }
  }

  /** The heads of all queues that were asked for at least so long ago. */
  List<RequestWaiting> waitingFor(Duration age) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
      statement.setDouble(1, age.toMillis() / 1000.0);
      statement.setArray(2, connection.createArrayOf("text", STAGES));
      return requests(statement);
    }
  }

  private List<RequestWaiting> requests(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      List<RequestWaiting> requests = new ArrayList<>();
      while (row.next()) {
        requests.add(
            new RequestWaiting(
                tenant.value(),
                row.getLong("id"),
                row.getString("function"),
                Stage.of(row.getString("stage"))));
      }
      return requests;
    }
  }
}

package dev.iasql.core.request;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Does all work of one tenant that waits for this service, oldest first, and stops when none is
 * left. An event only says that there may be work; what there is stands in the database, so calling
 * it too often, too late or twice is harmless.
 */
public final class RequestWorker {
  private static final Logger LOG = Logger.getLogger(RequestWorker.class);
  private static final int MOST_ATTEMPTS = 10;

  private final RequestQueue queue;
  private final Map<Stage, StageHandler> handlers;
  private final TenantDatabases databases;
  private final RequestListener listener;

  public RequestWorker(
      Map<Stage, StageHandler> handlers,
      TenantDatabases databases,
      RequestListener listener,
      String workerName) {
    this.handlers = Map.copyOf(handlers);
    this.queue = new RequestQueue(this.handlers.keySet(), workerName);
    this.databases = databases;
    this.listener = listener;
  }

  /**
   * @throws SQLException if the tenant's database fails; what was under way is taken up again by
   *     the next call
   */
  public void drain(Tenant tenant) throws SQLException {
    try (Connection connection = databases.connect(tenant)) {
      connection.setAutoCommit(true);
      while (readOne(tenant, connection) || runOne(tenant, connection)) {
        LOG.tracef("looking for more work tenant=%s", tenant.name());
      }
    }
  }

  private boolean runOne(Tenant tenant, Connection connection) throws SQLException {
    if (!queue.hasSerialWork(connection)) {
      return false;
    }
    Optional<Request> claimed;
    try (TenantLock lock = TenantLock.take(connection)) {
      claimed = queue.claimSerial(connection);
      if (claimed.isPresent()) {
        connection.setAutoCommit(false);
        perform(tenant, connection, claimed.get());
      }
    }
    return claimed.isPresent();
  }

  private boolean readOne(Tenant tenant, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Optional<Request> claimed = queue.claimConcurrent(connection);
      claimed.ifPresent(request -> LOG.debugf("reading request=%d", request.id()));
      if (claimed.isPresent()) {
        perform(tenant, connection, claimed.get());
      }
      return claimed.isPresent();
    } finally {
      if (!connection.isClosed()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void perform(Tenant tenant, Connection connection, Request request) throws SQLException {
    LOG.infof(
        "stage begins tenant=%s request=%d function=%s stage=%s attempt=%d",
        tenant.name(), request.id(), request.function(), request.stage().code(), request.attempt());
    Outcome outcome = recorded(tenant, connection, request);
    connection.commit();
    LOG.infof(
        "stage ended tenant=%s request=%d stage=%s outcome=%s",
        tenant.name(), request.id(), request.stage().code(), outcome.getClass().getSimpleName());
    listener.ended(tenant, request, outcome);
  }

  private Outcome recorded(Tenant tenant, Connection connection, Request request)
      throws SQLException {
    try {
      Outcome outcome = outcome(tenant, connection, request);
      queue.record(connection, request, outcome);
      return outcome;
    } catch (IasqlException e) {
      return failed(connection, request, e.fault());
    } catch (SQLException e) {
      if (connection.isClosed() || ConnectionLoss.caused(e)) {
        throw e;
      }
      return failed(connection, request, unexpected(tenant, request, e));
    } catch (RuntimeException e) {
      if (connection.isClosed()) {
        throw e;
      }
      return failed(connection, request, unexpected(tenant, request, e));
    }
  }

  /** A request that takes its worker or its connection down each time must not do so for ever. */
  private Outcome outcome(Tenant tenant, Connection connection, Request request)
      throws SQLException {
    if (request.attempt() > MOST_ATTEMPTS) {
      return new Outcome.Failed(
          new Fault(
              ErrorCode.INTERNAL,
              "%s was interrupted %d times".formatted(request.function(), MOST_ATTEMPTS),
              null,
              "The service's log has the details for request %d.".formatted(request.id())));
    }
    return handlers
        .get(request.stage())
        .handle(new Work(tenant, request, connection, queue, databases));
  }

  private Outcome failed(Connection connection, Request request, Fault fault) throws SQLException {
    connection.rollback();
    Outcome outcome = new Outcome.Failed(fault);
    queue.record(connection, request, outcome);
    return outcome;
  }

  private static Fault unexpected(Tenant tenant, Request request, Exception e) {
    LOG.errorf(
        e,
        "stage failed tenant=%s request=%d stage=%s",
        tenant.name(),
        request.id(),
        request.stage());
    return new Fault(
        ErrorCode.INTERNAL,
        "%s failed unexpectedly".formatted(request.function()),
        null,
        "The service's log has the details for request %d.".formatted(request.id()));
  }
}

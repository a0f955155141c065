package dev.iasql.core.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.core.error.Fault;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * What a handler has at hand while it does one stage of one request.
 *
 * <p>{@link #connection()} has auto-commit off and holds the tenant's lock. The handler may commit
 * intermediate results; what it leaves uncommitted is committed together with the outcome it
 * returns, and rolled back if it throws.
 */
public final class Work {
  private static final Logger LOG = Logger.getLogger(Work.class);

  private final Tenant tenant;
  private final Request request;
  private final Connection connection;
  private final RequestQueue queue;
  private final TenantDatabases databases;

  Work(
      Tenant tenant,
      Request request,
      Connection connection,
      RequestQueue queue,
      TenantDatabases databases) {
    this.tenant = tenant;
    this.request = request;
    this.connection = connection;
    this.queue = queue;
    this.databases = databases;
  }

  public Tenant tenant() {
    return tenant;
  }

  public Request request() {
    return request;
  }

  public Connection connection() {
    return connection;
  }

  /** Another connection to the tenant's database, in auto-commit mode; close it soon. */
  public Connection otherConnection() throws SQLException {
    return databases.connect(tenant);
  }

  /**
   * Answers the request with an error although this stage's own connection is lost: what loses it
   * each time would only be tried again.
   */
  public void answerElsewhere(Fault fault) throws SQLException {
    try (Connection other = otherConnection()) {
      queue.record(other, request, new Outcome.Failed(fault));
    }
  }

  /** Shows the progress to other sessions at once; failing to do so never fails the work. */
  public void progress(JsonNode progress) {
    try (Connection other = otherConnection()) {
      queue.progress(other, request, progress);
    } catch (SQLException e) {
      LOG.debugf(e, "progress not shown tenant=%s request=%d", tenant.name(), request.id());
    }
  }
}

package dev.iasql.registry.store;

import dev.iasql.core.module.ModuleId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Which tenant uses which version. News may come twice, late and out of order; requests of a tenant
 * are numbered, and the higher number is right.
 */
@Singleton
public final class UsageStore {

  /**
   * Notes what a request has left in a tenant's database.
   *
   * @param module name of the module
   * @param version the version that is installed now, or {@code null} if none is
   * @param requestId the request that did it
   * @param at when it was announced
   */
  public void record(
      Session session, String tenant, String module, String version, long requestId, Instant at)
      throws SQLException {
    session.update(
        """
        INSERT INTO module_usage AS known (tenant, module, version, request_id, happened_at)
        SELECT ?, ?, ?, ?, ?
        WHERE NOT EXISTS (SELECT FROM tenant_gone WHERE tenant = ? AND happened_at >= ?)
        ON CONFLICT (tenant, module) DO UPDATE
          SET version = excluded.version, request_id = excluded.request_id,
            happened_at = excluded.happened_at
          WHERE known.request_id <= excluded.request_id
        """,
        tenant,
        module,
        version,
        requestId,
        at.atOffset(ZoneOffset.UTC),
        tenant,
        at.atOffset(ZoneOffset.UTC));
  }

  /** Forgets what a tenant used until it was deleted. */
  public void forget(Session session, String tenant, Instant at) throws SQLException {
    session.update(
        """
        INSERT INTO tenant_gone AS known (tenant, happened_at) VALUES (?, ?)
        ON CONFLICT (tenant) DO UPDATE
          SET happened_at = greatest(known.happened_at, excluded.happened_at)
        """,
        tenant,
        at.atOffset(ZoneOffset.UTC));
    session.update(
        "DELETE FROM module_usage WHERE tenant = ? AND happened_at <= ?",
        tenant,
        at.atOffset(ZoneOffset.UTC));
  }

  /** How many tenants use a version. */
  public int count(Session session, ModuleId id) throws SQLException {
    return session
        .query(
            row -> row.getInt(1),
            "SELECT count(*) FROM module_usage WHERE module = ? AND version = ?",
            id.name(),
            id.version().toString())
        .getFirst();
  }
}

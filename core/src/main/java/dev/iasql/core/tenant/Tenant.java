package dev.iasql.core.tenant;

import java.time.Instant;

/**
 * One entry of the tenant directory: where the database is and how each party signs in.
 *
 * @param host PostgreSQL server
 * @param port its TCP port
 * @param secrets the passwords, kept out of {@code toString}
 * @param problem why making or removing it failed, or {@code null}
 * @param updatedAt when the entry last changed
 */
public record Tenant(
    TenantName name,
    TenantState state,
    String host,
    int port,
    TenantSecrets secrets,
    String problem,
    Instant createdAt,
    Instant updatedAt) {

  public String database() {
    return name.value();
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database());
  }
}

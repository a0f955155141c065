package dev.iasql.gateway.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant database as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A tenant database.")
public record Database(
    @Schema(description = "Name of the tenant, its database and its role.") String name,
    @Schema(description = "Where the database is in its life.") TenantState state,
    @Schema(description = "Why it could not be made or removed; it is tried again.") String problem,
    @Schema(description = "How to connect; missing until the database is ready.")
        Connection connection,
    @Schema(description = "When it was asked for.") Instant createdAt,
    @Schema(description = "When its state last changed.") Instant updatedAt) {

  /** Where a client connects to. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "Where a PostgreSQL client connects to, and as whom.")
  public record Connection(
      @Schema(description = "Host name or address.") String host,
      @Schema(description = "TCP port.") int port,
      @Schema(description = "Name of the database.") String database,
      @Schema(description = "Role to sign in as.") String user,
      @Schema(description = "Password; shown only when the database is made or a password is set.")
          String password) {
    @Override
    public String toString() {
      return "Connection[%s@%s:%d]".formatted(user, host, port);
    }
  }

  static Database of(Tenant tenant) {
    return of(tenant, null);
  }

  /** With its password, for the one time it is shown. */
  static Database of(Tenant tenant, String password) {
    return new Database(
        tenant.name().value(),
        tenant.state(),
        tenant.problem(),
        tenant.state() == TenantState.READY ? connection(tenant, password) : null,
        tenant.createdAt(),
        tenant.updatedAt());
  }

  private static Connection connection(Tenant tenant, String password) {
    return new Connection(
        tenant.host(), tenant.port(), tenant.database(), tenant.name().userRole(), password);
  }
}

package dev.iasql.gateway.tenant;

import dev.iasql.core.error.ConflictException;
import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.module.UnknownModule;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantDirectory;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds tenants for callers, who may misspell them or come too early. */
@Singleton
public final class Tenants {
  private static final String LIST = "GET /api/v1/databases lists them.";

  private final TenantDirectory directory;

  Tenants(TenantDirectory directory) {
    this.directory = directory;
  }

  public List<Tenant> list() {
    return directory.list();
  }

  /**
   * @throws UserException if there is no such tenant
   */
  public Tenant find(TenantName name) {
    return directory.find(name).orElseThrow(() -> unknown(name));
  }

  /**
   * @throws UserException if there is no such tenant
   * @throws ConflictException if its database cannot be used now
   */
  public Tenant findReady(TenantName name) {
    Tenant tenant = find(name);
    if (tenant.state() != TenantState.READY) {
      throw new ConflictException(
          ErrorCode.DATABASE_NOT_READY,
          "the database \"%s\" is %s".formatted(name, tenant.state().code()),
          tenant.problem(),
          "GET /api/v1/databases/%s shows when it is ready.".formatted(name));
    }
    return tenant;
  }

  private UserException unknown(TenantName name) {
    List<String> names = directory.list().stream().map(tenant -> tenant.name().value()).toList();
    return new UserException(
        ErrorCode.DATABASE_NOT_FOUND,
        "there is no database \"%s\"".formatted(name),
        UnknownModule.closest(name.value(), names)
            .map(candidate -> "Did you mean %s? %s".formatted(candidate, LIST))
            .orElse(LIST));
  }
}

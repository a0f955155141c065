package dev.iasql.gateway.tenant;

import dev.iasql.core.tenant.Tenant;

/**
 * A password just given to a tenant's role.
 *
 * @param inForce whether one can sign in with it already; if not, one soon can
 */
public record NewPassword(Tenant tenant, String password, boolean inForce) {
  @Override
  public String toString() {
    return "NewPassword[%s]".formatted(tenant.name());
  }
}

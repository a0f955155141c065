package dev.iasql.core.tenant;

import java.util.List;
import java.util.Optional;

/**
 * The one way services find a tenant's connection. On one machine a table of the registry's
 * database; on Kubernetes custom resources and Secrets.
 */
public interface TenantDirectory {
  Optional<Tenant> find(TenantName name);

  /** All tenants, by name. */
  List<Tenant> list();

  /**
   * Notes that a tenant is wanted.
   *
   * @throws dev.iasql.core.error.ConflictException if the name is taken
   */
  Tenant request(TenantName name, TenantSecrets secrets);

  /** Notes where the database is and that it can be used, unless it shall go meanwhile. */
  void ready(TenantName name, String host, int port);

  /** Notes why a tenant could not be made or removed; one that shall go still shall. */
  void failed(TenantName name, String problem);

  /**
   * Notes that a tenant shall go.
   *
   * @throws dev.iasql.core.error.UserException if there is no such tenant
   */
  void delete(TenantName name);

  /** Replaces the password users log in with. */
  void changeUserPassword(TenantName name, String password);

  /** Removes the entry, after the database is gone. */
  void forget(TenantName name);
}

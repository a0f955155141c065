package dev.iasql.gateway.check;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import dev.iasql.core.error.IasqlException;
import dev.iasql.core.rest.UploadedBundle;
import dev.iasql.core.tenant.Tenant;
import dev.iasql.core.tenant.TenantName;
import dev.iasql.core.tenant.TenantState;
import dev.iasql.gateway.tenant.Provisioning;
import dev.iasql.gateway.tenant.TenantQuery;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Tries a bundle in a database that is made for it and removed with all that happened there. What
 * is tried is decided by install-service.
 */
@Singleton
public final class ModuleCheck {
  private static final Logger LOG = Logger.getLogger(ModuleCheck.class);

  private final Provisioning provisioning;
  private final TenantQuery query;
  private final CheckConfiguration configuration;
  private final Semaphore places;

  ModuleCheck(Provisioning provisioning, TenantQuery query, CheckConfiguration configuration) {
    this.provisioning = provisioning;
    this.query = query;
    this.configuration = configuration;
    this.places = new Semaphore(configuration.atOnce());
  }

  /**
   * @throws ExternalException if too many checks run, or no database or no answer came in time
   */
  public CheckReport check(UploadedBundle bundle) {
    if (!places.tryAcquire()) {
      throw new ExternalException(
          ErrorCode.UNAVAILABLE,
          "%d checks are running, as many as may".formatted(configuration.atOnce()),
          "Try again when one of them has ended.");
    }
    try {
      return checkInNewDatabase(bundle);
    } finally {
      places.release();
    }
  }

  private CheckReport checkInNewDatabase(UploadedBundle bundle) {
    TenantName name = CheckDatabase.random();
    try {
      Tenant tenant = provisioning.create(name);
      if (tenant.state() != TenantState.READY) {
        throw new ExternalException(
            ErrorCode.UNAVAILABLE,
            "the database for the check was not made in time",
            tenant.problem(),
            "Try again in a moment.");
      }
      return CheckReport.of(CheckRequest.send(query, tenant, bundle).await(configuration.limit()));
    } finally {
      remove(name);
    }
  }

  private void remove(TenantName name) {
    try {
      provisioning.abandon(name);
    } catch (IasqlException e) {
      LOG.warnf("check's database left to the sweep name=%s problem=%s", name, e.getMessage());
    }
  }
}

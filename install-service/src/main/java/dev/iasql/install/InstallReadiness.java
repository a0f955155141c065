package dev.iasql.install;

import dev.iasql.install.catalogue.ModuleFeed;
import dev.iasql.install.tenant.DirectorySweep;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the directory answers and all published modules are known. */
@Readiness
@Singleton
public class InstallReadiness implements HealthCheck {
  private final DirectorySweep sweep;
  private final ModuleFeed feed;

  InstallReadiness(DirectorySweep sweep, ModuleFeed feed) {
    this.sweep = sweep;
    this.feed = feed;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("install-service")
        .status(sweep.hasAnswered() && feed.isComplete())
        .withData("directory", sweep.hasAnswered())
        .withData("catalogue", feed.isComplete())
        .build();
  }
}

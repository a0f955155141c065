package dev.iasql.registry.publish;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every bundle on the shelf is published and announced. */
@Readiness
@Singleton
public final class PublicationCheck implements HealthCheck {
  private final RegistryStart start;

  PublicationCheck(RegistryStart start) {
    this.start = start;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("modules published");
    return switch (start.progress()) {
      case Progress.Underway(String step) -> response.withData("waiting for", step).down().build();
      case Progress.Finished(var refused) -> {
        refused.forEach(response::withData);
        yield response.status(refused.isEmpty()).build();
      }
    };
  }
}

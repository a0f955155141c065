package dev.iasql.gateway.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means the tenant directory answers: without it no tenant can be worked for. */
@Readiness
@ApplicationScoped
public class DirectoryReadiness implements HealthCheck {
  private static final String NAME = "tenant directory";
  private static final int SECONDS = 2;

  private final DataSource directoryDatabase;

  DirectoryReadiness(DataSource directoryDatabase) {
    this.directoryDatabase = directoryDatabase;
  }

  @Override
  public HealthCheckResponse call() {
    try (Connection connection = directoryDatabase.getConnection()) {
      return HealthCheckResponse.named(NAME).status(connection.isValid(SECONDS)).build();
    } catch (SQLException e) {
      return HealthCheckResponse.named(NAME).down().build();
    }
  }
}

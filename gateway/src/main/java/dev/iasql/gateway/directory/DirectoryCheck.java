package dev.iasql.gateway.directory;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the directory answers, which it does once the registry has made its table. */
@Readiness
@Singleton
final class DirectoryCheck implements HealthCheck {
  private final HikariDataSource registryDatabase;

  DirectoryCheck(HikariDataSource registryDatabase) {
    this.registryDatabase = registryDatabase;
  }

  @Override
  public HealthCheckResponse call() {
    try (Connection connection = registryDatabase.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT FROM tenant LIMIT 1");
      return HealthCheckResponse.up("tenant directory");
    } catch (SQLException e) {
      return HealthCheckResponse.named("tenant directory")
          .withData("problem", e.getMessage())
          .down()
          .build();
    }
  }
}

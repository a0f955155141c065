package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant sees nothing of another, and nothing of the platform's secrets. */
class TenantIsolationTest {
  private static final IasqlSystem SYSTEM = IasqlSystem.shared();
  private static final TenantDatabase ONE = SYSTEM.newTenant("isolated");
  private static final TenantDatabase TWO = SYSTEM.newTenant("isolated");

  @Test
  void anotherTenantsDatabaseIsClosed() {
    SqlFailure failure =
        SqlFailure.of(
            () ->
                DriverManager.getConnection(
                    "jdbc:postgresql://%s:%d/%s".formatted(TWO.host(), TWO.port(), TWO.name()),
                    ONE.user(),
                    ONE.password()));

    assertThat(failure.sqlState()).isEqualTo("42501");
  }

  @Test
  void theRegistryDatabaseIsClosed() {
    SqlFailure failure =
        SqlFailure.of(
            () ->
                DriverManager.getConnection(
                    "jdbc:postgresql://%s:%d/iasql_registry".formatted(ONE.host(), ONE.port()),
                    ONE.user(),
                    ONE.password()));

    assertThat(failure.sqlState()).isEqualTo("42501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM iasql.credential",
        "SELECT iasql_internal.enqueue('x', 'install', '[]', true, 'demo')",
        "SELECT iasql_internal.dblink_connect('x', 'iasql_loopback')",
        "INSERT INTO iasql.module (name) VALUES ('x')",
        "UPDATE iasql.request SET state = 'done'",
        "CREATE TABLE cloud.x (id int)",
        "CREATE EXTENSION postgres_fdw"
      })
  void thePlatformIsReadOnlyAndItsSecretsAreHidden(String statement) {
    assertThat(SqlFailure.of(() -> ONE.query(statement)).sqlState()).isIn("42501", "42883");
  }

  @Test
  void passwordsOfTheLoopBackConnectionAreHidden() throws SQLException {
    assertThat(ONE.query("SELECT umoptions FROM pg_user_mappings WHERE umoptions IS NOT NULL"))
        .isEmpty();
  }

  @Test
  void credentialsAreStoredEncryptedOnly() throws SQLException {
    TenantDatabase tenant = SYSTEM.newTenant("secrets");
    org.awaitility.Awaitility.await()
        .ignoreExceptions()
        .until(
            () ->
                tenant.value(
                        "SELECT iasql_set_credentials('AKIAIOSFODNN7EXAMPLE', 'very-secret-value')")
                    != null);

    assertThat(SqlFailure.of(() -> tenant.query("SELECT * FROM iasql.credential")).sqlState())
        .isEqualTo("42501");
    assertThat(tenant.query("SELECT * FROM iasql_requests() r WHERE r::text LIKE '%very-secret%'"))
        .isEmpty();
  }
}

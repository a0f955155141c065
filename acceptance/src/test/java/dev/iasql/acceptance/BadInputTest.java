package dev.iasql.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal has a code, says what is wrong and what to do, and loses nothing. */
class BadInputTest {
  private static IasqlSystem system;
  private static TenantDatabase tenant;

  @BeforeAll
  static void install() throws SQLException {
    system = IasqlSystem.shared();
    tenant = system.newTenant("bad_input");
    tenant.install("aws_vpc");
  }

  static Stream<Arguments> badCalls() {
    return Stream.of(
        Arguments.of("iasql_install()", "IA001", "needs the name", "iasql_help"),
        Arguments.of("iasql_install(NULL)", "IA002", "NULL", "name"),
        Arguments.of("iasql_install(VARIADIC NULL)", "IA002", "NULL", "name"),
        Arguments.of("iasql_install('aws_vpc', NULL)", "IA002", "NULL", "name"),
        Arguments.of("iasql_install('')", "IA003", "empty name", "module"),
        Arguments.of("iasql_install('aws_vcp')", "IA005", "aws_vcp", "Did you mean aws_vpc?"),
        Arguments.of("iasql_install('aws_vpc@9.9.9')", "IA006", "9.9.9", "1.0.0"),
        Arguments.of("iasql_install('aws_vpc@new')", "IA003", "aws_vpc@new", "1.0.0"),
        Arguments.of(
            "iasql_install('aws_vpc''; DROP TABLE vpc; --')", "IA003", "DROP TABLE", "lower-case"),
        Arguments.of("iasql_install('\"aws_vpc\"')", "IA003", "not a module name", "lower-case"),
        Arguments.of("iasql_install(repeat('x', 5000))", "IA003", "5000 bytes", "63 bytes"),
        Arguments.of(
            "iasql_install(VARIADIC (SELECT array_agg('m' || i) FROM generate_series(1, 10000) i))",
            "IA004",
            "10000 names",
            "several calls"),
        Arguments.of("iasql_install_plan()", "IA001", "needs the name", "iasql_help"),
        Arguments.of(
            "iasql_uninstall('aws_lambda')", "IA010", "not installed", "iasql_modules_installed"),
        Arguments.of(
            "iasql_uninstall('aws_account')",
            "IA009",
            "needed by aws_vpc",
            "iasql_uninstall('aws_vpc', 'aws_account')"),
        Arguments.of("iasql_refresh('vcp')", "IA032", "vcp", "vpc"));
  }

  @ParameterizedTest
  @MethodSource("badCalls")
  void isRefused(String call, String sqlState, String inMessage, String inHint) {
    SqlFailure failure = SqlFailure.of(() -> tenant.query("SELECT * FROM " + call));

    assertThat(failure.sqlState()).isEqualTo(sqlState);
    assertThat(failure.message()).contains(inMessage);
    assertThat(failure.hint()).contains(inHint);
  }

  @Test
  void aSnapshotThatWouldHideTheAnswerIsRefused() throws SQLException {
    try (Connection connection = tenant.connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

      SqlFailure failure =
          SqlFailure.of(
              () ->
                  TenantDatabase.query(
                      connection, "SELECT * FROM iasql_install('aws_security_group')"));

      assertThat(failure.sqlState()).isEqualTo("IA012");
      assertThat(failure.message()).contains("REPEATABLE READ");
    }
  }

  @Test
  void aCallThatWouldWaitForItsOwnTransactionFailsAtOnce() throws SQLException {
    try (Connection connection = tenant.connect()) {
      connection.setAutoCommit(false);
      TenantDatabase.query(connection, "UPDATE vpc SET tags = tags");

      SqlFailure failure =
          SqlFailure.of(() -> TenantDatabase.query(connection, "SELECT * FROM iasql_commit()"));

      assertThat(failure.sqlState()).isEqualTo("IA013");
      assertThat(failure.detail()).contains("vpc");
    }
  }

  @Test
  void aUsersTableOfTheSameNameIsNamedAndKept() throws SQLException {
    TenantDatabase other = system.newTenant("taken");
    other.query("CREATE TABLE vpc (mine text)");
    other.query("INSERT INTO vpc VALUES ('kept')");

    SqlFailure failure = SqlFailure.of(() -> other.install("aws_vpc"));

    assertThat(failure.sqlState()).isEqualTo("IA011");
    assertThat(failure.message()).contains("vpc");
    assertThat(failure.hint()).contains("RENAME TO");
    assertThat(other.value("SELECT mine FROM vpc")).isEqualTo("kept");
    assertThat(other.query("SELECT * FROM iasql_modules_installed()")).isEmpty();
  }

  @Test
  void computedColumnsAndReadOnlyTablesCannotBeWritten() {
    SqlFailure computed = SqlFailure.of(() -> tenant.query("UPDATE vpc SET state = 'gone'"));
    SqlFailure readOnly = SqlFailure.of(() -> tenant.query("DELETE FROM availability_zone"));

    assertThat(computed.sqlState()).isEqualTo("IA030");
    assertThat(computed.message()).contains("state");
    assertThat(readOnly.sqlState()).isEqualTo("IA031");
    assertThat(readOnly.message()).contains("availability_zone");
  }

  @Test
  void aCallerThatCancelsLosesNothing() throws SQLException {
    TenantDatabase other = system.newTenant("cancel");
    try (Connection connection = other.connect();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      SqlFailure failure =
          SqlFailure.of(
              () -> statement.execute("SELECT * FROM iasql_install('aws_security_group')"));
      assertThat(failure.sqlState()).isEqualTo("57014");
    } catch (AssertionError finishedBeforeTheCancel) {
      assertThat(other.query("SELECT * FROM iasql_modules_installed()")).isNotEmpty();
    }
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                assertThat(other.query("SELECT * FROM iasql_modules_installed()"))
                    .extracting(row -> row.get("module_name"))
                    .contains("aws_security_group"));
    assertThat(other.query("SELECT state FROM iasql_requests()"))
        .allSatisfy(row -> assertThat(row.get("state")).isEqualTo("done"));
  }
}

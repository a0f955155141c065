package dev.iasql.install.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.install.support.Servers;
import dev.iasql.install.support.TenantTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.ServerErrorMessage;

/** Every wrong call ends with a SQLSTATE of class IA, a message and a hint. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BadInputIT extends TenantTest {
  /** Nothing is ever done in it, so one is enough. */
  @Override
  protected boolean isFresh() {
    return false;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "iasql_install() | IA001 | iasql_install needs the name of at least one module",
        "iasql_install_plan() | IA001 | iasql_install_plan needs the name of at least one module",
        "iasql_uninstall() | IA001 | iasql_uninstall needs the name of at least one module",
        "iasql_install(VARIADIC '{}') | IA001 | iasql_install needs the name of at least one module",
        "iasql_install(NULL) | IA002 | iasql_install was called with NULL as module",
        "iasql_install('pond', NULL) | IA002 | iasql_install was called with NULL as module",
        "iasql_install(VARIADIC NULL) | IA002 | iasql_install was called with NULL as module",
        "iasql_refresh(NULL) | IA002 | iasql_refresh was called with NULL as table",
        "iasql_install('') | IA003 | iasql_install was called with an empty name",
        "iasql_install('  ') | IA003 | iasql_install was called with an empty name",
        "iasql_install(E'\\t\\n') | IA003 | iasql_install was called with an empty name",
        "iasql_install(repeat('x', 201)) | IA003 | iasql_install was called with a name of 201 bytes",
        "iasql_install(repeat('x', 64)) | IA003 | \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\" is not a module name",
        "iasql_install(VARIADIC array(SELECT concat('m', i) FROM generate_series(1, 10000) i)) | IA004 | iasql_install was called with 10000 names; one call takes at most 200",
        "iasql_install('nowhere_to_be_found') | IA005 | there is no module \"nowhere_to_be_found\"",
        "iasql_install('pond@9.9.9') | IA006 | module pond has no version 9.9.9",
        "iasql_install('pond@') | IA003 | \"pond@\" does not end in a version",
        "iasql_install('pond@latest') | IA003 | \"pond@latest\" does not end in a version",
        "iasql_install('Pond') | IA003 | \"Pond\" is not a module name",
        "iasql_install('po\"nd') | IA003 | \"po\"nd\" is not a module name",
        "iasql_install(VARIADIC ARRAY[['pond', 'fish'], ['heron', 'frog']]) | IA005 | there is no module \"frog\"",
        "iasql_uninstall('pond') | IA010 | module \"pond\" is not installed",
        "iasql_uninstall(true, 'pond') | IA010 | module \"pond\" is not installed",
        "iasql_uninstall(NULL::boolean, 'pond') | IA002 | iasql_uninstall was called with NULL as force",
        "iasql_uninstall(true, NULL) | IA002 | iasql_uninstall was called with NULL as module",
        "iasql_uninstall(true, VARIADIC '{}') | IA001 | iasql_uninstall needs the name of at least one module",
        "iasql_uninstall(true, '') | IA003 | iasql_uninstall was called with an empty name",
        "iasql_uninstall(force => false, VARIADIC modules => NULL) | IA002 | iasql_uninstall was called with NULL as module",
        "iasql_swap(NULL, 'pond') | IA002 | iasql_swap was called with NULL as module",
        "iasql_swap('pond', NULL) | IA002 | iasql_swap was called with NULL as module",
        "iasql_swap('pond', 'lake', NULL) | IA002 | iasql_swap was called with NULL as force",
        "iasql_swap('', 'pond') | IA003 | iasql_swap was called with an empty name",
        "iasql_swap('pond', ' ') | IA003 | iasql_swap was called with an empty name",
        "iasql_swap('pond', 'Lake') | IA003 | \"Lake\" is not a module name",
        "iasql_swap('pond', repeat('x', 201)) | IA003 | iasql_swap was called with a name of 201 bytes",
        "iasql_swap('pond', 'lake') | IA010 | module \"pond\" is not installed",
        "iasql_upgrade(NULL) | IA002 | iasql_upgrade was called with NULL as module",
        "iasql_upgrade(VARIADIC NULL) | IA002 | iasql_upgrade was called with NULL as module",
        "iasql_upgrade('') | IA003 | iasql_upgrade was called with an empty name",
        "iasql_upgrade('po\"nd') | IA003 | \"po\"nd\" is not a module name",
        "iasql_upgrade('pond') | IA010 | module \"pond\" is not installed",
        "iasql_module_tree(NULL) | IA002 | iasql_module_tree was called with NULL as module",
        "iasql_module_tree('') | IA003 | iasql_module_tree was called with an empty name",
        "iasql_module_tree('po nd') | IA003 | \"po nd\" is not a module name",
        "iasql_module_tree('nowhere_to_be_found') | IA005 | there is no module \"nowhere_to_be_found\"",
        "iasql_module_tree('pond@9.9.9') | IA006 | module pond has no version 9.9.9"
      })
  void isRefused(String call, String sqlState, String message) {
    ServerErrorMessage error = refusal("SELECT * FROM " + call);
    assertThat(error.getMessage()).isEqualTo(message);
    assertThat(error.getSQLState()).isEqualTo(sqlState);
    assertThat(error.getHint()).isNotBlank();
  }

  @Test
  void suggestsTheNameThatWasProbablyMeant() {
    assertThat(refusal("SELECT * FROM iasql_install('heorn')").getHint())
        .startsWith("Did you mean heron?");
  }

  @Test
  void namesTheVersionsThereAre() {
    assertThat(refusal("SELECT * FROM iasql_install('fish@2.0.0')").getHint())
        .isEqualTo("It has 1.1.0, 1.0.0.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE iasql.request; --",
        "pond'); SELECT 1; --",
        "\"pond\"",
        "$$pond$$",
        "pond\\'",
        "🐟",
        "pond;pond"
      })
  void sqlInANameIsJustAWrongName(String name) throws SQLException {
    ServerErrorMessage error =
        refusal("SELECT * FROM iasql_install('%s')".formatted(name.replace("'", "''")));
    assertThat(error.getSQLState()).isEqualTo("IA003");
    assertThat(error.getMessage()).isEqualTo("\"%s\" is not a module name".formatted(name));
    assertThat(one("SELECT arguments ->> 0 FROM iasql_requests() LIMIT 1")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE"})
  void aTransactionThatCouldNotSeeTheAnswerIsRefused(String level) throws SQLException {
    for (String call :
        new String[] {
          "iasql_install('pond')",
          "iasql_modules_list()",
          "iasql_swap('pond', 'lake')",
          "iasql_upgrade()",
          "iasql_uninstall(true, 'pond')",
          "iasql_modules_outdated()",
          "iasql_module_tree('pond')"
        }) {
      run("BEGIN ISOLATION LEVEL " + level);
      ServerErrorMessage error = refusal("SELECT * FROM " + call);
      run("ROLLBACK");
      assertThat(error.getSQLState()).isEqualTo("IA012");
      assertThat(error.getMessage()).contains("cannot be called in a " + level + " transaction");
      assertThat(error.getHint()).contains("READ COMMITTED");
    }
  }
}

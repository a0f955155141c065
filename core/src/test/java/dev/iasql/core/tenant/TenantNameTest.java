package dev.iasql.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.UserException;
import dev.iasql.core.sql.Identifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantNameTest {
  @Test
  void derivesRolesThatFitPostgres() {
    TenantName longest = new TenantName("a".repeat(40));

    assertThat(longest.engineRole().length()).isLessThanOrEqualTo(Identifiers.MAX_BYTES);
    assertThat(new TenantName("demo").engineRole()).isEqualTo("iasql_demo_engine");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "Demo",
        "1demo",
        "de mo",
        "demo;",
        "postgres",
        "template1",
        "iasql_x",
        "pg_demo",
        "dé"
      })
  void refusesWhatIsNoName(String name) {
    UserException e = catchThrowableOfType(UserException.class, () -> new TenantName(name));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_NAME);
  }

  @Test
  void refusesANameTooLong() {
    UserException e =
        catchThrowableOfType(UserException.class, () -> new TenantName("a".repeat(41)));

    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_NAME);
  }

  @Test
  void secretsDoNotShowInText() {
    assertThat(new TenantSecrets("one", "two", "three").toString())
        .isEqualTo("TenantSecrets[hidden]");
  }
}
